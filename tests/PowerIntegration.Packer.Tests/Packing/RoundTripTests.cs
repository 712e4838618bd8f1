using System.Xml.Linq;
using PowerIntegration.Packer.Packing;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Unpacking;
using Xunit;

namespace PowerIntegration.Packer.Tests.Packing;

/// <summary>Packing and unpacking are inverse: nothing is lost, and the same sources give the same bytes however often they go around.</summary>
public sealed class RoundTripTests
{
    [Theory]
    [InlineData(Sample.Visits, PackageKind.Unmanaged)]
    [InlineData(Sample.Visits, PackageKind.Managed)]
    [InlineData(Sample.Elsewhere, PackageKind.Unmanaged)]
    [InlineData(Sample.Elsewhere, PackageKind.Managed)]
    public void What_was_unpacked_packs_into_the_same_bytes(string name, PackageKind kind)
    {
        using Sample sample = new(name);
        byte[] first = PackageZip.Write(sample.Parts(kind));
        File.WriteAllBytes(sample.Beside("first.zip"), first);
        SolutionUnpacker.Unpack(sample.Beside("first.zip"), sample.Beside("again"));
        UnpackedSolution again = UnpackedSolution.Read(sample.Beside("again"));
        Assert.Equal(first, PackageZip.Write(PackageParts.Of(again, new PackageInputs(kind))));
    }

    [Fact]
    public void Unpacking_what_was_packed_gives_the_files_again_byte_by_byte()
    {
        using Sample sample = new(Sample.Visits);
        AssertSame(Sample.SourceOf(Sample.Visits), SolutionUnpacker.Unpack(sample.Parts()), []);
    }

    [Fact]
    public void Of_two_variants_the_package_has_one_and_the_flag_says_which()
    {
        using Sample sample = new(Sample.Elsewhere);
        string[] managed = [.. Sample.FilesIn(sample.Folder).Where(file => file.EndsWith("_managed.xml", StringComparison.Ordinal))];
        Assert.Equal(4, managed.Length);
        AssertSame(sample.Folder, SolutionUnpacker.Unpack(sample.Parts()), [.. managed, "Other/Solution.xml"]);
        string[] plain = [.. managed.Select(file => file.Replace("_managed", "", StringComparison.Ordinal))];
        AssertSame(sample.Folder, SolutionUnpacker.Unpack(sample.Parts(PackageKind.Managed)), [.. plain, "Other/Solution.xml"]);
    }

    [Fact]
    public void The_shipped_solutions_come_back_byte_by_byte_with_icon_and_assembly_beside_them()
    {
        PackageInputs inputs = new(PackageKind.Unmanaged, Repository.Definition(), () => File.ReadAllBytes(Repository.PluginAssembly));
        foreach (UnpackedSolution solution in Repository.Solutions())
        {
            UnpackedFile[] files = [.. SolutionUnpacker.Unpack(PackageParts.Of(solution, inputs))];
            string[] extra =
            [
                .. files
                    .Select(file => file.Path)
                    .Where(path => path.EndsWith(".Png", StringComparison.Ordinal) || path.EndsWith(".dll", StringComparison.Ordinal)),
            ];
            AssertSame(solution.Folder, files, extra);
        }
    }

    [Fact]
    public void A_text_keeps_its_line_ends_its_blanks_and_its_special_characters()
    {
        using Sample sample = new(Sample.Elsewhere);
        const string Text = "  a &lt;b&gt; &amp; &#xD;\n\tc <![CDATA[<d>]]> é漢 ";
        sample.Replace("Other/EntityMaps.xml", "<EntitySource>account", $"<EntitySource>{Text}");
        XElement before = XElement.Load(Path.Combine(sample.Folder, "Other/EntityMaps.xml"));
        UnpackedFile after = Assert.Single(SolutionUnpacker.Unpack(sample.Parts()), file => file.Path == "Other/EntityMaps.xml");
        Assert.Equal(
            before.Descendants("EntitySource").Single().Value,
            XElement.Load(new MemoryStream(after.Content)).Descendants("EntitySource").Single().Value
        );
    }

    private static void AssertSame(string folder, IEnumerable<UnpackedFile> files, string[] except)
    {
        Dictionary<string, byte[]> unpacked = files.ToDictionary(file => file.Path, file => file.Content);
        Assert.Equal(Sample.FilesIn(folder).Except(except), unpacked.Keys.Except(except));
        foreach (string file in unpacked.Keys.Except(except))
        {
            string expected = File.ReadAllText(Path.Combine(folder, file));
            Assert.True(expected == System.Text.Encoding.UTF8.GetString(unpacked[file]), $"{file} came back changed.");
        }
    }
}
