using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Findings;
using PowerIntegration.Plugins.Findings;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Drift;

/// <summary>Opens one finding for each difference, and closes those whose difference is gone.</summary>
internal sealed class DriftFindings
{
    /// <summary>
    /// Most findings that one call writes. Each costs two requests, so that they take well under a minute. The rest of a larger change follows when the
    /// first ones are mended.
    /// </summary>
    public const int WrittenMax = 100;

    private readonly IOrganizationService service;
    private readonly FindingWriter writer;
    private readonly DateTime now;
    private readonly FindingKind kind;

    public DriftFindings(IOrganizationService service, DateTime now, FindingKind kind)
    {
        this.service = service;
        this.now = now;
        this.kind = kind;
        writer = new FindingWriter(service, now);
    }

    /// <summary>Writes what was found.</summary>
    /// <param name="found">Each finding with the row or the identity that it is about.</param>
    /// <returns>The keys of all, also of those that were not written.</returns>
    public IReadOnlyCollection<string> Open(IReadOnlyList<KeyValuePair<Guid, Finding>> found)
    {
        if (found.Count == 0)
        {
            return [];
        }

        var environment = Environment(found[0].Value);
        var scope = FindingWriter.ScopeOf(new RowView(environment));
        foreach (var one in found.Take(WrittenMax))
        {
            // None of the lookups of a finding leads to what this is about; its sentence names the record.
            writer.Seen(one.Value, new FindingSubject(scope, environment.Id, new EntityReference(FindingTable.LogicalName, one.Key), null));
        }

        return new HashSet<string>(found.Select(one => SyncKey.ForFinding(scope, kind.Wire, one.Key)), StringComparer.Ordinal);
    }

    /// <summary>Closes the findings of the kind that a test names by their keys.</summary>
    public void Close(Func<string, bool> isGone)
    {
        var query = Rows.Of(FindingTable.LogicalName, [.. FindingRows.Columns, FindingTable.Key]);
        query.Criteria.AddCondition(FindingTable.Kind, ConditionOperator.Equal, kind.Wire);
        query.Criteria.AddCondition(FindingTable.FindingState, ConditionOperator.In, FindingStateChoice.Open, FindingStateChoice.Acknowledged);
        foreach (var row in Rows.All(service, query).Where(row => isGone(row.GetAttributeValue<string>(FindingTable.Key))))
        {
            var before = FindingRows.Read(new RowView(row));
            writer.Set(row.Id, before, before.WithoutCause(now));
        }
    }

    private Entity Environment(Finding first)
    {
        var query = Rows.Of(EnvironmentTable.LogicalName, FindingWriter.EnvironmentColumns);
        query.AddOrder(EnvironmentTable.Key, OrderType.Ascending);
        query.TopCount = 1;
        return Rows.First(service, query)
            ?? throw new InvalidPluginExecutionException(
                $"{first.Sentence} This cannot be reported because no environment is set up. Ask the mapping administrator to add it."
            );
    }
}
