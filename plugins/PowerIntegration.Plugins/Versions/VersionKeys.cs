using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Versions;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Versions;

namespace PowerIntegration.Plugins.Versions;

/// <summary>What the key of a version is made of, table by table.</summary>
/// <param name="service">Reads the rows that it belongs to.</param>
internal sealed class VersionKeys(IOrganizationService service)
{
    private const string AllPlaces = "ALL";

    private static readonly Dictionary<int, string> Sectors = new()
    {
        [ProjectSectorChoice.Private] = "PRIVATE",
        [ProjectSectorChoice.Public] = "PUBLIC",
        [ProjectSectorChoice.Federal] = "FEDERAL",
    };

    private static readonly Dictionary<int, string> RuleKinds = new()
    {
        [JurisdictionRuleKindChoice.RetainageCap] = "RETAINAGE-CAP",
        [JurisdictionRuleKindChoice.PaymentClause] = "PAYMENT-CLAUSE",
        [JurisdictionRuleKindChoice.PaymentDays] = "PAYMENT-DAYS",
        [JurisdictionRuleKindChoice.RetainageTax] = "RETAINAGE-TAX",
        [JurisdictionRuleKindChoice.Withholding] = "WITHHOLDING",
        [JurisdictionRuleKindChoice.ReverseCharge] = "REVERSE-CHARGE",
        [JurisdictionRuleKindChoice.StatutoryHoldback] = "STATUTORY-HOLDBACK",
        [JurisdictionRuleKindChoice.HoldbackRelease] = "HOLDBACK-RELEASE",
        [JurisdictionRuleKindChoice.RetentionTrust] = "RETENTION-TRUST",
    };

    // Links of documents are written when they are posted; people link these.
    private static readonly Dictionary<int, string> RecordTypes = new()
    {
        [RecordTypeChoice.Commitment] = "COMMITMENT",
        [RecordTypeChoice.CommitmentLine] = "COMMITMENT-LINE",
        [RecordTypeChoice.Vendor] = "VENDOR",
    };

    private static readonly Dictionary<string, Func<VersionKeys, RowView, IReadOnlyList<string?>>> ByTable = new(StringComparer.Ordinal)
    {
        [PayablesSetupTable.LogicalName] = (_, row) => ["PAYABLES", row.Text(PayablesSetupTable.BusinessUnit)],
        [VendorLinkTable.LogicalName] = (_, row) => ["VENDOR", row.Text(VendorLinkTable.ProcoreId), row.Text(VendorLinkTable.BusinessUnit)],
        [ProjectTable.LogicalName] = (_, row) => ["PROCORE", "PROJECT", row.Text(ProjectTable.ProcoreId)],
        [CommitmentTable.LogicalName] = (_, row) => ["PROCORE", "COMMITMENT", row.Text(CommitmentTable.ProcoreId)],
        [CommitmentTermsTable.LogicalName] = (keys, row) => ["TERMS", keys.Commitment(row.Reference(CommitmentTermsTable.CommitmentId))],
        [OwnershipRuleTable.LogicalName] = (keys, row) =>
            [
                "OWNERSHIP",
                Kind(row.Choice(OwnershipRuleTable.DocumentType)),
                keys.Project(row.Reference(OwnershipRuleTable.ProjectId)),
                row.Text(OwnershipRuleTable.FieldName),
            ],
        [ApprovalAuthorityTable.LogicalName] = (keys, row) =>
            [
                "AUTHORITY",
                Kind(row.Choice(ApprovalAuthorityTable.DocumentType)),
                keys.Project(row.Reference(ApprovalAuthorityTable.ProjectId)),
                row.Reference(ApprovalAuthorityTable.ApproverId)?.ToString("D"),
            ],
        [WbsMappingRuleTable.LogicalName] = (keys, row) =>
            [
                "MAPPING",
                keys.Project(row.Reference(WbsMappingRuleTable.ProjectId)),
                row.Text(WbsMappingRuleTable.TaskSegmentCode),
                row.Text(WbsMappingRuleTable.CostCode),
                row.Text(WbsMappingRuleTable.CostType),
                row.Text(WbsMappingRuleTable.SubJob),
                row.Text(WbsMappingRuleTable.OtherSegments),
            ],
        [JurisdictionRuleTable.LogicalName] = (_, row) =>
            [
                "JURISDICTION",
                row.Text(JurisdictionRuleTable.Jurisdiction),
                Word(Sectors, row.Choice(JurisdictionRuleTable.ProjectSector)),
                Word(RuleKinds, row.Choice(JurisdictionRuleTable.JurisdictionRuleKind)),
                row.Text(JurisdictionRuleTable.Variant),
            ],
        [RecordLinkTable.LogicalName] = (keys, row) =>
            [
                "LINK",
                Word(RecordTypes, row.Choice(RecordLinkTable.RecordType)),
                keys.Commitment(row.Reference(RecordLinkTable.CommitmentId)),
                row.Text(RecordLinkTable.ProcoreId),
            ],
    };

    // Where the key names one record of Procore, a version of it has no other key.
    private static readonly string[] Records =
    [
        ProjectTable.LogicalName,
        CommitmentTable.LogicalName,
        CommitmentTermsTable.LogicalName,
        VendorLinkTable.LogicalName,
    ];

    /// <summary>The key of a row; null where the row does not say yet to what it belongs.</summary>
    /// <param name="table">Its table.</param>
    /// <param name="row">The row, with lookups by id.</param>
    public VersionKey? Of(VersionedTable table, Entity row)
    {
        var view = new RowView(row);
        if (table.LogicalName == EnvironmentTable.LogicalName)
        {
            return view.Text(EnvironmentTable.Name) is { } name && VersionKey.Part(name).Length > 0
                ? new VersionKey(VersionKey.Part(name), null, [], isRecord: false)
                : null;
        }

        var parts = ByTable[table.LogicalName](this, view);
        if (table.LogicalName == JurisdictionRuleTable.LogicalName)
        {
            return new VersionKey(AllPlaces, null, parts, isRecord: false);
        }

        var isRecord = Records.Contains(table.LogicalName);
        return (!isRecord || parts.All(part => !string.IsNullOrEmpty(part))) && Environment(table, view) is { } environment
            ? new VersionKey(
                environment.RequiredText(EnvironmentTable.Key),
                environment.WholeNumber(EnvironmentTable.Generation) ?? 1,
                parts,
                isRecord
            )
            : null;
    }

    /// <summary>Keys of a table that begin with a text.</summary>
    public IReadOnlyCollection<string> Taken(VersionedTable table, string stem)
    {
        var query = Rows.Of(table.LogicalName, [CommitmentTable.Key]);
        query.Criteria.AddCondition(CommitmentTable.Key, ConditionOperator.Like, stem + "%");
        return new HashSet<string>(
            Rows.All(service, query).Select(row => row.GetAttributeValue<string>(CommitmentTable.Key)),
            StringComparer.Ordinal
        );
    }

    private RowView? Environment(VersionedTable table, RowView row)
    {
        var id =
            table.LogicalName == WbsMappingRuleTable.LogicalName
                ? Read(ProjectTable.LogicalName, ProjectTable.Id, row.Reference(WbsMappingRuleTable.ProjectId), ProjectTable.EnvironmentId)
                    ?.Reference(ProjectTable.EnvironmentId)
                    ?? row.Reference(WbsMappingRuleTable.EnvironmentId)
            : table.LogicalName == CommitmentTermsTable.LogicalName
                ? Read(
                    CommitmentTable.LogicalName,
                    CommitmentTable.Id,
                    row.Reference(CommitmentTermsTable.CommitmentId),
                    CommitmentTable.EnvironmentId
                )
                    ?.Reference(CommitmentTable.EnvironmentId)
            : row.Reference(ProjectTable.EnvironmentId);
        return
            Read(EnvironmentTable.LogicalName, EnvironmentTable.Id, id, EnvironmentTable.Key, EnvironmentTable.Generation) is { } found
            && found.Text(EnvironmentTable.Key) is not null
            ? found
            : null;
    }

    private string? Project(Guid? id) => Read(ProjectTable.LogicalName, ProjectTable.Id, id, ProjectTable.ProcoreId)?.Text(ProjectTable.ProcoreId);

    private string? Commitment(Guid? id) =>
        Read(CommitmentTable.LogicalName, CommitmentTable.Id, id, CommitmentTable.ProcoreId)?.Text(CommitmentTable.ProcoreId);

    private RowView? Read(string table, string idColumn, Guid? id, params string[] columns)
    {
        if (id is not { } known)
        {
            return null;
        }

        var query = Rows.Of(table, columns);
        query.Criteria.AddCondition(idColumn, ConditionOperator.Equal, known);
        return Rows.First(service, query) is { } row ? new RowView(row) : null;
    }

    private static string? Kind(int? choice) => choice is { } value ? DocumentKinds.RecordType(DocumentKinds.FromChoice(value)) : null;

    private static string? Word(Dictionary<int, string> words, int? value) =>
        value is { } known && words.TryGetValue(known, out var word) ? word : null;
}
