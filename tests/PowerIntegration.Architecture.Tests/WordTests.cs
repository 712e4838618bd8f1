using PowerIntegration.Architecture.Tests.Sources;
using PowerIntegration.Architecture.Tests.Words;
using Xunit;

namespace PowerIntegration.Architecture.Tests;

/// <summary>What people read is American business English without the idioms that readers stumble over.</summary>
public sealed class WordTests
{
    private static readonly string[] Spoken =
    [
        "connector/",
        "plugins/",
        "solution/PowerIntegration.Packer/",
        "tests/PowerIntegration.Audit/",
        "tests/PowerIntegration.Benchmarks/",
        "tests/PowerIntegration.Domain.Audit/",
        "tests/PowerIntegration.Local/",
        "tests/PowerIntegration.Sandbox/",
    ];

    /// <summary>Texts that another system spells so: Power Automate's status of a run.</summary>
    private static readonly string[] SpelledByOthers = ["Cancelled"];

    [Fact]
    public void Text_in_code_avoids_the_words() =>
        AssertNone(
            Repository
                .Sources.Where(file => file.Project is { IsStandIn: false })
                .Where(file => StartsWithAny(file.Path, Spoken))
                .SelectMany(file => CSharpTexts.Of(file.Path, file.Text))
                .SelectMany(Faults)
        );

    [Fact]
    public void Labels_and_descriptions_avoid_the_words() => AssertNone(Documents().SelectMany(Faults));

    [Fact]
    public void The_documents_of_every_folder_avoid_the_words()
    {
        var documents = Repository.Documents.Select(path => new VisibleText(path, File.ReadAllText(Path.Combine(Repository.Root, path)))).ToList();
        Assert.Contains(documents, document => document.Place == "README.md");
        AssertNone(documents.SelectMany(Faults));
    }

    [Theory]
    [InlineData("Somebody must sign.", "Somebody")]
    [InlineData("the text is no JSON", "is no ")]
    [InlineData("There is no open period.", null)]
    [InlineData("It is no longer in Oracle.", null)]
    [InlineData("Date the line as Procore says it.", "as Procore says it")]
    [InlineData("Oracle knows the invoice.", "knows")]
    [InlineData("It was cancelled.", "cancelled")]
    [InlineData("It was canceled. This understands labor.", null)]
    [InlineData("Record it anew.", "anew")]
    public void An_avoided_word_is_found_and_a_plain_one_passes(string text, string? found) =>
        Assert.Equal(found is null ? [] : [found], AvoidedWords.In(text));

    [Theory]
    [InlineData("""Say($"{name} is taken " + "back.");""", "{} is taken back.")]
    [InlineData("""Say(name + " stands " + other);""", "{} stands {}")]
    [InlineData("Say(\"\"\"one \"two\" three\"\"\");", "one \"two\" three")]
    [InlineData("""Say(@"a ""b"" c" /* not this */);""", "a \"b\" c")]
    [InlineData("""Say($"{{0}} of {count:0}"); // "nor this" """, "{0} of {}")]
    [InlineData("""Say($"{(isOne ? "one" : "many")} lines");""", "{} lines|one|many")]
    public void The_texts_of_code_are_read_as_people_see_them(string statement, string texts) =>
        Assert.Equal(texts.Split('|'), CSharpTexts.Of("A.cs", "class A { void B() { " + statement + "\n } }").Select(text => text.Text));

    [Fact]
    public void Texts_are_found_everywhere()
    {
        Assert.Equal(
            ["Lock", "Takes turns."],
            DocumentTexts.OfXml("a.xml", """<e><n description="Lock" /><description>Takes turns.</description></e>""").Select(Text)
        );
        Assert.Equal(["One."], DocumentTexts.OfJson("a.json", """{"x":[{"description":"One.","type":"text"}]}""").Select(Text));
        Assert.True(Documents().Count(text => text.Text.Length > 0) > 1500);

        static string Text(VisibleText text) => text.Text;
    }

    // Says all of them: an assertion about a collection shows the beginning of the first ones only.
    private static void AssertNone(IEnumerable<string> faults)
    {
        var all = string.Join('\n', faults);
        Assert.True(all.Length == 0, all);
    }

    private static IEnumerable<VisibleText> Documents()
    {
        var folders = new[] { "connector/definition", "solution/connector", "solution/core", "solution/flows" };
        foreach (
            var file in folders.SelectMany(folder =>
                Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)
            )
        )
        {
            var path = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');
            var texts = Path.GetExtension(file) switch
            {
                ".xml" => DocumentTexts.OfXml(path, File.ReadAllText(file)),
                ".json" => DocumentTexts.OfJson(path, File.ReadAllText(file)),
                _ => [],
            };
            foreach (var text in texts)
            {
                yield return text;
            }
        }
    }

    private static IEnumerable<string> Faults(VisibleText text) =>
        SpelledByOthers.Contains(text.Text)
            ? []
            : AvoidedWords.In(text.Text).Select(word => $"{text.Place} says '{word}': {Around(text.Text, word)}");

    // A document is long; a sentence is not.
    private static string Around(string text, string word)
    {
        var from = Math.Max(0, text.IndexOf(word, StringComparison.Ordinal) - 80);
        return text.Substring(from, Math.Min(200, text.Length - from));
    }

    private static bool StartsWithAny(string path, string[] folders) => folders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));
}
