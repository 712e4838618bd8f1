using PowerIntegration.Packer.Findings;
using Xunit;

namespace PowerIntegration.Packer.Tests;

/// <summary>Asserts that a fault is found where it is.</summary>
internal static class Expect
{
    /// <summary>One finding names the file, the place in it and what is wrong.</summary>
    public static void Finding(IReadOnlyList<Finding> findings, string file, string place, string words) =>
        Assert.True(
            findings.Any(finding =>
                finding.File.Contains(file, StringComparison.Ordinal)
                && finding.Element == place
                && finding.Sentence.Contains(words, StringComparison.Ordinal)
            ),
            $"No finding in {file} at {place} says '{words}'. Found: {string.Join("; ", findings)}"
        );
}
