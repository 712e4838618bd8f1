using System.Xml.Linq;
using PowerIntegration.Packer.Packing;
using Xunit;

namespace PowerIntegration.Packer.Tests.Packing;

/// <summary>Where each kind of file lands in a package.</summary>
public sealed class MergeTests
{
    private static readonly Lazy<IReadOnlyList<PackagePart>> Visits = new(() => PartsOf(Sample.Visits));
    private static readonly Lazy<IReadOnlyList<PackagePart>> Elsewhere = new(() => PartsOf(Sample.Elsewhere));

    [Theory]
    [InlineData("Entities/Entity/FormXml/forms[main]/systemform", 2)]
    [InlineData("Entities/Entity/FormXml/forms[quick]/systemform", 1)]
    [InlineData("Entities/Entity/FormXml/forms[quickCreate]/systemform", 1)]
    [InlineData("Entities/Entity/FormXml/forms[card]/systemform", 1)]
    [InlineData("Entities/Entity/SavedQueries/savedqueries", 2)]
    [InlineData("Entities/Entity/SavedQueries/savedqueries/savedquery", 11)]
    [InlineData("Entities/Entity/Visualizations/visualization", 1)]
    [InlineData("Entities/Entity/RibbonDiffXml/CustomActions/CustomAction", 1)]
    [InlineData("RibbonDiffXml/CustomActions/CustomAction", 1)]
    [InlineData("Roles/Role", 1)]
    [InlineData("FieldSecurityProfiles/FieldSecurityProfile", 1)]
    [InlineData("ConnectionRoles/ConnectionRoles/ConnectionRole", 1)]
    [InlineData("EntityRelationships/EntityRelationship", 1)]
    [InlineData("optionsets/optionset", 1)]
    [InlineData("Dashboards/Dashboard", 1)]
    [InlineData("WebResources/WebResource", 2)]
    [InlineData("AppModuleSiteMaps/AppModuleSiteMap", 1)]
    [InlineData("AppModules/AppModule", 1)]
    [InlineData("Languages/Language", 1)]
    public void What_people_see_is_merged_into_its_section(string path, int count) => Assert.Equal(count, At(Visits.Value, path).Count());

    [Theory]
    [InlineData("Workflows/Workflow", 1)]
    [InlineData("SiteMap/SiteMap/Area", 1)]
    [InlineData("EntityMaps/EntityMap", 1)]
    [InlineData("CustomControls/CustomControl", 1)]
    [InlineData("SolutionPluginAssemblies/PluginAssembly", 1)]
    [InlineData("ServiceEndpoints/ServiceEndpoint", 1)]
    [InlineData("CanvasApps/CanvasApp", 1)]
    [InlineData("Connectors/Connector", 1)]
    [InlineData("connectionreferences/connectionreference", 1)]
    public void The_rarer_kinds_are_merged_into_theirs(string path, int count) => Assert.Equal(count, At(Elsewhere.Value, path).Count());

    [Fact]
    public void Files_that_components_name_lie_where_the_component_says() =>
        Assert.Equal(
            [
                "[Content_Types].xml",
                "solution.xml",
                "customizations.xml",
                "CanvasApps/cts_page_1d6e0_AdditionalUris0_identity.json",
                "CanvasApps/cts_page_1d6e0_BackgroundImageUri",
                "CanvasApps/cts_page_1d6e0_DocumentUri.msapp",
                "Connector/cts_5Fdesk_iconblob.Png",
                "Connector/cts_5Fdesk_openapidefinition.json",
                "Controls/cts_Contoso.Gauge/ControlManifest.xml",
                "Controls/cts_Contoso.Gauge/bundle.js",
                "Formulas/account-cts_total.xaml",
                "PluginAssemblies/ContosoPlugins-CCF6133C-A239-5B26-A296-9479B5AF00C8/ContosoPlugins.dll",
                "Workflows/Escalate-D8B363D2-2A53-581E-B143-3A500CAF108A.json",
                "pluginpackages/cts_ContosoPlugins/package/cts_ContosoPlugins.nupkg",
                "pluginpackages/cts_ContosoPlugins/pluginpackage.xml",
            ],
            Elsewhere.Value.Select(part => part.Path)
        );

    [Fact]
    public void Each_extension_and_each_part_without_one_is_declared()
    {
        XNamespace types = "http://schemas.openxmlformats.org/package/2006/content-types";
        XElement declared = XElement.Load(new MemoryStream(Elsewhere.Value[0].Content));
        Assert.Equal(
            ["Png", "dll", "js", "json", "msapp", "nupkg", "xaml", "xml"],
            declared.Elements(types + "Default").Select(entry => (string?)entry.Attribute("Extension"))
        );
        Assert.Equal(
            ["/CanvasApps/cts_page_1d6e0_BackgroundImageUri"],
            declared.Elements(types + "Override").Select(entry => (string?)entry.Attribute("PartName"))
        );
        Assert.Equal(2, XElement.Load(new MemoryStream(Visits.Value[0].Content)).Elements(types + "Override").Count());
    }

    [Fact]
    public void A_web_resource_may_be_named_like_metadata()
    {
        using Sample visits = new(Sample.Visits);
        visits.Write("WebResources/pint_/trap.data.xml", "not < xml at all");
        visits.Write(
            "WebResources/pint_/trap.data.xml.data.xml",
            "<WebResource><Name>pint_/trap.data.xml</Name><FileName>/WebResources/pint_trap</FileName></WebResource>"
        );
        Assert.Empty(visits.Read().Unreadable);
        Assert.Contains(visits.Parts(), part => part.Path == "WebResources/pint_trap");
    }

    private static IReadOnlyList<PackagePart> PartsOf(string name)
    {
        using Sample sample = new(name);
        return sample.Parts();
    }

    private static IEnumerable<XElement> At(IReadOnlyList<PackagePart> parts, string path)
    {
        PackagePart customizations = parts.Single(part => part.Path == "customizations.xml");
        IEnumerable<XElement> found = [XElement.Load(new MemoryStream(customizations.Content))];
        foreach (string[] step in path.Split('/').Select(step => step.TrimEnd(']').Split('[')))
        {
            found = found.Elements(step[0]).Where(element => step.Length == 1 || (string?)element.Attribute("type") == step[1]);
        }

        return found;
    }
}
