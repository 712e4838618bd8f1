using System.Collections.Frozen;
using System.Xml.Linq;

namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>Reads one table folder. Forms, views, charts and ribbons are presentation and are skipped knowingly.</summary>
internal static class EntityFile
{
    private static readonly FrozenSet<string> KnownSlots = FrozenSet.Create(
        "Name",
        "EntityInfo",
        "FormXml",
        "SavedQueries",
        "Visualizations",
        "RibbonDiffXml",
        "ObjectTypeCode"
    );

    // Switches of the user interface and of services this sandbox does not have. None changes what a row stores.
    private static readonly FrozenSet<string> IgnoredFlags = FrozenSet.Create(
        "LocalizedNames",
        "LocalizedCollectionNames",
        "Descriptions",
        "attributes",
        "EntityKeys",
        "EntitySetName",
        "OwnershipTypeMask",
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
        "IsDocumentRecommendationsEnabled",
        "IsBPFEntity",
        "IsAuditEnabled",
        "IsRetrieveAuditEnabled",
        "IsRetrieveMultipleAuditEnabled",
        "IsActivity",
        "ActivityTypeMask",
        "IsActivityParty",
        "IsReplicated",
        "IsReplicationUserFiltered",
        "IsMailMergeEnabled",
        "IsVisibleInMobile",
        "IsVisibleInMobileClient",
        "IsReadOnlyInMobileClient",
        "IsOfflineInMobileClient",
        "DaysSinceRecordLastModified",
        "MobileOfflineFilters",
        "IsMapiGridEnabled",
        "IsReadingPaneEnabled",
        "IsQuickCreateEnabled",
        "SyncToExternalSearchIndex",
        "IntroducedVersion",
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
        "EntityHelpUrl",
        "ChangeTrackingEnabled",
        "CanChangeTrackingBeEnabled",
        "IsEnabledForExternalChannels",
        "IsMSTeamsIntegrationEnabled",
        "IsSolutionAware",
        "EntityColor",
        "IconVectorName",
        "PrimaryImageAttribute",
        "HasRelatedNotes",
        "HasRelatedActivities"
    );

    private static readonly FrozenSet<string> KnownKey = FrozenSet.Create(
        "Name",
        "LogicalName",
        "IntroducedVersion",
        "IsCustomizable",
        "EntityKeyAttributes",
        "displaynames"
    );

    /// <summary>The table, or null where the folder only adds presentation to an existing one.</summary>
    public static TableDefinition? Read(string folder, IReadOnlyDictionary<string, ChoiceDefinition> choices)
    {
        var xml = SolutionXml.Load(Path.Combine(folder, "Entity.xml"), "Entity");
        xml.KnowOnly(xml.Root, KnownSlots);
        if (xml.Root.Element("EntityInfo") is not { } info)
        {
            return null;
        }

        var entity = xml.Child(info, "entity");
        xml.KnowOnly(entity, IgnoredFlags);
        if (xml.Flag(entity, "IsActivity", false) || xml.Flag(entity, "EnforceStateTransitions", false))
        {
            throw xml.Refused(entity, "activities and enforced state transitions are not run here");
        }

        var schemaName = entity.Attribute("Name")?.Value ?? throw xml.Refused(entity, "Name is missing");
        var columns = xml.Child(entity, "attributes").Elements().Select(attribute => AttributeElement.Read(xml, attribute, choices)).ToList();
        var userOwned = IsUserOwned(xml, entity);
        return new TableDefinition(
            schemaName,
            xml.Text(entity, "EntitySetName"),
            userOwned,
            StandardColumns.AddTo(columns, schemaName, userOwned),
            PrimaryNameOf(xml, entity)
        )
        {
            DisplayName = SolutionXml.Label(entity.Element("LocalizedNames")),
            DisplayCollectionName = SolutionXml.Label(entity.Element("LocalizedCollectionNames")),
            Keys = [.. (entity.Element("EntityKeys")?.Elements() ?? []).Select(key => ReadKey(xml, key, columns))],
        };
    }

    private static bool IsUserOwned(SolutionXml xml, XElement entity) =>
        xml.Text(entity, "OwnershipTypeMask") switch
        {
            "UserOwned" => true,
            "OrgOwned" => false,
            var other => throw xml.Refused(entity, $"the ownership '{other}' is not supported"),
        };

    private static string? PrimaryNameOf(SolutionXml xml, XElement entity) =>
        xml.Child(entity, "attributes")
            .Elements()
            .Where(attribute => SolutionXml.Optional(attribute, "DisplayMask")?.Split('|').Contains("PrimaryName") == true)
            .Select(attribute => xml.Text(attribute, "LogicalName"))
            .FirstOrDefault();

    private static KeyDefinition ReadKey(SolutionXml xml, XElement key, List<ColumnDefinition> columns)
    {
        xml.KnowOnly(key, KnownKey);
        var names = xml.Child(key, "EntityKeyAttributes").Elements("AttributeName").Select(name => name.Value.Trim().ToLowerInvariant()).ToList();
        foreach (var name in names)
        {
            var column =
                columns.Find(candidate => candidate.LogicalName == name)
                ?? throw xml.Refused(key, $"the key names column '{name}', which the table does not have");
            if (
                column.Kind
                is not (ColumnKind.Text or ColumnKind.Integer or ColumnKind.Decimal or ColumnKind.DateTime or ColumnKind.Lookup or ColumnKind.Choice)
            )
            {
                throw xml.Refused(key, $"the column '{name}' is of a kind that cannot be part of a key");
            }
        }

        return new KeyDefinition(xml.Text(key, "LogicalName"), xml.Text(key, "Name"), names);
    }
}
