using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Tables.Versions;

/// <summary>The register of versioned tables. The order is that in which their locks are taken.</summary>
public static class VersionedTables
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<VersionedTable> All { get; } =
    [
        new()
        {
            LogicalName = EnvironmentTable.LogicalName,
            Scope = [],
            Required = [EnvironmentTable.Kind, EnvironmentTable.Generation, EnvironmentTable.ProcoreCompanyId, EnvironmentTable.OraclePod],
        },
        new()
        {
            LogicalName = PayablesSetupTable.LogicalName,
            UsedAs = UsedVersions.Payables,
            Scope = [PayablesSetupTable.EnvironmentId, PayablesSetupTable.BusinessUnit],
            Required =
            [
                PayablesSetupTable.EnvironmentId,
                PayablesSetupTable.BusinessUnit,
                PayablesSetupTable.InvoiceSource,
                PayablesSetupTable.PaymentTerms,
                PayablesSetupTable.RetainageAccount,
                PayablesSetupTable.Currency,
            ],
        },
        new()
        {
            LogicalName = VendorLinkTable.LogicalName,
            UsedAs = UsedVersions.Vendor,
            Scope = [VendorLinkTable.EnvironmentId, VendorLinkTable.ProcoreId, VendorLinkTable.BusinessUnit],
            Required =
            [
                VendorLinkTable.EnvironmentId,
                VendorLinkTable.ProcoreId,
                VendorLinkTable.BusinessUnit,
                VendorLinkTable.VendorName,
                VendorLinkTable.VendorNumber,
                VendorLinkTable.VendorSite,
            ],
            Product = [VendorLinkTable.LockId],
        },
        new()
        {
            LogicalName = ProjectTable.LogicalName,
            UsedAs = UsedVersions.Project,
            Scope = [ProjectTable.EnvironmentId, ProjectTable.ProcoreId],
            Required =
            [
                ProjectTable.EnvironmentId,
                ProjectTable.ProcoreId,
                ProjectTable.PayablesSetupId,
                ProjectTable.OracleProjectNumber,
                ProjectTable.ExpenditureOrganization,
                ProjectTable.Currency,
            ],
            Product =
            [
                ProjectTable.ProcoreWorkflow,
                ProjectTable.ProcoreWorkflowReadOn,
                ProjectTable.ProcoreWorkflowNote,
                ProjectTable.BusinessUnit,
                ProjectTable.CrossCharge,
                ProjectTable.StructureReadOn,
                ProjectTable.StructureNote,
            ],
        },
        new()
        {
            LogicalName = CommitmentTable.LogicalName,
            UsedAs = UsedVersions.Commitment,
            Scope = [CommitmentTable.EnvironmentId, CommitmentTable.ProcoreId],
            Required =
            [
                CommitmentTable.EnvironmentId,
                CommitmentTable.ProjectId,
                CommitmentTable.ProcoreId,
                CommitmentTable.Number,
                CommitmentTable.VendorName,
                CommitmentTable.VendorNumber,
                CommitmentTable.VendorSite,
                CommitmentTable.Currency,
            ],
            Product =
            [
                CommitmentTable.BasePreparationId,
                CommitmentTable.LastPostedNumber,
                CommitmentTable.LockId,
                .. Labels.ColumnsOf(CommitmentTable.LogicalName).Where(column => column.StartsWith(CommitmentOpening, StringComparison.Ordinal)),
            ],
        },
        new()
        {
            LogicalName = CommitmentTermsTable.LogicalName,
            UsedAs = UsedVersions.Terms,
            Scope = [CommitmentTermsTable.CommitmentId],
            Required = [CommitmentTermsTable.CommitmentId, CommitmentTermsTable.ValidFrom],
            ValidFrom = CommitmentTermsTable.ValidFrom,
            ValidTo = CommitmentTermsTable.ValidTo,
        },
        new()
        {
            LogicalName = OwnershipRuleTable.LogicalName,
            UsedAs = UsedVersions.Ownership,
            Scope = [OwnershipRuleTable.EnvironmentId, OwnershipRuleTable.ProjectId, OwnershipRuleTable.DocumentType, OwnershipRuleTable.FieldName],
            Required =
            [
                OwnershipRuleTable.EnvironmentId,
                OwnershipRuleTable.DocumentType,
                OwnershipRuleTable.ApprovalPlace,
                OwnershipRuleTable.TriggerStatus,
                OwnershipRuleTable.ValidFrom,
            ],
            ValidFrom = OwnershipRuleTable.ValidFrom,
            ValidTo = OwnershipRuleTable.ValidTo,
        },
        new()
        {
            LogicalName = ApprovalAuthorityTable.LogicalName,
            Scope =
            [
                ApprovalAuthorityTable.EnvironmentId,
                ApprovalAuthorityTable.ProjectId,
                ApprovalAuthorityTable.DocumentType,
                ApprovalAuthorityTable.Currency,
                ApprovalAuthorityTable.ApproverId,
            ],
            Required =
            [
                ApprovalAuthorityTable.EnvironmentId,
                ApprovalAuthorityTable.DocumentType,
                ApprovalAuthorityTable.ApproverId,
                ApprovalAuthorityTable.LimitAmount,
                ApprovalAuthorityTable.Currency,
                ApprovalAuthorityTable.ValidFrom,
            ],
            ValidFrom = ApprovalAuthorityTable.ValidFrom,
            ValidTo = ApprovalAuthorityTable.ValidTo,
        },
        new()
        {
            LogicalName = WbsMappingRuleTable.LogicalName,
            UsedAs = UsedVersions.Mapping,
            Scope =
            [
                WbsMappingRuleTable.ProjectId,
                WbsMappingRuleTable.EnvironmentId,
                WbsMappingRuleTable.TaskSegmentCode,
                WbsMappingRuleTable.CostCode,
                WbsMappingRuleTable.CostType,
                WbsMappingRuleTable.SubJob,
                WbsMappingRuleTable.OtherSegments,
            ],
            Required =
            [
                WbsMappingRuleTable.TaskSegmentCode,
                WbsMappingRuleTable.CostCode,
                WbsMappingRuleTable.CostType,
                WbsMappingRuleTable.ExpenditureType,
                WbsMappingRuleTable.ValidFrom,
            ],
            ValidFrom = WbsMappingRuleTable.ValidFrom,
            ValidTo = WbsMappingRuleTable.ValidTo,
            Product = [WbsMappingRuleTable.Warning],
        },
        new()
        {
            LogicalName = JurisdictionRuleTable.LogicalName,
            UsedAs = UsedVersions.Law,
            Scope = [JurisdictionRuleTable.Jurisdiction, JurisdictionRuleTable.JurisdictionRuleKind, JurisdictionRuleTable.Variant],
            Required = [JurisdictionRuleTable.Jurisdiction, JurisdictionRuleTable.JurisdictionRuleKind],
            ValidFrom = JurisdictionRuleTable.EffectiveFrom,
            ValidTo = JurisdictionRuleTable.EffectiveTo,
            HasOwnOverlap = true,
        },
        new()
        {
            LogicalName = RecordLinkTable.LogicalName,
            Scope = [RecordLinkTable.EnvironmentId, RecordLinkTable.CommitmentId, RecordLinkTable.RecordType, RecordLinkTable.ProcoreId],
            Required = [RecordLinkTable.RecordType, RecordLinkTable.ProcoreId],
            FactsFrom = "pint_RecordOutcome",
        },
    ];

    private const string CommitmentOpening = "pint_opening";

    /// <summary>The table that preparations name so; null where none is.</summary>
    public static VersionedTable? OfKind(string kind) => All.FirstOrDefault(table => table.UsedAs == kind);

    /// <summary>The table with the logical name; null where its rows are not versions.</summary>
    public static VersionedTable? Find(string? logicalName) => All.FirstOrDefault(table => table.LogicalName == logicalName);
}
