using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Texts;
using Xunit;

namespace PowerIntegration.Tool.Tests.Billing;

/// <summary>The same text is answered by <c>bill</c> with the sentences of the readers that the plug-ins call.</summary>
public sealed class SameAnswerTests
{
    private const string Terms = """
        { "retainage": { "kind": "perLine", "workRate": 0.10, "storedRate": 0.05, "lines": [ { "line": "A", "workRate": 0.2 } ] },
          "retainageAmounts": "terms", "retainageKeptBy": "us", "storedMaterials": "manual", "staleStoragePeriods": 3,
          "overbillingTolerance": 0, "negativeLines": "accepted", "creditDocument": "creditMemo", "roundingDifference": "largestLine" }
        """;

    private const string Application = """
        { "number": 1, "status": "approved", "lines": [ { "line": "A", "workPrevious": 0, "workThisPeriod": 400.00, "materialsStored": 0 } ],
          "release": { "kind": "total", "amount": 1.00 }, "deductions": [ { "kind": "backCharge", "name": "BC-1", "amount": 5.00 } ] }
        """;

    [Theory]
    [InlineData("\"kind\": \"perLine\"", "\"kind\": \"perLine\", \"kind\": \"flat\"", "retainage.kind stands twice.")]
    [InlineData("\"workRate\": 0.2", "\"workRate\": 0.2, \"colour\": 1", "retainage.lines[line A].colour is not known here.")]
    [InlineData("\"workRate\": 0.2", "\"WorkRate\": 0.2", "retainage.lines[line A].WorkRate is not known here.")]
    [InlineData("\"perLine\"", "\"PerLine\"", "retainage.kind is 'PerLine'")]
    [InlineData("\"workRate\": 0.10", "\"workRate\": \"ten\"", "retainage.workRate is 'ten'")]
    [InlineData("\"staleStoragePeriods\": 3", "\"staleStoragePeriods\": -3", "staleStoragePeriods is '-3', which is not a whole number.")]
    [InlineData("\"overbillingTolerance\": 0", "\"overbillingTolerance\": 1e2", "overbillingTolerance is '1e2', which is not an amount")]
    [InlineData("\"retainage\": {", "\"retainage\": { \"__type\": \"flat\",", "retainage.__type is not known here.")]
    [InlineData("{ \"line\": \"A\", \"workRate\": 0.2 }", "7", "retainage.lines[0] is no object in braces.")]
    public Task Terms_are_answered_alike(string right, string wrong, string named) =>
        AssertAlikeAsync(Terms, right, wrong, named, "terms", fields => TermsText.Of(fields, "SC-7", "USD"));

    [Theory]
    [InlineData("\"workPrevious\": 0,", "\"workPrevious\": 0, \"workPrevious\": 0,", "lines[line A].workPrevious stands twice.")]
    [InlineData("\"workPrevious\"", "\"workPrevius\"", "lines[line A].workPrevius is not known here.")]
    [InlineData("400.00", "\"400,00\"", "lines[line A].workThisPeriod is '400,00', which is not an amount")]
    [InlineData("\"approved\"", "\"Approved\"", "status is 'Approved'")]
    [InlineData("\"total\"", "\"Total\"", "release.kind is 'Total'")]
    [InlineData("\"amount\": 5.00", "\"amount\": [5.00]", "deductions[name BC-1].amount is no single value.")]
    public Task Applications_are_answered_alike(string right, string wrong, string named) =>
        AssertAlikeAsync(Application, right, wrong, named, "applications[number 1]", ApplicationText.Read);

    [Theory]
    [InlineData("0.10", "\"0.10\"")]
    [InlineData("\"staleStoragePeriods\": 3", "\"staleStoragePeriods\": \"3\"")]
    public async Task Numbers_as_texts_are_numbers_in_both(string number, string text)
    {
        var written = Terms.Replace(number, text, StringComparison.Ordinal);
        Assert.NotEqual(Terms, written);
        var reader = new FieldReader();
        Assert.NotNull(JsonText.Read("Terms", written, reader, fields => TermsText.Of(fields, "SC-7", "USD")));
        Assert.Empty(reader.Problems);
        Assert.Equal("", (await BillRun.OfTextAsync(Contract(written, Application))).Error);
    }

    private static async Task AssertAlikeAsync<T>(string text, string right, string wrong, string named, string place, Func<JsonFields, T> read)
        where T : class
    {
        Assert.Contains(right, text, StringComparison.Ordinal);
        var written = text.Replace(right, wrong, StringComparison.Ordinal);
        var reader = new FieldReader();
        JsonText.Read(place, written, reader, read);
        Assert.Contains(reader.Problems, problem => problem.StartsWith($"{place}.{named}", StringComparison.Ordinal));
        var run = await BillRun.OfTextAsync(text == Terms ? Contract(written, Application) : Contract(Terms, written));
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal(reader.Problems.Select(Known), run.Error.TrimEnd().Split(Environment.NewLine).Select(Known));
    }

    // The file says number and currency of the contract itself, so what is known at a place differs in its outermost object only.
    private static string Known(string sentence)
    {
        var bare = sentence.Replace("contract.json: ", "", StringComparison.Ordinal);
        var end = bare.IndexOf(" Known are ", StringComparison.Ordinal);
        return end < 0 ? bare : bare[..end];
    }

    private static string Contract(string terms, string application) =>
        $$"""
            { "contract": "SC-7", "currency": "USD", "terms": {{terms}}, "lines": [ { "line": "A", "scheduledValue": 1000.00 } ],
              "applications": [ {{application}} ] }
            """;
}
