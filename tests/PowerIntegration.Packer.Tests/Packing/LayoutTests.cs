using Xunit;

namespace PowerIntegration.Packer.Tests.Packing;

/// <summary>Every file has a place in a package, or is refused by its name.</summary>
public sealed class LayoutTests
{
    [Theory]
    [InlineData(Sample.Visits)]
    [InlineData(Sample.Elsewhere)]
    public void Nothing_is_found_in_the_samples(string name)
    {
        using Sample sample = new(name);
        Assert.Empty(sample.Verify());
    }

    [Theory]
    [InlineData("contoso_widgets/one/widget.xml", "Unknown component kind 'contoso_widgets'")]
    [InlineData("ImportMaps/map/ImportMap.xml", "Unknown component kind 'ImportMaps'")]
    [InlineData("Solution.xml", "Unknown component kind 'Solution.xml'")]
    [InlineData("Other/Notes.txt", "No component names this file")]
    [InlineData("Entities/Account/notes.xml", "No component names this file")]
    [InlineData("Entities/Contact/RibbonDiff.xml", "No component names this file")]
    [InlineData("Entities/Account/FormXml/extra.xml", "No component names this file")]
    [InlineData("WebResources/cts_/lost.js", "No component names this file")]
    [InlineData("Workflows/Lost.json", "No component names this file")]
    [InlineData("PluginAssemblies/Other.dll", "No component names this file")]
    public void A_file_without_a_place_is_refused_by_name(string file, string words) =>
        Breaks(sample => sample.Write(file, file.EndsWith(".json", StringComparison.Ordinal) ? "{}" : "<x />"), file, words);

    [Theory]
    [InlineData("Roles/Other.xml", "<Rolle />", "Files of this folder have the root Role")]
    [InlineData("OptionSets/other.xml", "<optionset Name=\"cts_kind\" />", "By its content the file is OptionSets/cts_kind.xml")]
    [InlineData("Dashboards/other.xml", "<Dashboard><FormId>{x}</FormId></Dashboard>", "By its content the file is Dashboards/{x}.xml")]
    [InlineData("Entities/Account/SavedQueries/a.xml", "<savedqueries />", "holds 0 elements. It must hold one savedquery")]
    [InlineData(
        "Entities/Account/FormXml/main/a.xml",
        "<forms><systemform><formid>{b}</formid></systemform></forms>",
        "the file is Entities/Account/FormXml/main/{b}.xml"
    )]
    [InlineData("Entities/Account/Visualizations/a.xml", "<chart />", "Files of this folder have the root visualization")]
    [InlineData("AppModules/other/AppModule.xml", "<AppModule><UniqueName>../../up</UniqueName></AppModule>", "not a path inside the solution")]
    [InlineData(
        "Other/FieldSecurityProfiles.xml",
        "<FieldSecurityProfiles><Profile /></FieldSecurityProfiles>",
        "Only these belong in it: FieldSecurityProfile"
    )]
    public void A_file_is_what_its_name_says(string file, string content, string words) => Breaks(sample => sample.Write(file, content), file, words);

    [Theory]
    [InlineData("Other/Customizations.xml", "<Workflows />", "", "The slot is missing")]
    [InlineData("Other/Customizations.xml", "<Workflows />", "<Workflow />", "Unknown section 'Workflow'")]
    [InlineData("Other/Customizations.xml", "<Workflows />", "<Workflows /><Workflows />", "appears twice")]
    [InlineData("Other/Customizations.xml", "<Roles />", "<Roles><Role /></Roles>", "must be empty")]
    [InlineData("Entities/Account/Entity.xml", "<FormXml />", "", "The element FormXml is missing")]
    [InlineData("Entities/Account/Entity.xml", "<FormXml />", "<FormXml><forms /></FormXml>", "must be empty")]
    public void A_section_is_there_once_and_empty(string file, string text, string replacement, string words) =>
        Breaks(sample => sample.Replace(file, text, replacement), file, words);

    [Theory]
    [InlineData(
        "CanvasApps/cts_page_1d6e0.meta.xml",
        "cts_page_1d6e0_DocumentUri.msapp",
        "cts_other.msapp",
        "The file CanvasApps/cts_other.msapp is missing"
    )]
    [InlineData(
        "CanvasApps/cts_page_1d6e0.meta.xml",
        "/CanvasApps/cts_page_1d6e0_DocumentUri.msapp",
        "/../../etc/passwd",
        "not a path inside a package"
    )]
    [InlineData("Connectors/cts_5Fdesk.xml", "/Connector/cts_5Fdesk_openapidefinition.json", "C:\\desk.json", "not a path inside a package")]
    [InlineData(
        "Connectors/cts_5Fdesk.xml",
        "/Connector/cts_5Fdesk_openapidefinition.json",
        "/CanvasApps/cts_page_1d6e0_DocumentUri.msapp",
        "names the same part of the package"
    )]
    public void A_named_file_is_there_and_belongs_to_one_component(string file, string text, string replacement, string words) =>
        Breaks(sample => sample.Replace(file, text, replacement), file, words);

    [Fact]
    public void An_empty_ribbon_is_not_kept()
    {
        const string Ribbon = "Entities/Account/RibbonDiff.xml";
        Breaks(sample => sample.Write(Ribbon, "<RibbonDiffXml />"), Ribbon, "The ribbon is empty");
    }

    private static void Breaks(Action<Sample> change, string file, string words)
    {
        using Sample sample = new(Sample.Elsewhere);
        change(sample);
        Assert.Contains(sample.Verify(), finding => finding.File == file && finding.Sentence.Contains(words, StringComparison.Ordinal));
    }
}
