using System.Text;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Packing;
using PowerIntegration.Packer.Tests.Packing;
using PowerIntegration.Packer.Unpacking;
using Xunit;

namespace PowerIntegration.Packer.Tests.Unpacking;

/// <summary>A package may come from anywhere: each row changes one thing in a good one, and nothing is written.</summary>
public sealed class HostilePackageTests : IDisposable
{
    private const string Customizations = "customizations.xml";
    private static readonly Lazy<PackagePart[]> Good = new(ReadGood);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("packer-tests-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("../../outside.xml")]
    [InlineData("/outside.xml")]
    [InlineData("Workflows/../../outside.xml")]
    [InlineData("Workflows\\..\\outside.xml")]
    [InlineData("C:/outside.xml")]
    [InlineData("Workflows//outside.xml")]
    [InlineData("Workflows/./outside.xml")]
    [InlineData("Workflows/outside.xml.")]
    [InlineData("Workflows/outside ")]
    [InlineData("Workflows/out\u0000side.xml")]
    [InlineData("Workflows/out\u001bside.xml")]
    public void A_name_that_could_leave_the_folder_is_refused(string name) => Refuses([.. Good.Value, Part(name, "<x />")], "could leave the folder");

    [Theory]
    [InlineData("solution.xml")]
    [InlineData("SOLUTION.xml")]
    [InlineData("controls/cts_contoso.gauge/BUNDLE.js")]
    public void A_name_that_another_part_has_is_refused(string name) =>
        Refuses([.. Good.Value, Part(name, "<x />")], "The name appears more than once");

    [Theory]
    [InlineData("Controls/cts_Contoso.Gauge/bundle.js/inner.js")]
    [InlineData("solution.xml/inner.xml")]
    [InlineData("CanvasApps/cts_page_1d6e0_BackgroundImageUri/inner.xml")]
    public void A_file_that_is_also_a_folder_is_refused(string name) =>
        Refuses([.. Good.Value, Part(name, "<x />")], "A file and a folder cannot share a name");

    [Theory]
    [InlineData("contoso_widgets/one.xml", "No component names it")]
    [InlineData("Workflows/Other.json", "No component names it")]
    [InlineData("notes.js", "No component names it")]
    [InlineData("Controls/readme.md", "does not name it, so an import cannot read it")]
    public void A_part_of_an_unknown_kind_is_refused_by_name(string name, string words) =>
        Assert.Contains(name + ", the part: ", Refuses([.. Good.Value, Part(name, "<x />")], words), StringComparison.Ordinal);

    [Theory]
    [InlineData("solution.xml")]
    [InlineData(Customizations)]
    [InlineData("[Content_Types].xml")]
    public void A_part_that_every_package_has_is_missed(string name) =>
        Refuses([.. Good.Value.Where(part => part.Path != name)], "It is missing at the top of the package");

    [Theory]
    [InlineData("CanvasApps/cts_page_1d6e0_DocumentUri.msapp")]
    [InlineData("Connector/cts_5Fdesk_openapidefinition.json")]
    [InlineData("Formulas/account-cts_total.xaml")]
    public void A_part_that_a_component_names_is_missed(string name) =>
        Refuses([.. Good.Value.Where(part => part.Path != name)], "A component names it, but it is not in the package");

    [Theory]
    [InlineData("<Roles />", "<Roles>", "not well-formed XML")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-8\"?>", "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>", "not well-formed XML")]
    [InlineData("<Roles />", "<Roles><Rolle name=\"x\" /></Roles>", "the element 'Rolle', which is of an unknown kind")]
    [InlineData("<Roles />", "<Widgets />", "The section 'Widgets' is of an unknown kind")]
    [InlineData("<FormXml>", "<FormXml><forms type=\"main\"><form /></forms>", "the element 'form', which is of an unknown kind")]
    [InlineData("<optionsets />", "<optionsets><optionset Name=\"../../up\" /></optionsets>", "outside the folder")]
    [InlineData("<optionsets />", "<optionsets><optionset /></optionsets>", "The component has no name")]
    [InlineData("<optionsets />", "<optionsets><optionset Name=\"a\" /><optionset Name=\"A\" /></optionsets>", "Two components have this name")]
    [InlineData(
        "<WebResources />",
        "<WebResources><WebResource><Name>../up.js</Name><FileName>/WebResources/x</FileName></WebResource></WebResources>",
        "leaves the package"
    )]
    [InlineData(
        "<WebResources />",
        "<WebResources><WebResource><Name>cts_a</Name><FileName>/../x</FileName></WebResource></WebResources>",
        "leaves the package"
    )]
    [InlineData("cts_page_1d6e0_DocumentUri.msapp", "cts_page_1d6e0_BackgroundImageUri", "Two components name this part")]
    public void Customizations_that_would_do_harm_are_refused(string text, string replacement, string words)
    {
        PackagePart[] parts = Good.Value;
        string content = Encoding.UTF8.GetString(parts.Single(part => part.Path == Customizations).Content);
        int index = content.IndexOf(text, StringComparison.Ordinal);
        Assert.True(index >= 0, $"The package does not hold the text {text}.");
        string changed = content[..index] + replacement + content[(index + text.Length)..];
        Refuses([.. parts.Select(part => part.Path == Customizations ? Part(Customizations, changed) : part)], words);
    }

    [Theory]
    [InlineData("solution.xml", "<ImportExportXml />", "The element is missing below ImportExportXml")]
    [InlineData(Customizations, "<Customizations />", "Solutions have ImportExportXml")]
    [InlineData("[Content_Types].xml", "<Types />", "does not name it, so an import cannot read it")]
    public void A_part_of_another_shape_is_refused(string name, string content, string words) =>
        Refuses([.. Good.Value.Select(part => part.Path == name ? Part(name, content) : part)], words);

    [Fact]
    public void Nesting_that_would_end_the_program_is_refused()
    {
        string deep = string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000));
        Refuses([.. Good.Value.Select(part => part.Path == Customizations ? Part(Customizations, deep) : part)], "nested more than 200 deep");
    }

    [Fact]
    public void Parts_that_grow_beyond_the_limit_are_refused_whatever_size_they_state()
    {
        byte[] package = PackageZip.Write([Part("a.xml", new string('0', 600)), Part("b.xml", new string('0', 600))]);
        Assert.Equal(2, PackageReader.Read(package, "x.zip", bytesMax: 1200).Count);
        string refusal = Assert.Throws<PackingRefusedException>(() => PackageReader.Read(package, "x.zip", bytesMax: 1199)).Message;
        Assert.Contains("x.zip, part 'b.xml'", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(1000)]
    public void A_file_that_is_not_a_whole_zip_is_refused(int length)
    {
        byte[] whole = PackageZip.Write(Good.Value);
        Assert.Contains("not a zip file that can be read", Refusal(whole[..length]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_entry_is_passed_over() =>
        Assert.Equal(
            SolutionUnpacker.Unpack(Good.Value).Select(file => file.Path),
            SolutionUnpacker.Unpack(PackageReader.Read(PackageZip.Write([Part("Workflows/", ""), .. Good.Value]), "x.zip")).Select(file => file.Path)
        );

    [Fact]
    public void A_folder_that_holds_something_is_left_alone()
    {
        File.WriteAllBytes(PathOf("good.zip"), PackageZip.Write(Good.Value));
        string refusal = Assert.Throws<PackingRefusedException>(() => SolutionUnpacker.Unpack(PathOf("good.zip"), folder.FullName)).Message;
        Assert.Contains("It is not empty", refusal, StringComparison.Ordinal);
        Assert.Equal(["good.zip"], Sample.FilesIn(folder.FullName));
    }

    [Fact]
    public void A_role_whose_name_is_not_a_file_name_gets_one_that_is()
    {
        using Sample sample = new(Sample.Elsewhere);
        sample.Write("Roles/Sales _ Service_ a_b.xml", "<Role id=\"{x}\" name=\"Sales / Service: a|b\" />");
        Assert.Contains(SolutionUnpacker.Unpack(sample.Parts()), file => file.Path == "Roles/Sales _ Service_ a_b.xml");
    }

    private static PackagePart[] ReadGood()
    {
        using Sample sample = new(Sample.Elsewhere);
        return [.. sample.Parts()];
    }

    private string PathOf(string file) => Path.Combine(folder.FullName, file);

    private static PackagePart Part(string path, string content) => new(path, Encoding.UTF8.GetBytes(content));

    private string Refuses(IReadOnlyList<PackagePart> parts, string words)
    {
        string refusal = Refusal(PackageZip.Write(parts));
        Assert.Contains(words, refusal, StringComparison.Ordinal);
        return refusal;
    }

    private string Refusal(byte[] package)
    {
        File.WriteAllBytes(PathOf("hostile.zip"), package);
        string target = PathOf("unpacked");
        string refusal = Assert.Throws<PackingRefusedException>(() => SolutionUnpacker.Unpack(PathOf("hostile.zip"), target)).Message;
        Assert.False(Directory.Exists(target), "Something was written.");
        return refusal;
    }
}
