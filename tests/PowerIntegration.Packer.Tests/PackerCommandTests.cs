using System.CommandLine;
using System.IO.Compression;
using System.Security.Cryptography;
using PowerIntegration.CommandLine;
using PowerIntegration.Packer.Packing;
using PowerIntegration.Packer.Tests.Packing;
using Xunit;

namespace PowerIntegration.Packer.Tests;

public sealed class PackerCommandTests
{
    [Fact]
    public void Verify_says_what_it_looked_at_and_exits_with_zero()
    {
        StringWriter output = new();
        Assert.Equal(0, Run(output, output, "verify", "--root", Repository.Root));
        Assert.Equal("Verified the connector, core, flows and approvals solutions and the rows that ship: 0 findings.", output.ToString().Trim());
    }

    [Fact]
    public void Verify_prints_each_finding_and_exits_with_one()
    {
        using SourceCopy copy = new();
        copy.Replace("solution/core/Other/Solution.xml", "<Managed>0", "<Managed>1");
        StringWriter output = new();
        Assert.Equal(1, Run(output, output, "verify", "--root", copy.Root));
        Assert.Contains("Other/Solution.xml, Managed:", output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(": 1 finding.", output.ToString().Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OptionSets/pint_bondcondition.xml", "value=\"723100001\"", "value=\"723100000\"", "723100000")]
    [InlineData("OptionSets/pint_bondcondition.xml", "<label description", "<lable description", "lable")]
    [InlineData("Entities/pint_JurisdictionRule/Entity.xml", "<MaxValue>", "<MaxValue>many", "many")]
    public void A_choice_or_column_that_rows_are_compared_with_is_named_itself(string file, string text, string replacement, string word)
    {
        using SourceCopy copy = new();
        copy.Replace("solution/core/" + file, text, replacement);
        StringWriter output = new();
        Assert.Equal(1, Run(output, output, "verify", "--root", copy.Root));
        Assert.Contains(
            output.ToString().Split('\n'),
            line => line.StartsWith(file, StringComparison.Ordinal) && line.Contains(word, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Pack_writes_four_packages_under_two_names_and_says_so()
    {
        using SourceCopy copy = new();
        string folder = Path.Combine(copy.Root, "out");
        StringWriter output = new();
        Assert.Equal(0, Run(output, output, "pack", "--root", copy.Root, "--out", folder, "--assembly", Repository.PluginAssembly, "--managed"));
        Assert.Equal(8, Directory.GetFiles(folder, "*_managed.zip").Length);
        Assert.EndsWith($"Packed (managed): 10 files in {folder}.", output.ToString().Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void Pack_says_the_hash_of_the_assembly_that_is_in_the_package()
    {
        using SourceCopy copy = new();
        string folder = Path.Combine(copy.Root, "out");
        StringWriter output = new();
        Run(output, output, "pack", "--root", copy.Root, "--out", folder, "--assembly", Repository.PluginAssembly);

        using ZipArchive package = ZipFile.OpenRead(Path.Combine(folder, "PowerIntegrationCore.zip"));
        using Stream assembly = package.Entries.Single(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal)).Open();
        string hash = Convert.ToHexStringLower(SHA256.HashData(assembly));
        Assert.Contains(
            $"The plug-in assembly has the hash {hash}. A controller accepts the release by it.",
            output.ToString(),
            StringComparison.Ordinal
        );
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
    public void Pack_without_building_says_what_to_build()
    {
        using SourceCopy copy = new();
        StringWriter error = new();
        Assert.Equal(1, Run(new StringWriter(), error, "pack", "--root", copy.Root, "--out", Path.Combine(copy.Root, "out"), "--no-build"));
        Assert.Contains("Build plugins/PowerIntegration.Plugins for net462", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Pack_in_a_clean_clone_builds_the_assembly_first()
    {
        using SourceCopy copy = new();
        string built = Path.Combine(copy.Root, "plugins/PowerIntegration.Plugins/bin/Release/net462/PowerIntegration.Plugins.dll");
        StringWriter output = new();
        RunProgram build = (program, arguments, folder, say) =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(built)!);
            File.Copy(Repository.PluginAssembly, built);
            say("compiled");
            return 0;
        };
        string[] arguments = ["pack", "--root", copy.Root, "--out", Path.Combine(copy.Root, "out")];
        Assert.Equal(0, PackerCommand.Create(build).Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = output }));
        Assert.StartsWith("The plug-in assembly is not built. Running dotnet build", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("compiled", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_built_for_sources_that_are_not_in_order()
    {
        using SourceCopy copy = new();
        copy.Replace("solution/core/Other/Solution.xml", "<Managed>0", "<Managed>1");
        StringWriter output = new();
        RunProgram build = (program, arguments, folder, say) => throw new InvalidOperationException("Nothing was to be built.");
        string[] arguments = ["pack", "--root", copy.Root, "--out", Path.Combine(copy.Root, "out")];
        Assert.Equal(1, PackerCommand.Create(build).Parse(arguments).Invoke(new InvocationConfiguration { Output = output, Error = output }));
        Assert.StartsWith("Other/Solution.xml, ", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_unpack_writes_is_verified_and_packed_by_its_folder()
    {
        using Sample sample = new(Sample.Elsewhere);
        StringWriter output = new();
        Assert.Equal(0, Run(output, output, "pack", "--folder", sample.Folder, "--out", sample.Beside("out")));
        Assert.Equal(0, Run(output, output, "unpack", sample.Beside("out/Contoso.zip"), "--out", sample.Beside("again")));
        Assert.Equal(0, Run(output, output, "verify", "--folder", sample.Beside("again")));
        Assert.Contains(
            $"Unpacked {sample.Beside("out/Contoso.zip")}: 26 files in {sample.Beside("again")}.",
            output.ToString(),
            StringComparison.Ordinal
        );
        Assert.EndsWith($"Verified {sample.Beside("again")}: 0 findings.", output.ToString().Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_root_that_is_not_the_repository_is_refused_in_one_sentence()
    {
        using Sample sample = new(Sample.Elsewhere);
        StringWriter error = new();
        Assert.Equal(2, Run(new StringWriter(), error, "verify", "--root", sample.Folder));
        Assert.Contains(sample.Folder, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("no folder solution", error.ToString(), StringComparison.Ordinal);
        Assert.Single(error.ToString().Trim().Split('\n'));
    }

    [Theory]
    [InlineData("unpack", "no-such-package.zip", "--out", "x")]
    [InlineData("pack", "--folder", "no-such-folder", "--out", "x")]
    [InlineData("pack", "--assembly", "no-such-assembly.dll", "--out", "x")]
    public void What_does_not_exist_is_a_sentence_and_no_stack_trace(params string[] arguments)
    {
        StringWriter error = new();
        Assert.Equal(2, Run(new StringWriter(), error, [.. arguments, "--root", Repository.Root]));
        Assert.Contains("no-such", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Help_has_the_verbs_examples_and_exit_codes()
    {
        StringWriter output = new();
        Assert.Equal(0, Run(output, output, "--help"));
        Assert.All(
            ["verify", "pack", "unpack", "generate", "Examples", "Exit codes: 0"],
            words => Assert.Contains(words, output.ToString(), StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("pack")]
    [InlineData("unpack")]
    [InlineData("generate")]
    [InlineData("generate", "tables")]
    [InlineData("generate", "registration")]
    public void Every_verb_has_an_example_of_itself(params string[] verb)
    {
        StringWriter output = new();
        Assert.Equal(0, Run(output, output, [.. verb, "--help"]));
        Assert.Contains($"PowerIntegration.Packer -- {string.Join(' ', verb)}", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--out", "pack", "--uot", "x")]
    [InlineData("--check", "generate", "tables", "--chek")]
    [InlineData("verify", "verfy")]
    public void A_mistyped_word_is_refused_with_the_nearest_one(string meant, params string[] arguments)
    {
        StringWriter output = new(),
            error = new();
        Assert.Equal(2, Run(output, error, arguments));
        Assert.Contains($"Did you mean {meant}?", error.ToString(), StringComparison.Ordinal);
        Assert.Single(error.ToString().Trim().Split('\n'));
        Assert.Empty(output.ToString());
    }

    private static int Run(TextWriter output, TextWriter error, params string[] arguments) =>
        CommandRun.InvokeAsync(PackerCommand.Create(), arguments, new InvocationConfiguration { Output = output, Error = error }).Result;
}
