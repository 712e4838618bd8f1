using System.CommandLine;
using PowerIntegration.CommandLine;
using PowerIntegration.Packer.Tests.Generation.App;
using Xunit;

namespace PowerIntegration.Packer.Tests.Generation;

public sealed class GenerateCommandTests
{
    private const string Tables = "plugins/PowerIntegration.Tables/";

    [Fact]
    public void Check_names_each_file_that_is_not_current_exits_with_one_and_writes_nothing()
    {
        using SourceCopy copy = new();
        (int exit, string text) = Run("generate", "tables", "--check", "--root", copy.Root);
        Assert.Equal(1, exit);
        Assert.Contains(Tables + "DocumentTable.g.cs, the file: It is missing. Run 'packer generate tables'.", text, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(copy.Root, Tables)));
    }

    [Fact]
    public void Generate_writes_and_check_then_finds_all_current()
    {
        using SourceCopy copy = new();
        (int exit, string text) = Run("generate", "tables", "--root", copy.Root);
        Assert.Equal(0, exit);
        Assert.Contains("wrote " + Tables + "DocumentTable.g.cs", text, StringComparison.Ordinal);
        Assert.Equal((0, "All files are up to date." + Environment.NewLine), Run("generate", "tables", "--check", "--root", copy.Root));
    }

    [Fact]
    public void A_source_with_a_fault_ends_with_its_sentence_and_exit_code_one()
    {
        using SourceCopy copy = new();
        copy.Replace("solution/core/OptionSets/pint_matching.xml", "value=\"723100001\"", "value=\"723100000\"");
        (int exit, string text) = Run("generate", "tables", "--root", copy.Root);
        Assert.Equal(1, exit);
        Assert.StartsWith("OptionSets/pint_matching.xml, option 723100000: The value is used twice", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_registration_is_written_from_an_assembly_that_is_named_and_check_then_finds_all_current()
    {
        using SourceCopy copy = SourceCopy.Whole(SourceCopy.All);
        copy.Write("solution/ids.json", File.ReadAllText(Path.Combine(Repository.Root, "solution/ids.json")));
        copy.Delete("solution/core/customapis/pint_ResolveWbs/customapi.xml");
        string[] arguments = ["generate", "registration", "--root", copy.Root, "--assembly", Repository.PluginAssembly];
        (int exit, string text) = Run(arguments);
        Assert.Equal(0, exit);
        Assert.StartsWith("wrote solution/core/customapis/pint_ResolveWbs/customapi.xml", text, StringComparison.Ordinal);
        Assert.Equal((0, "All files are up to date." + Environment.NewLine), Run([.. arguments, "--check"]));
    }

    [Fact]
    public void The_app_is_written_from_its_declarations_and_check_then_finds_all_current()
    {
        using SmallApp app = new();
        (int missing, string what) = Run("generate", "app", "--check", "--root", app.Root);
        Assert.Equal(1, missing);
        Assert.Contains("AppModules/pint_small/AppModule.xml, the file: It is missing. Run 'packer generate app'.", what, StringComparison.Ordinal);
        Assert.Equal(0, Run("generate", "app", "--root", app.Root).Exit);
        Assert.Equal((0, "All files are up to date." + Environment.NewLine), Run("generate", "app", "--check", "--root", app.Root));
    }

    [Fact]
    public void A_declaration_with_a_fault_ends_with_its_sentence_and_writes_nothing()
    {
        using SmallApp app = new();
        app.Replace(SmallApp.Task, "pint_startdate", "pint_startdata");
        (int exit, string text) = Run("generate", "app", "--root", app.Root);
        Assert.Equal(1, exit);
        Assert.StartsWith("solution/app/pint_oracletask.xml, ", text, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(app.Root, "solution/core/AppModules")));
    }

    [Fact]
    public void Without_a_build_the_registration_says_what_to_build()
    {
        using SourceCopy copy = new();
        (int exit, string text) = Run("generate", "registration", "--root", copy.Root);
        Assert.Equal(1, exit);
        Assert.Contains("Run 'dotnet build plugins/PowerIntegration.Plugins'", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_an_assembly_is_named()
    {
        using SourceCopy copy = new();
        string file = Path.Combine(Repository.Root, "README.md");
        (int exit, string text) = Run("generate", "registration", "--root", copy.Root, "--assembly", file);
        Assert.Equal(1, exit);
        Assert.StartsWith(file + " cannot be read as an assembly:", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_explains_both_verbs_with_an_example()
    {
        (int exit, string text) = Run("generate", "--help");
        Assert.Equal(0, exit);
        Assert.Contains("Run it before compiling.", text, StringComparison.Ordinal);
        Assert.Contains("Run it after compiling.", text, StringComparison.Ordinal);
        Assert.Contains("-- generate registration", text, StringComparison.Ordinal);
    }

    private static (int Exit, string Text) Run(params string[] arguments)
    {
        StringWriter output = new();
        return (
            CommandRun.InvokeAsync(PackerCommand.Create(), arguments, new InvocationConfiguration { Output = output, Error = output }).Result,
            output.ToString()
        );
    }
}
