using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Texts;
using Xunit;

namespace PowerIntegration.Domain.Tests.Texts;

public sealed class JsonTextTests
{
    private static string Text(string json, out IReadOnlyList<string> problems)
    {
        var reader = new FieldReader();
        var read = JsonText.Read("Note", json, reader, fields => fields.Text("text"));
        problems = reader.Problems;
        return read ?? "";
    }

    [Theory]
    [InlineData(20_000)]
    [InlineData(200_000)]
    public void A_long_text_is_read_whole(int length)
    {
        var written = new string('x', length - 2) + "é\n";
        Assert.Equal(written, Text(new JsonObject().Text("text", written).ToString(), out var problems));
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("\"quoted\" \\ back / slash")]
    [InlineData("line\r\nbreak\ttab \u0001\u001f\u2028")]
    [InlineData("Zürich 😀 </script>")]
    public void What_is_written_is_what_is_read(string written)
    {
        Assert.Equal(written, Text(new JsonObject().Text("text", written).ToString(), out var problems));
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("""{"text":"a","text":"b"}""", "Note.text stands twice.")]
    [InlineData("""{"text":"a","Text":"b"}""", "Note.Text is not known here. Known are text.")]
    [InlineData("""{"text":"a","a b":"c"}""", "Note.a b is not known here. Known are text.")]
    [InlineData("""{"__type":"x","text":"a"}""", "Note.__type is not known here.")]
    [InlineData("""[{"text":"a"}]""", "Note is no object in braces.")]
    [InlineData("""{"text":{"text":"a"}}""", "Note.text is no single value.")]
    [InlineData("""{"text":"a"}}""", "Note is no JSON: it breaks off, or goes on behind its end. Pass one whole object in braces.")]
    public void What_nobody_asked_for_is_named(string json, string sentence)
    {
        Text(json, out var problems);
        Assert.Contains(sentence, problems);
    }

    [Fact]
    public void A_text_that_never_stops_opening_braces_is_no_text()
    {
        Text(string.Concat(Enumerable.Repeat("{\"text\":", 200)) + "1" + new string('}', 200), out var problems);
        Assert.StartsWith("Note is no JSON: ", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Zeros_at_the_end_of_an_amount_do_not_make_another_text() =>
        Assert.Equal(
            ReleaseText.Write(new RetainageRelease.Total(1000m)).ToString(),
            ReleaseText.Write(new RetainageRelease.Total(1000.00m)).ToString()
        );
}
