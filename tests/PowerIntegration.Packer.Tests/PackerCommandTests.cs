using System;
using System.CommandLine;
using System.IO;
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
        Assert.Equal(0, Run(new StringWriter(), new StringWriter(), "pack", "--root", copy.Root, "--out", folder, "--assembly", Repository.PluginAssembly));
        Assert.Equal(3, Directory.GetFiles(folder, "*.zip").Length);
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
