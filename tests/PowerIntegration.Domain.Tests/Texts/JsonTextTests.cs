using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Tests.Refusals;
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
    public void A_long_text_is_read_completely(int length)
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
    [InlineData("""{"text":"a","text":"b"}""", "Note.text", "twice")]
    [InlineData("""{"text":"a","Text":"b"}""", "Note.Text", "Use one of text")]
    [InlineData("""{"text":"a","a b":"c"}""", "Note.a b", "Use one of text")]
    [InlineData("""{"__type":"x","text":"a"}""", "Note.__type", "Remove")]
    [InlineData("""[{"text":"a"}]""", "Note", "object in braces")]
    [InlineData("""{"text":{"text":"a"}}""", "Note.text", "single value")]
    [InlineData("""{"text":"a"}}""", "Note is not valid JSON", "one complete object")]
    public void A_field_that_was_not_read_is_named(string json, string subject, string fact)
    {
        Text(json, out var problems);
        Assert.StartsWith(subject, problems[0], StringComparison.Ordinal);
        SentenceFacts.In(problems[0], fact);
    }

    [Fact]
    public void A_text_that_only_opens_braces_is_refused()
    {
        Text(string.Concat(Enumerable.Repeat("{\"text\":", 200)) + "1" + new string('}', 200), out var problems);
        Assert.StartsWith("Note is not valid JSON: ", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Zeros_at_the_end_of_an_amount_do_not_make_another_text() =>
        Assert.Equal(
            ReleaseText.Write(new RetainageRelease.Total(1000m)).ToString(),
            ReleaseText.Write(new RetainageRelease.Total(1000.00m)).ToString()
        );
}
