using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Packing;
using PowerIntegration.Packer.Sources;
using Xunit;

namespace PowerIntegration.Packer.Tests.Packing;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("Microsoft.Xrm.Sdk.dll")]
    [InlineData("Microsoft.Crm.Sdk.Proxy.dll")]
    public void A_stand_in_never_ships(string file)
    {
        byte[] standIn = File.ReadAllBytes(Path.Combine(Repository.PluginOutput, file));
        Assert.Contains("they never ship", Refusal(standIn), StringComparison.Ordinal);
    }

    [Fact]
    public void An_assembly_of_another_name_is_refused_with_both_names()
    {
        string refusal = Refusal(File.ReadAllBytes(typeof(SolutionPacker).Assembly.Location));
        Assert.Contains(
            "registers 'PowerIntegration.Plugins, Version=1.0.0.0, Culture=neutral, PublicKeyToken=43e2d84ed15f9658', the built file "
                + "is 'PowerIntegration.Packer,",
            refusal,
            StringComparison.Ordinal
        );
        Assert.Contains("must be strong-named", refusal, StringComparison.Ordinal);
        Assert.Contains("Dataverse runs .NETFramework,Version=v4.6.2 only", refusal, StringComparison.Ordinal);
        Assert.Contains("which Dataverse does not provide", refusal, StringComparison.Ordinal);
        Assert.Contains("has no such public plug-in class", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plugin_class_that_nothing_registers_is_refused()
    {
        using SourceCopy copy = new();
        SourceElement registration = copy.Solutions[1].Xml(RegistrationFile(copy.Solutions[1]));
        registration.Element.Descendants("PluginType").Remove();
        Assert.Contains(
            AssemblyCheck.Find(registration, File.ReadAllBytes(Repository.PluginAssembly)),
            finding =>
                finding.Element == "PowerIntegration.Plugins.Dispatch.RecordOutcome"
                && finding.Sentence.Contains("no PluginType registers it", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Bytes_that_are_no_assembly_are_refused() => Assert.Contains("cannot be read", Refusal([1, 2, 3]), StringComparison.Ordinal);

    [Fact]
    public void Without_the_built_assembly_the_core_is_not_packed() =>
        Assert.Contains("The built assembly is missing", Refusal(null), StringComparison.Ordinal);

    [Theory]
    [InlineData("solution/core/contoso_widgets/widget.xml", "Components of the folder 'contoso_widgets' are not supported here")]
    [InlineData("solution/core/PluginAssemblies/PowerIntegrationPlugins.dll", "No component names this file")]
    [InlineData("solution/core/PluginAssemblies/PowerIntegrationPlugins.dll", "none belongs in the source")]
    public void A_file_that_has_no_place_in_a_package_is_refused_by_name(string file, string words)
    {
        using SourceCopy copy = new();
        copy.Write(file, "<widget />");
        PackingRefusedException refusal = Assert.Throws<PackingRefusedException>(() => Pack(copy, File.ReadAllBytes(Repository.PluginAssembly)));
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith(file["solution/core/".Length..], refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sources_that_are_not_in_order_are_not_packed_and_nothing_is_written()
    {
        using SourceCopy copy = new();
        copy.Replace("solution/flows/Other/Solution.xml", "<Managed>0", "<Managed>1");
        Assert.Throws<PackingRefusedException>(() => Pack(copy, File.ReadAllBytes(Repository.PluginAssembly)));
        Assert.False(Directory.Exists(Path.Combine(copy.Root, "out")));
    }

    private static string Refusal(byte[]? assembly)
    {
        using SourceCopy copy = new();
        return Assert.Throws<PackingRefusedException>(() => Pack(copy, assembly)).Message;
    }

    private static void Pack(SourceCopy copy, byte[]? assembly) =>
        SolutionPacker.Pack(
            copy.Solutions,
            new PackageInputs(PackageKind.Unmanaged, copy.Definition, () => assembly),
            Path.Combine(copy.Root, "out")
        );

    private static string RegistrationFile(UnpackedSolution solution) => solution.FilesIn("PluginAssemblies", ".dll.data.xml").Single();
}
