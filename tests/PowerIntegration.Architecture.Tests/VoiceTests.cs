using System.Text.RegularExpressions;
using PowerIntegration.Architecture.Tests.Sources;
using Xunit;

namespace PowerIntegration.Architecture.Tests;

/// <summary>Sentences that people read have no words of a dialect: one fact, then one instruction, in the field's own words.</summary>
public sealed partial class VoiceTests
{
    private const int WordsOfASentence = 4;

    // Projects whose sentences are held to the list.
    private static readonly string[] Projects =
    [
        "PowerIntegration.Audit",
        "PowerIntegration.Benchmarks",
        "PowerIntegration.CommandLine",
        "PowerIntegration.Domain.Audit",
        "PowerIntegration.Local",
        "PowerIntegration.Sandbox",
    ];

    [Fact]
    public void No_sentence_has_a_word_of_the_list()
    {
        var sentences = Repository.Sources.Where(file => Projects.Contains(file.Project?.Name)).SelectMany(Sentences).ToList();
        Assert.True(sentences.Count > 300);
        Assert.Empty(sentences.Where(sentence => Listed().IsMatch(sentence.Text)).Select(sentence => $"{sentence.Place}: {sentence.Text}"));
    }

    [Theory]
    [InlineData("Line 7 stands twice in the schedule.")]
    [InlineData("The body is no JSON at all.")]
    [InlineData("Nobody can take this step.")]
    [InlineData("The invoice was taken back yesterday.")]
    [InlineData("This runtime does not know the action.")]
    public void The_list_sees_what_it_is_for(string sentence) => Assert.Matches(Listed(), sentence);

    [Theory]
    [InlineData("There is no active transaction here.")]
    [InlineData("The address is no longer in use.")]
    [InlineData("Line 7 appears twice. Remove one.")]
    public void The_list_leaves_plain_sentences(string sentence) => Assert.DoesNotMatch(Listed(), sentence);

    private static IEnumerable<(string Place, string Text)> Sentences(SourceFile file) =>
        file
            .Text.Split('\n')
            .Index()
            .Where(line => !line.Item.TrimStart().StartsWith("//", StringComparison.Ordinal))
            .SelectMany(line => Literal().Matches(line.Item).Select(match => ($"{file.Path}:{line.Index + 1}", match.Groups["text"].Value)))
            .Where(sentence => sentence.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= WordsOfASentence);

    [GeneratedRegex("\"(?<text>(?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(
        @"\b(nobody|somebody|stands|shows otherwise|takes? (it )?back|taken back|goes on|by itself|anew|of ours|(?<!there )is no (?!longer|more)\w+|"
            + @"knows|does not know|look whether)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Listed();
}
