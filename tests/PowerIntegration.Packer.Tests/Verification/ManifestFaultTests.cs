using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification;
using Xunit;

namespace PowerIntegration.Packer.Tests.Verification;

/// <summary>Each row puts one fault into a manifest: path, what happens there, place and words of the finding.</summary>
public sealed class ManifestFaultTests(LoadedSources sources) : IClassFixture<LoadedSources>
{
    private const string Manifest = "core/Other/Solution.xml";
    private const string Customizations = "core/Other/Customizations.xml";

    [Theory]
    [InlineData("SolutionManifest/RootComponents", "call RootComponent", "SolutionManifest/RootComponent", "Name it RootComponents.")]
    [InlineData("SolutionManifest/MissingDependencies", "call MissingDependency", "MissingDependency", "'MissingDependency' is not supported here")]
    [InlineData("SolutionManifest/LocalizedNames", "call LocalisedNames", "LocalisedNames", "Name it LocalizedNames.")]
    [InlineData("SolutionManifest/Descriptions", "drop", "SolutionManifest", "Descriptions is missing")]
    [InlineData("SolutionManifest/Publisher/Addresses", "drop", "Publisher", "Addresses is missing")]
    [InlineData("SolutionManifest/Version", "twin", "SolutionManifest", "Version appears 2 times")]
    [InlineData("SolutionManifest/UniqueName", "swap", "UniqueName", "comes after LocalizedNames")]
    [InlineData("SolutionManifest", "add <Owner>us</Owner>", "SolutionManifest/Owner", "import would drop it silently")]
    [InlineData("@generatedBy", "say Hand", "ImportExportXml", "CrmLive or OnPremises")]
    [InlineData("@version", "say 9.2", "ImportExportXml", "a version of four numbers")]
    public void Elements_and_wrappers(string path, string change, string place, string words) => Finds(path, change, place, words);

    [Theory]
    [InlineData("Version", "say 0.1", "Version", "a version of four numbers")]
    [InlineData("Version", "say 0.1.0.x", "Version", "a version of four numbers")]
    [InlineData("Version", "say", "Version", "The value is ''")]
    [InlineData("Managed", "say 3", "Managed", "0, 1 or 2")]
    [InlineData("Managed", "say 1", "Managed", "written by hand is packed unmanaged")]
    [InlineData("UniqueName", "say Core", "UniqueName", "does not begin with PowerIntegration")]
    [InlineData("UniqueName", "say Power Integration", "UniqueName", "letters, digits and underscores")]
    public void Names_and_versions(string element, string change, string place, string words) =>
        Finds("SolutionManifest/" + element, change, place, words);

    [Fact]
    public void Two_solutions_of_one_name() =>
        Assert.Contains(
            sources.With(Manifest, "SolutionManifest/UniqueName", "say PowerIntegrationFlows"),
            finding => finding.Sentence == "Another solution is named PowerIntegrationFlows too. Rename one of them."
        );

    [Theory]
    [InlineData("CustomizationPrefix", "say pin", "Publisher", "It never changes; write pint")]
    [InlineData("CustomizationPrefix", "say Pint", "CustomizationPrefix", "2 to 8 lower-case letters")]
    [InlineData("CustomizationPrefix", "say mscrmx", "CustomizationPrefix", "not mscrm")]
    [InlineData("CustomizationOptionValuePrefix", "say 9999", "CustomizationOptionValuePrefix", "from 10000 to 99999")]
    [InlineData("CustomizationOptionValuePrefix", "say 72311", "Publisher", "write 72310")]
    [InlineData("EMailAddress/@*", "drop", "EMailAddress", "an e-mail address, or xsi:nil")]
    [InlineData("EMailAddress", "say x@y.z", "EMailAddress", "says xsi:nil and holds 'x@y.z'")]
    [InlineData("SupportingWebsiteUrl/@*", "say maybe", "SupportingWebsiteUrl", "The attribute 'nil' is not supported")]
    [InlineData("Addresses/Address[2]", "drop", "Publisher/Addresses", "two addresses")]
    [InlineData("Addresses/Address[2]/AddressNumber", "say 1", "Publisher/Addresses", "AddressNumber 1 and 2")]
    [InlineData("Addresses/Address[1]/AddressTypeCode", "say 9", "AddressTypeCode", "from 1 to 4")]
    [InlineData("Addresses/Address[1]/City", "call Town", "Address/Town", "'Town' is not supported")]
    [InlineData("Addresses/Address[1]/UPSZone", "drop", "Address", "UPSZone is missing")]
    [InlineData("LocalizedNames/LocalizedName/@description", "say PI", "Publisher", "differs from that of PowerIntegrationConnector")]
    public void The_publisher(string element, string change, string place, string words) =>
        Finds("SolutionManifest/Publisher/" + element, change, place, words);

    [Theory]
    [InlineData("contoso")]
    [InlineData("PowerIntegration")]
    [InlineData("")]
    public void A_solution_of_another_publisher_does_not_ship(string publisher)
    {
        using SmallSolution solution = new(publisher);
        Finding finding = SolutionVerifier.Verify([solution.Read()], ConnectorDefinition.None)[0];
        Assert.Equal("Publisher/UniqueName", finding.Element);
        Assert.Equal($"The publisher is '{publisher}'. It never changes; write powerintegration.", finding.Sentence);
    }

    [Theory]
    [InlineData("RootComponent[@schemaName='pint_cursor']/@schemaName", "say pint_cursors", "pint_cursors]", "No file holds the table")]
    [InlineData("RootComponent[@schemaName='pint_cursor']", "drop", "RootComponents", "The table 1 pint_cursor is in the files and not listed")]
    [InlineData("RootComponent[@schemaName='pint_matching']", "drop", "RootComponents", "The choice 9 pint_matching is in the files and not listed")]
    [InlineData("RootComponent[@type='20'][1]", "drop", "RootComponents", "The role 20 {")]
    [InlineData("RootComponent[@type='92'][1]", "drop", "RootComponents", "The step 92 {")]
    [InlineData("RootComponent[@type='91']", "drop", "RootComponents", "The plug-in assembly 91 {")]
    [InlineData("RootComponent[@schemaName='pint_cursor']", "twin", "pint_cursor]", "is listed twice")]
    [InlineData("RootComponent[@schemaName='pint_cursor']/@behavior", "say 1", "pint_cursor]", "leaves parts of the table out")]
    [InlineData("RootComponent[@schemaName='pint_cursor']/@behavior", "say 2", "pint_cursor]", "write 0")]
    [InlineData("RootComponent[@schemaName='pint_cursor']/@behavior", "say 3", "pint_cursor]", "0, 1 or 2")]
    [InlineData("RootComponent[@schemaName='pint_matching']/@behavior", "drop", "pint_matching]", "behavior is missing")]
    [InlineData("RootComponent[@schemaName='pint_cursor']/@type", "say 300", "pint_cursor]", "The component type 300 is not supported here")]
    [InlineData("RootComponent[@schemaName='pint_cursor']/@type", "say table", "pint_cursor]", "a whole number")]
    [InlineData("RootComponent[@schemaName='pint_cursor']/@type", "say 9", "pint_cursor]", "No file holds the choice")]
    [InlineData("RootComponent[@schemaName='pint_cursor']/@schemaName", "call name", "RootComponent", "is listed by schemaName alone")]
    [InlineData("RootComponent[@type='20'][1]/@id", "drop", "RootComponent", "A role (type 20) is listed by id alone")]
    [InlineData("RootComponent[@type='91']/@schemaName", "drop", "RootComponent", "is listed by id and schemaName alone")]
    [InlineData("RootComponent[@type='20'][1]/@id", "say 2ac5529a-d22b-521f-b22c-b923317640a5", "RootComponent", "a GUID in braces")]
    public void Root_components(string path, string change, string place, string words) =>
        Finds("SolutionManifest/RootComponents/" + path, change, place, words);

    [Theory]
    [InlineData("<MissingDependency><Required type=\"1\" solution=\"x\" /></MissingDependency>", "one Required and one Dependent")]
    [InlineData(
        "<MissingDependency><Required type=\"1\" schemaName=\"account\" /><Dependent type=\"1\" schemaName=\"pint_cursor\" /></MissingDependency>",
        "The attribute solution is missing"
    )]
    [InlineData(
        "<MissingDependency><Required type=\"1\" solution=\"x\" name=\"account\" />"
            + "<Dependent type=\"1\" schemaName=\"pint_cursor\" /></MissingDependency>",
        "The attribute 'name' is not supported here"
    )]
    [InlineData(
        "<MissingDependency><Required type=\"1\" solution=\"x\" /><Dependent type=\"1\" schemaName=\"pint_cursors\" /></MissingDependency>",
        "PowerIntegrationCore has no component 1 pint_cursors"
    )]
    [InlineData(
        "<MissingDependency><Required type=\"9\" schemaName=\"pint_x\" solution=\"PowerIntegrationFlows (0.1.0.0)\" />"
            + "<Dependent type=\"1\" schemaName=\"pint_cursor\" /></MissingDependency>",
        "PowerIntegrationFlows has no component 9 pint_x"
    )]
    public void Missing_dependencies(string dependency, string words) =>
        Finds("SolutionManifest/MissingDependencies", "add " + dependency, "MissingDependencies/MissingDependency", words);

    [Theory]
    [InlineData("Entities", "drop", "ImportExportXml", "The slot Entities is missing")]
    [InlineData("Dashboards", "drop", "ImportExportXml", "The slot Dashboards is missing")]
    [InlineData("SolutionPluginAssemblies", "call PluginAssemblies", "PluginAssemblies", "is not supported here")]
    [InlineData("Roles", "add <Role />", "ImportExportXml/Roles", "Move each into a file of its own under Roles")]
    [InlineData("CustomControls", "add <CustomControl />", "ImportExportXml/CustomControls", "are not supported here")]
    [InlineData("optionsets", "set kind=all", "ImportExportXml/optionsets", "is not empty")]
    [InlineData("Roles", "swap", "Roles", "comes after Workflows")]
    [InlineData("Entities", "twin", "ImportExportXml", "Entities appears 2 times")]
    [InlineData("Languages", "drop", "ImportExportXml", "Languages is missing")]
    [InlineData("Languages/Language", "say English", "Languages/Language", "the number of a language")]
    [InlineData("Languages/Language", "twin", "Languages/Language", "is declared twice")]
    public void Slots_and_languages(string path, string change, string place, string words) =>
        sources.Finds(Customizations, path, change, place, words);

    [Theory]
    [InlineData(Manifest, "//SolutionManifest/LocalizedNames/LocalizedName/@languagecode", "LocalizedName[1031]")]
    [InlineData("core/Entities/pint_Cursor/Entity.xml", "//attribute[1]/displaynames/displayname/@languagecode", "displayname[1031]")]
    [InlineData("core/OptionSets/pint_matching.xml", "//option[1]/labels/label/@languagecode", "label[1031]")]
    [InlineData("core/customapis/pint_ResolveWbs/customapi.xml", "//displayname/label/@languagecode", "label[1031]")]
    [InlineData("core/Other/Relationships/pint_Project.xml", "//Description/@languagecode", "Description[1031]")]
    public void Texts_in_a_language_that_is_not_declared(string file, string path, string place)
    {
        sources.Finds(file, path, "say 1031", place, "The language 1031 is not declared");
        sources.Finds(file, path, "say 1031", "", "The text in the base language 1033 is missing");
    }

    [Theory]
    [InlineData(Manifest, "//SolutionManifest/LocalizedNames/LocalizedName")]
    [InlineData("core/Entities/pint_Cursor/Entity.xml", "//LocalizedCollectionName")]
    [InlineData("core/OptionSets/pint_matching.xml", "//option[1]/labels/label")]
    public void Two_texts_in_one_language(string file, string path) => sources.Finds(file, path, "twin", "[1033]", "The language 1033 appears twice");

    private void Finds(string path, string change, string place, string words) => sources.Finds(Manifest, path, change, place, words);
}
