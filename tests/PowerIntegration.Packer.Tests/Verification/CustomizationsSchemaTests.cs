using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using PowerIntegration.Packer.Sources;
using Xunit;

namespace PowerIntegration.Packer.Tests.Verification;

/// <summary>
/// The published schema of customizations.xml is older than what servers export, so the names that came later are taken out before it is asked.
/// What is left comes from another author than the shapes of the verifier.
/// </summary>
public sealed class CustomizationsSchemaTests
{
    private static readonly string Schema = Path.Combine(Repository.Contracts, "xsd/CustomizationsSolution.xsd");

    // By parent and name. The last two have another place in the schema, and there the first of them has braces.
    private static readonly string[] LaterElements =
    [
        .. Of("attribute", "IsGlobalFilterEnabled", "IsSortableEnabled", "CanModifyGlobalFilterSettings", "CanModifyIsSortableSettings"),
        .. Of("attribute", "IsDataSourceSecret", "AutoNumberFormat", "IsSearchable", "IsFilterable", "IsRetrievable", "IsLocalizable"),
        .. Of("entity", "EntitySetName", "IsInteractionCentricEnabled", "IsSLAEnabled", "IsDocumentRecommendationsEnabled", "IsBPFEntity"),
        .. Of("entity", "IsRetrieveAuditEnabled", "IsRetrieveMultipleAuditEnabled", "IsOfflineInMobileClient", "MobileOfflineFilters"),
        .. Of("entity", "DaysSinceRecordLastModified", "SyncToExternalSearchIndex", "CanEnableSyncToExternalSearchIndex", "IsSolutionAware"),
        .. Of("entity", "CanModifyMobileClientOffline", "IsEnabledForExternalChannels", "IsMSTeamsIntegrationEnabled"),
        .. Of("EntityRelationship", "CascadeArchive", "CascadeRollupView"),
        .. Of("EntityRelationshipRole", "NavigationPropertyName", "RelationshipRoleType"),
        .. Of("ImportExportXml", "CustomControls", "AppModuleSiteMaps", "AppModules", "EntityDataProviders", "CanvasApps", "Connectors"),
        .. Of("Role", "IsAutoAssigned"),
        .. Of("SdkMessageProcessingStep", "SdkMessageId", "PluginTypeId"),
    ];

    private static readonly string[] LaterAttributes = ["ExternalValue", "IsHidden", "PluginAssemblyId", "PluginTypeId"];

    // The schema demands a type code, views and a place in the navigation pane of either end; servers do not.
    private static readonly string[] DemandedNoMore = ["'Entity'", "'SavedQueries'", "'EntityRelationshipRole'"];

    [Fact]
    public void What_ships_satisfies_the_published_schema()
    {
        Assert.SkipUnless(File.Exists(Schema), "The published schema is not at hand.");
        Assert.Empty(Violations(Merged()));
    }

    [Theory]
    [InlineData("//attribute[1]/Type", "say number")]
    [InlineData("//EntityRelationship[1]/CascadeShare", "say All")]
    [InlineData("//option[1]/labels", "drop")]
    public void A_fault_is_seen_by_the_published_schema(string path, string change)
    {
        Assert.SkipUnless(File.Exists(Schema), "The published schema is not at hand.");
        XElement customizations = Merged();
        Fault.Put(customizations, path, change);
        Assert.NotEmpty(Violations(customizations));
    }

    private static XElement Merged()
    {
        UnpackedSolution core = Repository.Solutions()[1];
        XElement root = new(core.Customizations.Element);
        Put("Entities", "Entities", file => file.Name == "Entity" ? [file] : []);
        Put("Roles", "Roles", role => [role]);
        Put("Other/Relationships", "EntityRelationships", file => file.Elements());
        Put("OptionSets", "optionsets", choice => [choice]);
        Put("PluginAssemblies", "SolutionPluginAssemblies", assembly => [assembly]);
        Put("SdkMessageProcessingSteps", "SdkMessageProcessingSteps", step => [step]);
        return root;

        void Put(string folder, string slot, Func<XElement, IEnumerable<XElement>> components) =>
            root.Element(slot)!.Add(core.XmlIn(folder, ".xml").SelectMany(file => components(file.Element)));
    }

    private static List<string> Violations(XElement customizations)
    {
        customizations.Descendants().Where(element => LaterElements.Contains($"{element.Parent!.Name}/{element.Name}")).Remove();
        customizations.Descendants().Attributes().Where(attribute => LaterAttributes.Contains(attribute.Name.LocalName)).Remove();
        XmlSchemaSet schemas = new() { XmlResolver = new XmlUrlResolver() };
        schemas.Add(null, Schema);
        List<string> violations = [];
        new XDocument(customizations).Validate(schemas, (_, violation) => violations.Add(violation.Message));
        violations.RemoveAll(violation =>
            DemandedNoMore.Any(name => violation.StartsWith($"The element {name} has incomplete", StringComparison.Ordinal))
        );
        return violations;
    }

    private static IEnumerable<string> Of(string parent, params string[] names) => names.Select(name => $"{parent}/{name}");
}
