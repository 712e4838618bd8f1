using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Packing;
using Xunit;

namespace PowerIntegration.Packer.Tests.Packing;

public sealed class ManagedTests
{
    [Theory]
    [InlineData(Sample.Visits, PackageKind.Unmanaged, "0")]
    [InlineData(Sample.Visits, PackageKind.Managed, "1")]
    [InlineData(Sample.Elsewhere, PackageKind.Unmanaged, "0")]
    [InlineData(Sample.Elsewhere, PackageKind.Managed, "1")]
    public void The_manifest_says_what_the_package_is(string name, PackageKind kind, string flag)
    {
        using Sample sample = new(name);
        Assert.Equal(flag, Manifest(sample, kind).Descendants("Managed").Single().Value);
    }

    [Theory]
    [InlineData(PackageKind.Unmanaged, 0)]
    [InlineData(PackageKind.Managed, 4)]
    public void A_file_for_managed_packages_takes_the_place_of_its_neighbor(PackageKind kind, int marks)
    {
        using Sample sample = new(Sample.Elsewhere);
        PackagePart customizations = sample.Parts(kind).Single(part => part.Path == "customizations.xml");
        XElement root = XElement.Load(new MemoryStream(customizations.Content));
        Assert.Equal(marks, root.Descendants().Count(element => element.Attribute("solutionaction") is not null));
        Assert.Single(root.Descendants("systemform"));
    }

    [Fact]
    public void A_manifest_for_managed_packages_takes_the_place_of_the_other()
    {
        using Sample sample = new(Sample.Elsewhere);
        string manifest = File.ReadAllText(Path.Combine(sample.Folder, "Other/Solution.xml"));
        sample.Write("Other/Solution_managed.xml", manifest.Replace(">Contoso<", ">ContosoManaged<", StringComparison.Ordinal));
        Assert.Equal("Contoso", Manifest(sample, PackageKind.Unmanaged).Descendants("UniqueName").First().Value);
        Assert.Equal("ContosoManaged", Manifest(sample, PackageKind.Managed).Descendants("UniqueName").First().Value);
    }

    [Fact]
    public void What_came_from_a_managed_package_is_not_packed_unmanaged()
    {
        using Sample sample = new(Sample.Elsewhere);
        sample.Replace("Other/Solution.xml", "<Managed>2", "<Managed>1");
        Assert.Contains("Pack it with --managed", Assert.Throws<PackingRefusedException>(() => sample.Parts()).Message, StringComparison.Ordinal);
        Assert.NotEmpty(sample.Parts(PackageKind.Managed));
    }

    [Fact]
    public void A_managed_file_alone_is_found_unless_everything_is_managed()
    {
        using Sample sample = new(Sample.Elsewhere);
        sample.Delete("AppModules/cts_desk/AppModule.xml");
        Assert.Contains(sample.Verify(), finding => finding.Sentence.StartsWith("Only its managed variant is here", StringComparison.Ordinal));
        sample.Replace("Other/Solution.xml", "<Managed>2", "<Managed>1");
        Assert.DoesNotContain(sample.Verify(), finding => finding.Sentence.StartsWith("Only its managed variant", StringComparison.Ordinal));
    }

    private static XElement Manifest(Sample sample, PackageKind kind) =>
        XElement.Load(new MemoryStream(sample.Parts(kind).Single(part => part.Path == "solution.xml").Content));
}
