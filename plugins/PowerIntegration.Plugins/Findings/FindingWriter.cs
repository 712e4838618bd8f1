using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Findings;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Findings;

/// <summary>Writes findings: one row for each kind and record, whatever is reported and however often.</summary>
internal sealed class FindingWriter(IOrganizationService service, DateTime now)
{
    /// <summary>Columns of an environment that <see cref="ScopeOf"/> needs.</summary>
    public static IReadOnlyList<string> EnvironmentColumns { get; } = [EnvironmentTable.Key, EnvironmentTable.Generation];

    /// <summary>The scope of keys of an environment's row.</summary>
    public static KeyScope ScopeOf(RowView environment) =>
        new(environment.RequiredText(EnvironmentTable.Key), environment.WholeNumber(EnvironmentTable.Generation) ?? 1);

    /// <summary>Writes that the cause was seen.</summary>
    public void Seen(Finding finding, FindingSubject subject)
    {
        var key = SyncKey.ForFinding(subject.Scope, finding.Kind.Wire, subject.RecordId.Id);
        var query = Rows.Of(FindingTable.LogicalName, FindingRows.Columns);
        query.Criteria.AddCondition(FindingTable.Key, ConditionOperator.Equal, key);
        var before = Rows.First(service, query);
        var row = new Entity(FindingTable.LogicalName);
        FindingRows.Write(row, finding);
        FindingRows.Write(row, FindingStatus.Seen(before is null ? null : FindingRows.Read(new RowView(before)), finding.Amount, now));
        row[FindingTable.LastSeenOn] = now;
        if (before is not null)
        {
            row.Id = before.Id;
            service.Update(row);
            return;
        }

        row[FindingTable.Key] = key;
        row[FindingTable.EnvironmentId] = new EntityReference(EnvironmentTable.LogicalName, subject.EnvironmentId);
        if (subject.Column is { } column)
        {
            row[column] = subject.RecordId;
        }

        service.Create(row);
    }

    /// <summary>Writes where a finding stands now; nothing where that did not change.</summary>
    public void Set(Guid findingId, FindingStatus before, FindingStatus after)
    {
        if (before == after)
        {
            return;
        }

        var row = new Entity(FindingTable.LogicalName, findingId);
        FindingRows.Write(row, after);
        service.Update(row);
    }
}
