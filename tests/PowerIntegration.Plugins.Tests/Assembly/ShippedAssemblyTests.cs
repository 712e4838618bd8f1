using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Assembly;

/// <summary>Looks into the net462 file that ships, without loading it.</summary>
public sealed class ShippedAssemblyTests
{
    [Fact]
    public void It_binds_to_the_real_SDK()
    {
        using var file = Open();
        var reader = file.GetMetadataReader();
        var sdk = References(reader).Single(reference => reader.GetString(reference.Name) == "Microsoft.Xrm.Sdk");
        Assert.Equal(new Version(9, 0, 0, 0), sdk.Version);
        Assert.Equal("31bf3856ad364e35", Hex(reader.GetBlobBytes(sdk.PublicKeyOrToken)));
    }

    [Fact]
    public void It_depends_on_nothing_but_the_framework_and_the_SDK()
    {
        using var file = Open();
        var reader = file.GetMetadataReader();
        var names = References(reader).Select(reference => reader.GetString(reference.Name));
        Assert.DoesNotContain(
            names,
            name => name is not ("mscorlib" or "System" or "Microsoft.Xrm.Sdk") && !name.StartsWith("System.", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("System.Runtime", names);
        Assert.DoesNotContain("System.ValueTuple", names);
    }

    [Fact]
    public void It_is_strong_named_and_keeps_its_version_so_that_steps_stay_bound()
    {
        using var file = Open();
        var reader = file.GetMetadataReader();
        var definition = reader.GetAssemblyDefinition();
        Assert.True(file.PEHeaders.CorHeader!.Flags.HasFlag(CorFlags.StrongNameSigned));
        Assert.Equal(new Version(1, 0, 0, 0), definition.Version);
        Assert.Equal("002400000480", Hex(reader.GetBlobBytes(definition.PublicKey))[..12]);
    }

    [Fact]
    public void Domain_is_compiled_in()
    {
        using var file = Open();
        var reader = file.GetMetadataReader();
        var names = reader
            .TypeDefinitions.Select(handle => reader.GetTypeDefinition(handle))
            .Select(type => reader.GetString(type.Namespace) + "." + reader.GetString(type.Name));
        Assert.Contains("PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation.BillingPreparation", names);
    }

    private static IEnumerable<AssemblyReference> References(MetadataReader reader) =>
        reader.AssemblyReferences.Select(handle => reader.GetAssemblyReference(handle));

    private static PEReader Open()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var configuration = output.Parent!.Name;
        var root = output;
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "PowerIntegration.sln")))
        {
            root = root.Parent;
        }

        return new PEReader(
            File.OpenRead(
                Path.Combine(root!.FullName, "plugins", "PowerIntegration.Plugins", "bin", configuration, "net462", "PowerIntegration.Plugins.dll")
            )
        );
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
