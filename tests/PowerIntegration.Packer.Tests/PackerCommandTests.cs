using System.CommandLine;
using Xunit;

namespace PowerIntegration.Packer.Tests;

public sealed class PackerCommandTests
{
    [Fact]
    public void Verify_says_zero_and_exits_with_zero()
    {
        StringWriter output = new();
        Assert.Equal(0, Run(output, output, "verify", "--root", Repository.Root));
        Assert.Equal("0 found.", output.ToString().Trim());
    }

    [Fact]
    public void Verify_prints_each_finding_and_exits_with_one()
    {
        using SourceCopy copy = new();
        copy.Replace("solution/core/Other/Solution.xml", "<Managed>0", "<Managed>1");
        StringWriter output = new();
        Assert.Equal(1, Run(output, output, "verify", "--root", copy.Root));
        Assert.Contains("Other/Solution.xml, Managed:", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Pack_writes_three_packages()
    {
        using SourceCopy copy = new();
        string folder = Path.Combine(copy.Root, "out");
        Assert.Equal(
            0,
            Run(new StringWriter(), new StringWriter(), "pack", "--root", copy.Root, "--out", folder, "--assembly", Repository.PluginAssembly)
        );
        Assert.Equal(3, Directory.GetFiles(folder, "*.zip").Length);
    }

    [Fact]
    public void Pack_puts_the_rows_that_ship_beside_the_packages_byte_by_byte()
    {
        using SourceCopy copy = new();
        string folder = Path.Combine(copy.Root, "out");
        Assert.Equal(
            0,
            Run(new StringWriter(), new StringWriter(), "pack", "--root", copy.Root, "--out", folder, "--assembly", Repository.PluginAssembly)
        );
        string shipped = Path.Combine(Repository.Root, "solution/data");
        Assert.Equal(Directory.GetFiles(shipped).Length, Directory.GetFiles(Path.Combine(folder, "data")).Length);
        Assert.All(
            Directory.GetFiles(shipped),
            file => Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(folder, "data", Path.GetFileName(file))))
        );
    }

    [Fact]
    public void Rows_that_are_not_in_order_are_found_by_verify_and_nothing_is_packed()
    {
        using SourceCopy copy = new();
        copy.Replace("solution/data/jurisdiction-rules.json", "\"pint_verified\": true,", "");
        StringWriter output = new();
        Assert.Equal(1, Run(output, output, "verify", "--root", copy.Root));
        Assert.Contains("pint_verified", output.ToString(), StringComparison.Ordinal);
        string folder = Path.Combine(copy.Root, "out");
        Assert.Equal(1, Run(output, output, "pack", "--root", copy.Root, "--out", folder, "--assembly", Repository.PluginAssembly));
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void Pack_without_an_assembly_says_what_to_build()
    {
        using SourceCopy copy = new();
        StringWriter error = new();
        Assert.Equal(1, Run(new StringWriter(), error, "pack", "--root", copy.Root, "--out", Path.Combine(copy.Root, "out")));
        Assert.Contains("Build plugins/PowerIntegration.Plugins for net462", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Help_explains_both_commands()
    {
        StringWriter output = new();
        Assert.Equal(0, Run(output, output, "--help"));
        Assert.Contains("verify", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("pack", output.ToString(), StringComparison.Ordinal);
    }

    private static int Run(TextWriter output, TextWriter error, params string[] arguments) =>
        PackerCommand.Create().Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = error });
}
