using System.Text.RegularExpressions;
using PowerIntegration.Architecture.Tests.Sources;
using Xunit;

namespace PowerIntegration.Architecture.Tests;

/// <summary>What a reader follows from the README files leads somewhere.</summary>
public sealed partial class DocumentsTests
{
    private const int ReadmeLinesMax = 70;

    private static readonly string[] NotRead = ["bin", "obj", ".git", ".sandbox", "TestResults", "StrykerOutput", "node_modules"];

    private static IReadOnlyList<string> Documents =>
        [
            .. Directory
                .EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
                .Where(file => !Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar).Intersect(NotRead).Any())
                .Order(StringComparer.Ordinal),
        ];

    [Fact]
    public void Every_link_leads_to_a_file_and_a_heading()
    {
        var links = Documents
            .SelectMany(file => Link().Matches(File.ReadAllText(file)).Select(match => (file, match.Groups["target"].Value)))
            .ToList();
        Assert.True(links.Count > 30);
        Assert.Empty(links.Where(link => !Leads(link.file, link.Value)).Select(link => $"{link.file}: {link.Value}"));
    }

    [Fact]
    public void Every_project_that_a_command_names_is_there()
    {
        var projects = Documents
            .SelectMany(file => Project().Matches(File.ReadAllText(file)).Select(match => (file, match.Groups["project"].Value)))
            .ToList();
        Assert.True(projects.Count > 10);
        Assert.Empty(
            projects.Where(project => !Directory.Exists(Path.Combine(Repository.Root, project.Value))).Select(project => project.ToString())
        );
    }

    [Theory]
    [InlineData("plugins")]
    [InlineData("connector")]
    [InlineData("solution")]
    [InlineData("tests")]
    public void Every_folder_at_the_top_describes_itself_and_its_gaps(string folder) =>
        Assert.Contains("## Known gaps", File.ReadAllText(Path.Combine(Repository.Root, folder, "README.md")), StringComparison.Ordinal);

    [Fact]
    public void The_first_page_is_short_and_has_the_two_commands()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "README.md"));
        Assert.True(lines.Length <= ReadmeLinesMax, $"README.md has {lines.Length} lines.");
        Assert.Contains(lines, line => line.StartsWith("dotnet run --project tests/PowerIntegration.Sandbox -- demo", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("dotnet test ", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_has_no_sdk_is_told_which_one_to_install() =>
        Assert.Contains(".NET SDK 10", File.ReadAllText(Path.Combine(Repository.Root, "global.json")), StringComparison.Ordinal);

    private static bool Leads(string from, string target)
    {
        if (target.Contains("://", StringComparison.Ordinal))
        {
            return true;
        }

        var parts = target.Split('#', 2);
        var file = parts[0].Length == 0 ? from : Path.Combine(Path.GetDirectoryName(from)!, parts[0]);
        return File.Exists(file) && (parts.Length == 1 || Headings(file).Contains(parts[1]));
    }

    // As hosts of repositories name them: small letters, hyphens for spaces, no punctuation.
    private static IEnumerable<string> Headings(string file) =>
        File.ReadLines(file)
            .Where(line => line.StartsWith('#'))
            .Select(line => new string([
                .. line.TrimStart('#', ' ').ToLowerInvariant().Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-'),
            ]))
            .Select(heading => heading.Replace(' ', '-'));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"--project (?<project>[A-Za-z][\w./-]*)")]
    private static partial Regex Project();
}
