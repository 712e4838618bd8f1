using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Drift;
using PowerIntegration.Domain.Findings;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Findings;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Drift;

/// <summary>Opens one finding for each difference of a kind, and closes those whose difference is gone.</summary>
internal sealed class DriftFindings
{
    /// <summary>
    /// Most findings that one call writes. Each costs two or three requests, so that they take well under a minute. The rest of a larger change
    /// follows when the first ones are mended.
    /// </summary>
    public const int WrittenMax = 100;

    private readonly IOrganizationService service;
    private readonly FindingWriter writer;
    private readonly DateTime now;
    private readonly FindingKind kind;
    private readonly IReadOnlyList<Entity> unclosed;

    /// <summary>Reads the findings of the kind that are not closed.</summary>
    public DriftFindings(IOrganizationService service, DateTime now, FindingKind kind)
    {
        this.service = service;
        this.now = now;
        this.kind = kind;
        writer = new FindingWriter(service, now);
        var query = Rows.Of(FindingTable.LogicalName, [.. FindingRows.Columns, FindingTable.Key, FindingTable.Sentence]);
        query.Criteria.AddCondition(FindingTable.Kind, ConditionOperator.Equal, kind.Wire);
        query.Criteria.AddCondition(FindingTable.FindingState, ConditionOperator.In, FindingStateChoice.Open, FindingStateChoice.Acknowledged);
        unclosed = Rows.All(service, query);
    }

    /// <summary>Writes every difference of the kind, and closes the findings of all others.</summary>
    public void ReportAll(IReadOnlyList<Difference> differences)
    {
        var ids = new HashSet<string>(differences.Select(one => KeyEnd(one.Id)), StringComparer.Ordinal);
        Write(differences);
        Close(key => !ids.Contains(KeyEnd(key)));
    }

    /// <summary>Writes the differences among some rows, and closes the findings about those of the rows that have none.</summary>
    /// <param name="rowIds">The rows that were looked at.</param>
    /// <param name="differences">What is wrong with some of them.</param>
    public void ReportRows(IReadOnlyCollection<Guid> rowIds, IReadOnlyList<Difference> differences)
    {
        var right = new HashSet<string>(rowIds.Except(differences.Select(one => one.Id)).Select(KeyEnd), StringComparer.Ordinal);
        Write(differences);
        Close(key => right.Contains(KeyEnd(key)));
    }

    private void Write(IReadOnlyList<Difference> differences)
    {
        if (differences.Count == 0)
        {
            return;
        }

        var environment = Environment(differences[0]);
        var scope = FindingWriter.ScopeOf(new RowView(environment));
        foreach (var difference in differences.Take(WrittenMax))
        {
            // None of the lookups of a finding leads to what this is about; its sentence names the record.
            var record = new EntityReference(FindingTable.LogicalName, difference.Id);
            writer.Seen(difference.Finding(kind), new FindingSubject(scope, environment.Id, record, null));
            Reopen(difference);
        }
    }

    // What a person acknowledged was another change of the row.
    private void Reopen(Difference difference)
    {
        var sentence = Sentence.Fit(difference.Sentence, FindingTable.SentenceLengthMax);
        var known = unclosed.FirstOrDefault(row => KeyEnd(KeyOf(row)) == KeyEnd(difference.Id));
        if (known is not null && known.GetAttributeValue<string>(FindingTable.Sentence) != sentence)
        {
            writer.Set(known.Id, FindingRows.Read(new RowView(known)), FindingStatus.Seen(null, null, now));
        }
    }

    private void Close(Func<string, bool> isGone)
    {
        foreach (var row in unclosed.Where(row => isGone(KeyOf(row))))
        {
            var before = FindingRows.Read(new RowView(row));
            writer.Set(row.Id, before, before.WithoutCause(now));
        }
    }

    private static string KeyOf(Entity row) => row.GetAttributeValue<string>(FindingTable.Key) ?? "";

    // A key ends with the identity, whatever environment it begins with.
    private static string KeyEnd(string key) => key.Substring(key.LastIndexOf('|') + 1);

    private static string KeyEnd(Guid id) => id.ToString("D").ToUpperInvariant();

    private Entity Environment(Difference first)
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
