using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Texts;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Versions;

namespace PowerIntegration.Plugins.Versions;

/// <summary>What a draft of each table may say: a value that can never work is refused while the person who types it is there.</summary>
internal static class EntryChecks
{
    private static readonly Dictionary<string, Func<IOrganizationService, RowView, Refusal?>> ByTable = new(StringComparer.Ordinal)
    {
        [OwnershipRuleTable.LogicalName] = Ownership,
        [ApprovalAuthorityTable.LogicalName] = Authority,
        [ProjectTable.LogicalName] = Project,
        [EnvironmentTable.LogicalName] = Environment,
    };

    /// <summary>Why the draft cannot be stored; null where it can.</summary>
    /// <param name="service">Reads what the draft is compared with.</param>
    /// <param name="table">Its table.</param>
    /// <param name="row">The draft as it will be.</param>
    public static Refusal? Of(IOrganizationService service, VersionedTable table, Entity row) =>
        ByTable.TryGetValue(table.LogicalName, out var check) ? check(service, new RowView(row)) : null;

    private static Refusal? Environment(IOrganizationService service, RowView row) => ProcoreSite.Check(row.Text(EnvironmentTable.ProcoreWebAddress));

    private static Refusal? Ownership(IOrganizationService service, RowView row) =>
        row.Choice(OwnershipRuleTable.DocumentType) is { } kind
        && ApprovalPlaces.FromChoice(row.Choice(OwnershipRuleTable.ApprovalPlace)) is { } place
            ? OwnershipEntry.Check(DocumentKinds.FromChoice(kind), place, row.Text(OwnershipRuleTable.TriggerStatus))
                ?? ProjectWorkflows.Check(service, row)
            : null;

    private static Refusal? Authority(IOrganizationService service, RowView row) =>
        AuthorityEntry.Check(
            row.Reference(ApprovalAuthorityTable.ApproverId),
            row.Reference(ApprovalAuthorityTable.DelegateId),
            row.Date(ApprovalAuthorityTable.DelegateFrom),
            row.Date(ApprovalAuthorityTable.DelegateTo),
            row.Amount(ApprovalAuthorityTable.LimitAmount),
            row.Text(ApprovalAuthorityTable.Currency)
        );

    private static Refusal? Project(IOrganizationService service, RowView row) =>
        ApprovalDay.IsKnown(row.Text(ProjectTable.TimeZone))
            ? null
            : new Refusal(
                SharedReasons.InputUnusable,
                $"Time zone '{row.Text(ProjectTable.TimeZone)}' is not known. Enter a Windows name such as Central Standard Time, or "
                    + $"leave it empty for UTC."
            );
}
