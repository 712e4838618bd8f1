using System.Text.RegularExpressions;
using Xunit;

namespace PowerIntegration.Domain.Tests.SourceRules;

/// <summary>Reads the source: money is decimal, and one place rounds.</summary>
public sealed class NoFloatTests
{
    private static readonly string Domain = Find();

    [Fact]
    public void The_domain_has_no_floating_point() =>
        Assert.Empty(Sources().Where(file => Regex.IsMatch(Code(file), @"\b(double|float|Double|Single)\b(?!\()")).Select(Path.GetFileName));

    [Fact]
    public void Only_one_file_rounds_and_never_to_even()
    {
        var rounding = Sources()
            .Where(file => Regex.IsMatch(Code(file), @"\b(Math|decimal|Decimal)\.(Round|Truncate|Floor|Ceiling)\b|MidpointRounding"))
            .Select(Path.GetFileName);
        Assert.Equal(["Rounding.cs"], rounding);
        Assert.DoesNotContain("ToEven", File.ReadAllText(Path.Combine(Domain, "Amounts", "Rounding.cs")), StringComparison.Ordinal);
    }

    private static string[] Sources() =>
        [
            .. Directory
                .EnumerateFiles(Domain, "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal)),
        ];

    private static string Code(string file) =>
        string.Join("\n", File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var domain = Path.Combine(folder.FullName, "plugins", "PowerIntegration.Domain");
            if (Directory.Exists(domain))
            {
                return domain;
            }
        }

        throw new DirectoryNotFoundException("plugins/PowerIntegration.Domain is not above the test's folder.");
    }
}
