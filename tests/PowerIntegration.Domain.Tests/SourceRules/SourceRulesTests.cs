using System.Text.RegularExpressions;
using Xunit;

namespace PowerIntegration.Domain.Tests.SourceRules;

/// <summary>Rules about the source that ships inside Dataverse, read from the source itself.</summary>
public sealed partial class SourceRulesTests
{
    private static readonly string[] ShippedFolders = ["plugins/PowerIntegration.Domain", "plugins/PowerIntegration.Plugins"];

    [GeneratedRegex(@"\b(double|float|Double|Single)\b(?!\()")]
    private static partial Regex BinaryFraction();

    [GeneratedRegex(
        @"\b(Math|decimal|Decimal)\.(Round|Floor|Ceiling|Truncate)\b|\bMidpointRounding\b|\bToInt(16|32|64)\b|"
            + @"ToString\(""[CcFfNnPp]\d?""|:[CcFfNnPp]\d?\}"
    )]
    private static partial Regex AnyRounding();

    [GeneratedRegex(
        @"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b|\bGuid\.NewGuid\b|\bnew Random\b|\bRandom\.Shared\b|"
            + @"\bThread\.Sleep\b|\bTask\.Delay\b|\bEnvironment\.TickCount"
    )]
    private static partial Regex HiddenInput();

    [GeneratedRegex(@"catch\s*(\([^)]*\))?\s*(when\s*\([^)]*\))?\s*\{\s*\}")]
    private static partial Regex EmptyCatch();

    [Fact]
    public void There_is_no_binary_fraction() => AssertNone(BinaryFraction());

    [Fact]
    public void Nothing_rounds_outside_the_one_place() => AssertNone(AnyRounding(), except: "Amounts/Rounding.cs");

    [Fact]
    public void Time_ids_and_chance_come_as_arguments() => AssertNone(HiddenInput());

    [Fact]
    public void No_catch_swallows() => AssertNone(EmptyCatch());

    [Fact]
    public void Domain_knows_no_Dataverse_no_file_and_no_network()
    {
        const string Outside = @"using (Microsoft\.|System\.(IO(?!\.Compression)|Net|Threading|Data|Runtime\.Serialization(?!\.Json)))";
        var outside = Files()
            .Where(file => file.Path.StartsWith(ShippedFolders[0], StringComparison.Ordinal))
            .Where(file => Regex.IsMatch(file.Code, Outside));
        Assert.Empty(outside.Select(file => file.Path));
    }

    [Fact]
    public void Column_names_stand_only_in_the_tables()
    {
        var names = Files()
            .Where(file => !file.Path.Contains("/Tables/", StringComparison.Ordinal))
            .SelectMany(file => Regex.Matches(file.Code, @"""pint_[a-z]+""").Select(match => file.Path + " " + match.Value))
            .Where(hit => !hit.EndsWith("\"pint_\"", StringComparison.Ordinal));
        Assert.Empty(names);
    }

    [Fact]
    public void One_public_type_stands_in_one_file_named_after_it()
    {
        var wrong = Files().Where(file => Regex.Count(file.Code, @"^public .*\b(class|record|struct|enum|interface)\b", RegexOptions.Multiline) > 1);
        Assert.Empty(wrong.Select(file => file.Path));
        Assert.True(Files().Count > 60, "The source was found.");
    }

    private static void AssertNone(Regex pattern, string? except = null)
    {
        var hits = Files()
            .Where(file => except is null || !file.Path.EndsWith(except, StringComparison.Ordinal))
            .SelectMany(file => pattern.Matches(file.Code).Select(match => $"{file.Path}: {match.Value}"));
        Assert.Empty(hits);
    }

    private static List<SourceFile> Files() =>
        [
            .. ShippedFolders
                .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root(), folder), "*.cs", SearchOption.AllDirectories))
                .Select(path => new SourceFile(Path.GetRelativePath(Root(), path).Replace('\\', '/'), WithoutComments(File.ReadAllText(path))))
                .Where(file => !file.Path.Contains("/obj/", StringComparison.Ordinal) && !file.Path.Contains("/bin/", StringComparison.Ordinal)),
        ];

    private static string WithoutComments(string code) => Regex.Replace(code, @"//[^\n]*", "");

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PowerIntegration.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds PowerIntegration.sln.");
    }

    private sealed record SourceFile(string Path, string Code);
}
