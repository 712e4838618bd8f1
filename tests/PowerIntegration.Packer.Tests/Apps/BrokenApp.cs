using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Tests.Packing;
using Xunit;

namespace PowerIntegration.Packer.Tests.Apps;

/// <summary>One copy of the sample for a class of tests: each breaks one file, asks what is found, and the file is mended again.</summary>
public sealed class BrokenApp : IDisposable
{
    private readonly Sample sample = new(Sample.Visits);

    public void Dispose() => sample.Dispose();

    /// <summary>A sentence with these words must come. A start tag without attributes is changed together with its end tag.</summary>
    public void Breaks(string file, string text, string replacement, string words)
    {
        string[] found = [.. FoundAfter(file, text, replacement).Select(finding => finding.ToString())];
        Assert.Contains(found, finding => finding.Contains(words, StringComparison.Ordinal));
    }

    /// <summary>Nothing may be found: the change is allowed.</summary>
    public void Allows(string file, string text, string replacement) => Assert.Empty(FoundAfter(file, text, replacement));

    private IReadOnlyList<Finding> FoundAfter(string file, string text, string replacement)
    {
        sample.Replace(file, text, replacement);
        if (IsTag(text) && IsTag(replacement))
        {
            sample.Replace(file, "</" + text.Trim('<'), "</" + replacement.Trim('<'));
        }

        IReadOnlyList<Finding> found = sample.Verify();
        sample.Mend(file);
        return found;
    }

    private static bool IsTag(string text) => text.StartsWith('<') && text.EndsWith('>') && text[1..^1].All(char.IsAsciiLetter);
}
