using System.ComponentModel;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Packing;
using Xunit;

namespace PowerIntegration.Packer.Tests.Packing;

/// <summary>The packer builds the plug-in assembly where it is missing or old; the program that builds is a stand-in here.</summary>
public sealed class PluginBuildTests : IDisposable
{
    private const string Project = "plugins/PowerIntegration.Plugins/";
    private const string Release = Project + "bin/Release/net462/PowerIntegration.Plugins.dll";
    private const string Debug = Project + "bin/Debug/net462/PowerIntegration.Plugins.dll";

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("packer-tests-");
    private readonly List<string> lines = [];
    private readonly List<string> runs = [];

    public PluginBuildTests() => Write(Project + "Plugin.cs", "source", hour: 1);

    public void Dispose() => root.Delete(recursive: true);

    [Fact]
    public void A_missing_assembly_is_built_with_a_line_that_says_so()
    {
        Assert.Equal("built"u8.ToArray(), Build(() => Write(Release, "built", hour: 2)).Assembly(mayBuild: true));
        Assert.Equal("dotnet build plugins/PowerIntegration.Plugins -f net462 -c Release", string.Join(' ', runs.Single().Split(' ').Take(7)));
        Assert.StartsWith("The plug-in assembly is not built.", lines[0], StringComparison.Ordinal);
        Assert.Equal("from the compiler", lines[1]);
    }

    [Fact]
    public void An_assembly_older_than_its_sources_is_built_again()
    {
        Write(Release, "old", hour: 0);
        Assert.Equal("new"u8.ToArray(), Build(() => Write(Release, "new", hour: 2)).Assembly(mayBuild: true));
        Assert.StartsWith("The plug-in assembly is older than its sources.", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void An_assembly_newer_than_its_sources_is_taken_as_it_is()
    {
        Write(Release, "current", hour: 2);
        Write(Project + "obj/Generated.cs", "generated", hour: 3);
        Assert.Equal("current"u8.ToArray(), Build(() => { }).Assembly(mayBuild: true));
        Assert.Empty(runs);
    }

    [Fact]
    public void Without_building_the_release_or_else_the_debug_build_is_taken_or_nothing()
    {
        Assert.Null(Build(() => { }).Assembly(mayBuild: false));
        Write(Debug, "debug", hour: 0);
        Assert.Equal("debug"u8.ToArray(), Build(() => { }).Assembly(mayBuild: false));
        Write(Release, "release", hour: 0);
        Assert.Equal("release"u8.ToArray(), Build(() => { }).Assembly(mayBuild: false));
        Assert.Empty(runs);
    }

    [Fact]
    public void Where_nothing_can_build_the_sentence_says_what_to_install() =>
        Assert.Contains("Install the .NET SDK 10", Refusal(() => throw new Win32Exception(2)), StringComparison.Ordinal);

    [Fact]
    public void A_build_that_fails_is_refused_with_its_exit_code() =>
        Assert.Contains("dotnet build ended with exit code 1", Refusal(() => { }, exitCode: 1), StringComparison.Ordinal);

    [Fact]
    public void A_build_that_makes_nothing_is_refused_too() => Assert.Contains("could not be built", Refusal(() => { }), StringComparison.Ordinal);

    [Fact]
    public void A_program_runs_in_its_folder_and_its_lines_are_passed_on()
    {
        List<string> said = [];
        Assert.Equal(0, ProgramRunner.Run("dotnet", ["--list-sdks"], root.FullName, said.Add));
        Assert.NotEmpty(said);
        Assert.Throws<Win32Exception>(() => ProgramRunner.Run("no-such-program-here", [], root.FullName, said.Add));
    }

    private string Refusal(Action build, int exitCode = 0) =>
        Assert.Throws<PackingRefusedException>(() => Build(build, exitCode).Assembly(mayBuild: true)).Message;

    private PluginBuild Build(Action build, int exitCode = 0) =>
        new(
            root.FullName,
            (program, arguments, folder, say) =>
            {
                Assert.Equal(root.FullName, folder);
                runs.Add($"{program} {string.Join(' ', arguments)}");
                say("from the compiler");
                build();
                return exitCode;
            },
            lines.Add
        );

    private void Write(string file, string content, int hour)
    {
        string path = Path.Combine(root.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 1, 1, hour, 0, 0, DateTimeKind.Utc));
    }
}
