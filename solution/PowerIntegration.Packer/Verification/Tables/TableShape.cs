using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Verification.Tables;

/// <summary>
/// Entities/(schema name)/Entity.xml: names, columns, keys and settings of one table. Forms, views, charts and ribbon are files beside it.
/// </summary>
internal static class TableShape
{
    /// <summary>The root of Entity.xml. A table of the platform that a solution only refers to has a name and no EntityInfo.</summary>
    public static ElementShape Entity { get; } =
        Element("Entity")
            .One(Leaf("Name", Values.SchemaName).WithExported("LocalizedName", Values.Text).WithExported("OriginalName", Values.AnyText))
            .Optional("ObjectTypeCode", Values.Whole(1, int.MaxValue))
            .Optional(Element("EntityInfo").One(Table()))
            .Exported(Element("FormXml"))
            .Exported(Element("SavedQueries"))
            .Optional(Element("Visualizations"))
            .Exported(Element("RibbonDiffXml"));

    private static ElementShape Table() =>
        Settings(
            Element("entity")
                .With("Name", Values.SchemaName)
                .Exported(Labels.LocalizedNames)
                .Exported(Labels.Named("LocalizedCollectionNames", "LocalizedCollectionName"))
                .Exported(Labels.Descriptions)
                .One(Element("attributes").OneOrMore(Open("attribute")))
                .Optional(KeyShape.Keys)
                .One("EntitySetName", Values.LogicalName)
        );

    private static ElementShape Settings(ElementShape table) =>
        table
            .Exported(
                Values.Flag,
                "IsDuplicateCheckSupported",
                "IsBusinessProcessEnabled",
                "IsRequiredOffline",
                "IsInteractionCentricEnabled",
                "IsCollaboration",
                "AutoRouteToOwnerQueue",
                "IsConnectionsEnabled",
                "IsDocumentManagementEnabled",
                "AutoCreateAccessTeams",
                "IsOneNoteIntegrationEnabled",
                "IsKnowledgeManagementEnabled",
                "IsSLAEnabled",
                "IsDocumentRecommendationsEnabled"
            )
            .Exported("IsBPFEntity", Never("tables of business process flows"))
            .One("OwnershipTypeMask", Values.OneOf("UserOwned", "OrgOwned"))
            .Exported(Values.Flag, "IsAuditEnabled", "IsRetrieveAuditEnabled", "IsRetrieveMultipleAuditEnabled")
            .Exported("IsActivity", Never("activity tables"))
            .Exported("ActivityTypeMask", Values.OrEmpty(Values.OneOf("0")))
            .Exported("IsActivityParty", Never("activity tables"))
            .Exported(
                Values.Flag,
                "IsReplicated",
                "IsReplicationUserFiltered",
                "IsMailMergeEnabled",
                "IsVisibleInMobile",
                "IsVisibleInMobileClient",
                "IsReadOnlyInMobileClient",
                "IsOfflineInMobileClient"
            )
            .Exported("DaysSinceRecordLastModified", Values.Whole(0, int.MaxValue))
            .Exported("MobileOfflineFilters", Values.OrEmpty(new ValueRule("a filter in XML", text => text.StartsWith('<'))))
            .Exported(Values.Flag, "IsMapiGridEnabled", "IsReadingPaneEnabled", "IsQuickCreateEnabled", "SyncToExternalSearchIndex")
            .Exported("IntroducedVersion", Values.Version)
            .Exported(
                Values.Flag,
                "IsCustomizable",
                "IsRenameable",
                "IsMappable",
                "CanModifyAuditSettings",
                "CanModifyMobileVisibility",
                "CanModifyMobileClientVisibility",
                "CanModifyMobileClientReadOnly",
                "CanModifyMobileClientOffline",
                "CanModifyConnectionSettings",
                "CanModifyDuplicateDetectionSettings",
                "CanModifyMailMergeSettings",
                "CanModifyQueueSettings",
                "CanCreateAttributes",
                "CanCreateForms",
                "CanCreateCharts",
                "CanCreateViews",
                "CanModifyAdditionalSettings",
                "CanEnableSyncToExternalSearchIndex",
                "EnforceStateTransitions",
                "CanChangeHierarchicalRelationship",
                "EntityHelpUrlEnabled",
                "ChangeTrackingEnabled",
                "CanChangeTrackingBeEnabled",
                "IsEnabledForExternalChannels"
            )
            .Optional("IsMSTeamsIntegrationEnabled", Values.Flag)
            .Exported("IsSolutionAware", Never("solution-aware tables"))
            .Anywhere(
                Values.Flag,
                "CanBeRelatedEntityInRelationship",
                "CanBePrimaryEntityInRelationship",
                "CanBeInManyToMany",
                "UsesBusinessDataLabelTable"
            )
            .Anywhere(Values.OneOf("True", "False"), "HasRelatedNotes", "HasRelatedActivities")
            .Anywhere(Values.AnyText, "EntityMask", "EntityHelpUrl", "IconLargeName", "IconMediumName", "IconSmallName", "IconVectorName")
            .Anywhere(Values.Color, "EntityColor");

    private static ValueRule Never(string kind) => new($"0; {kind} are not supported here", text => text == "0");
}
