using System;
using System.Collections.Frozen;
using System.Collections.Generic;

namespace PowerIntegration.Packer.Verification.Tables;

/// <summary>Element names of Entity.xml as real exports spell them. Import ignores a misspelt one, so a list is the only guard.</summary>
internal static class KnownElements
{
    /// <summary>Children of the element entity.</summary>
    public static IReadOnlySet<string> OfTable { get; } = new[]
    {
        "LocalizedNames", "LocalizedCollectionNames", "Descriptions", "attributes", "EntityKeys", "EntitySetName",
        "IsDuplicateCheckSupported", "IsBusinessProcessEnabled", "IsRequiredOffline", "IsInteractionCentricEnabled", "IsCollaboration",
        "AutoRouteToOwnerQueue", "IsConnectionsEnabled", "IsDocumentManagementEnabled", "AutoCreateAccessTeams",
        "IsOneNoteIntegrationEnabled", "IsKnowledgeManagementEnabled", "IsSLAEnabled", "IsDocumentRecommendationsEnabled", "IsBPFEntity",
        "OwnershipTypeMask", "IsAuditEnabled", "IsRetrieveAuditEnabled", "IsRetrieveMultipleAuditEnabled", "IsActivity",
        "ActivityTypeMask", "IsActivityParty", "IsReplicated", "IsReplicationUserFiltered", "IsMailMergeEnabled", "IsVisibleInMobile",
        "IsVisibleInMobileClient", "IsReadOnlyInMobileClient", "IsOfflineInMobileClient", "DaysSinceRecordLastModified",
        "MobileOfflineFilters", "IsMapiGridEnabled", "IsReadingPaneEnabled", "IsQuickCreateEnabled", "SyncToExternalSearchIndex",
        "IntroducedVersion", "IsCustomizable", "IsRenameable", "IsMappable", "CanModifyAuditSettings", "CanModifyMobileVisibility",
        "CanModifyMobileClientVisibility", "CanModifyMobileClientReadOnly", "CanModifyMobileClientOffline", "CanModifyConnectionSettings",
        "CanModifyDuplicateDetectionSettings", "CanModifyMailMergeSettings", "CanModifyQueueSettings", "CanCreateAttributes",
        "CanCreateForms", "CanCreateCharts", "CanCreateViews", "CanModifyAdditionalSettings", "CanEnableSyncToExternalSearchIndex",
        "EnforceStateTransitions", "CanChangeHierarchicalRelationship", "EntityHelpUrlEnabled", "ChangeTrackingEnabled",
        "CanChangeTrackingBeEnabled", "IsEnabledForExternalChannels", "IsMSTeamsIntegrationEnabled", "IsSolutionAware",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Children of the element attribute, for the column types in use.</summary>
    public static IReadOnlySet<string> OfColumn { get; } = new[]
    {
        "Type", "Name", "LogicalName", "RequiredLevel", "DisplayMask", "ImeMode", "ValidForUpdateApi", "ValidForReadApi",
        "ValidForCreateApi", "IsCustomField", "IsAuditEnabled", "IsSecured", "IntroducedVersion", "IsCustomizable", "IsRenameable",
        "CanModifySearchSettings", "CanModifyRequirementLevelSettings", "CanModifyAdditionalSettings", "SourceType",
        "IsGlobalFilterEnabled", "IsSortableEnabled", "CanModifyGlobalFilterSettings", "CanModifyIsSortableSettings", "IsDataSourceSecret",
        "AutoNumberFormat", "IsSearchable", "IsFilterable", "IsRetrievable", "IsLocalizable", "Format", "MaxLength", "Length", "MinValue",
        "MaxValue", "Accuracy", "AppDefaultValue", "OptionSetName", "optionset", "CanChangeDateTimeBehavior", "Behavior", "LookupStyle",
        "LookupTypes", "displaynames", "Descriptions",
    }.ToFrozenSet(StringComparer.Ordinal);
}
