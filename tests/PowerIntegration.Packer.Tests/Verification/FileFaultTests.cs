using System.Text;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification;
using Xunit;

namespace PowerIntegration.Packer.Tests.Verification;

/// <summary>Files that cannot be read, that have no place, and solutions of other publishers.</summary>
public sealed class FileFaultTests
{
    private const string Manifest = "Other/Solution.xml";
    private const string Customizations = "Other/Customizations.xml";
    private const string Choice = "OptionSets/pint_matching.xml";

    [Theory]
    [InlineData("Reports/Sales.rdl", "Components of the folder 'Reports' are not supported here")]
    [InlineData("CanvasApps/pint_app.meta.xml", "Components of the folder 'CanvasApps' are not supported here")]
    [InlineData("pluginpackages/pint_plug/pluginpackage.xml", "Components of the folder 'pluginpackages' are not supported here")]
    [InlineData("readme.txt", "Components of the folder 'readme.txt' are not supported here")]
    [InlineData("Roles/Reader.txt", "Files of this name are not known in this folder")]
    [InlineData("Roles/Old/Reader.xml", "Files of this name are not known in this folder")]
    [InlineData("Entities/pint_Cursor/Entities.xml", "Files of this name are not known in this folder")]
    [InlineData("Other/EntityMaps.xml", "Files of this name are not known in this folder")]
    [InlineData("customapis/pint_Resolve/customapi.json", "Files of this name are not known in this folder")]
    [InlineData(
        "customapis/pint_Resolve/customapirequestparameters/customapirequestparameter.xml",
        "Files of this name are not known in this folder"
    )]
    [InlineData("PluginAssemblies/Plug/Plug.dll", "Assemblies are built and packed")]
    [InlineData("OptionSets/pint_matching.XML", "Files of this name are not known in this folder")]
    public void A_file_without_a_place(string file, string words)
    {
        using SmallSolution solution = new();
        solution.With(file, file.EndsWith(".json", StringComparison.Ordinal) ? "{}" : "<Any />").Finds(file, words);
    }

    [Theory]
    [InlineData("", "the file")]
    [InlineData("matching", "line 1")]
    [InlineData("<optionset>\n<options></optionset>", "line 2")]
    [InlineData("<optionset Name=\"a\" Name=\"b\" />", "line 1")]
    [InlineData("<optionset />\n<optionset />", "line 2")]
    [InlineData("<!DOCTYPE optionset [<!ENTITY name \"x\">]><optionset>&name;</optionset>", "the file")]
    [InlineData("<optionset>&missing;</optionset>", "line 1")]
    public void XML_that_is_not_well_formed(string text, string place)
    {
        using SmallSolution solution = new();
        Finding finding = Assert.Single(solution.With(Choice, text).Findings());
        Assert.Equal(Choice, finding.File);
        Assert.Contains(place, finding.Element, StringComparison.Ordinal);
        Assert.StartsWith("The file is not well-formed XML:", finding.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16", "The file is not UTF-8 text.")]
    [InlineData("iso-8859-1", "The file is not UTF-8 text.")]
    [InlineData("us-ascii", "The declaration says the encoding 'us-ascii'.")]
    public void XML_in_another_encoding(string encoding, string words)
    {
        using SmallSolution solution = new();
        string text = $"<?xml version=\"1.0\" encoding=\"{encoding}\"?><optionset Name=\"{(encoding == "us-ascii" ? "a" : "\u00e9")}\" />";
        Encoding writer = Encoding.GetEncoding(encoding);
        Finding finding = Assert.Single(solution.With(Choice, [.. writer.GetPreamble(), .. writer.GetBytes(text)]).Findings());
        Assert.Equal(Choice, finding.File);
        Assert.StartsWith(words, finding.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"a\": 1,")]
    [InlineData("{ \"a\": 1, \"a\": 2 }")]
    [InlineData("")]
    public void JSON_that_is_not_valid(string text)
    {
        const string ValuesFile = "environmentvariabledefinitions/pint_Days/environmentvariablevalues.json";
        using SmallSolution solution = new();
        Finding finding = Assert.Single(solution.With(ValuesFile, text).Findings());
        Assert.Equal(ValuesFile, finding.File);
        Assert.StartsWith("The file is not valid JSON:", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_allowed()
    {
        using SmallSolution solution = new();
        byte[] customizations = File.ReadAllBytes(Path.Combine(Repository.Root, "solution/core", Customizations));
        Assert.Empty(solution.With(Customizations, [0xEF, 0xBB, 0xBF, .. customizations]).Findings());
    }

    [Theory]
    [InlineData(Manifest)]
    [InlineData(Customizations)]
    public void A_folder_that_is_not_a_solution(string file)
    {
        using SmallSolution solution = new();
        solution.Without(file).Finds(file, "It is missing.");
    }

    [Theory]
    [InlineData(Manifest, "<ImportExportXml />", "The element is missing below ImportExportXml.")]
    [InlineData(Manifest, "<Solution><SolutionManifest /></Solution>", "Name it ImportExportXml.")]
    [InlineData(Customizations, "<Customizations />", "Name it ImportExportXml.")]
    [InlineData(Choice, "<any />", "Name it optionset.")]
    [InlineData("Roles/Reader.xml", "<any />", "Name it Role.")]
    [InlineData("Entities/pint_Cursor/Entity.xml", "<any />", "Name it Entity.")]
    [InlineData("Entities/pint_Cursor/Entity.xml", "<Entity xmlns=\"urn:x\" />", "Name it Entity.")]
    [InlineData("Other/Relationships.xml", "<any />", "Name it EntityRelationships.")]
    [InlineData("Other/Relationships/pint_Cursor.xml", "<any />", "Name it EntityRelationships.")]
    [InlineData("PluginAssemblies/P-1/P.dll.data.xml", "<any />", "Name it PluginAssembly.")]
    [InlineData("SdkMessageProcessingSteps/{1}.xml", "<any />", "Name it SdkMessageProcessingStep.")]
    [InlineData("customapis/pint_Do/customapi.xml", "<any />", "Name it customapi.")]
    [InlineData("customapis/pint_Do/customapirequestparameters/A/customapirequestparameter.xml", "<any />", "Name it customapirequestparameter.")]
    [InlineData(
        "customapis/pint_Do/customapiresponseproperties/A/customapiresponseproperty.xml",
        "<any />",
        "The folder pint_Do has no customapi.xml."
    )]
    public void A_root_of_another_name(string file, string text, string words)
    {
        using SmallSolution solution = new();
        solution.With(file, text).Finds(file, words);
    }

    [Fact]
    public void A_solution_of_another_publisher_that_is_in_order() =>
        Assert.Empty(SolutionVerifier.VerifyForLoading([UnpackedSolution.Read(Repository.ContosoDesk)]));

    [Theory]
    [InlineData("31")]
    [InlineData("66")]
    [InlineData("300")]
    public void A_root_component_of_another_publisher_that_is_not_known(string type)
    {
        using SmallSolution solution = new("contoso");
        solution
            .WithFault(Manifest, "SolutionManifest/RootComponents", $"add <RootComponent type=\"{type}\" schemaName=\"cts_page\" behavior=\"0\" />")
            .Finds(Manifest, $"The component type {type} is not supported here");
    }

    [Theory]
    [InlineData("CanvasApps", "add <CanvasApp />")]
    [InlineData("EntityDataProviders", "add <EntityDataProvider />")]
    [InlineData("CustomControls", "add <CustomControl />")]
    public void Components_of_another_publisher_that_are_not_known(string slot, string change)
    {
        using SmallSolution solution = new("contoso");
        solution.WithFault(Customizations, slot, change).Finds(Customizations, "Components of this kind are not supported here");
    }

    [Theory]
    [InlineData("<IsActivity>0", "<IsActivity>1", "activity tables are not supported here")]
    [InlineData("<Type>primarykey", "<Type>uniqueidentifier", "exactly one column of type primarykey")]
    [InlineData("<OwnershipTypeMask>OrgOwned", "<OwnershipTypeMask>BusinessOwned", "UserOwned or OrgOwned")]
    [InlineData("<Type>decimal", "<Type>virtual", "The column type 'virtual' is not supported here")]
    [InlineData("<EntityKeys>", "<Icons /><EntityKeys>", "The element 'Icons' is not supported here")]
    public void A_table_of_another_publisher_with_a_fault(string text, string replacement, string words)
    {
        const string TableFile = "Entities/cts_Customer/Entity.xml";
        string fixture = Path.Combine(Repository.ContosoDesk, TableFile);
        using SmallSolution solution = new("contoso");
        solution.With(TableFile, File.ReadAllText(fixture).Replace(text, replacement, StringComparison.Ordinal)).Finds(TableFile, words);
    }
}
