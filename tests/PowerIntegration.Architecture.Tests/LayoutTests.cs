using PowerIntegration.Architecture.Tests.Sources;
using Xunit;

namespace PowerIntegration.Architecture.Tests;

/// <summary>Where files lie and how they look.</summary>
public sealed class LayoutTests
{
    private const int ColumnsMax = 150;

    // Names that say what kind of thing lies in a folder, and nothing of what it is about.
    private static readonly string[] Kinds =
    [
        "Abstractions",
        "Common",
        "Constants",
        "Core",
        "Dtos",
        "Enums",
        "Extensions",
        "Helpers",
        "Interfaces",
        "Managers",
        "Misc",
        "Models",
        "Services",
        "Shared",
        "Utilities",
        "Utils",
    ];

    private static IEnumerable<SourceFile> OwnFiles => Repository.Sources.Where(file => file.Project is { IsStandIn: false });

    [Fact]
    public void The_top_level_folders_are_four() =>
        Assert.Equal(
            ["connector", "plugins", "solution", "tests"],
            new DirectoryInfo(Repository.Root)
                .EnumerateDirectories()
                .Select(folder => folder.Name)
                .Where(name => !name.StartsWith('.') && name is not ("bin" or "obj" or "artifacts" or "TestResults"))
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_namespace_is_the_folder()
    {
        var wrong = OwnFiles
            .Where(file => file.Namespace is not null)
            .Where(file => file.Namespace != (file.Project!.RootNamespace + "/" + file.Folder).TrimEnd('/').Replace('/', '.'))
            .Select(file => $"{file.Path} has the namespace {file.Namespace}.");
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_file_without_a_namespace_starts_a_program() =>
        Assert.Empty(
            OwnFiles.Where(file => file.Namespace is null && !file.Path.EndsWith("/Program.cs", StringComparison.Ordinal)).Select(file => file.Path)
        );

    [Fact]
    public void Folders_are_named_after_what_they_are_about() =>
        Assert.Empty(OwnFiles.Where(file => file.Folder.Split('/').Intersect(Kinds).Any()).Select(file => file.Path));

    [Fact]
    public void No_line_is_longer_than_a_hundred_and_fifty_columns()
    {
        var wrong = Repository
            .Sources.Where(file => !file.IsGenerated)
            .SelectMany(file => file.Text.Split('\n').Select((line, index) => (file.Path, Number: index + 1, line.TrimEnd('\r').Length)))
            .Where(line => line.Length > ColumnsMax)
            .Select(line => $"{line.Path}:{line.Number} has {line.Length} columns.");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Files_are_found() => Assert.True(Repository.Sources.Count > 1000);
}
