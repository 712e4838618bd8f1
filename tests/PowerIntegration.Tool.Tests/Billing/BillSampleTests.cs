using System.Text.Json;
using PowerIntegration.Local.Tests.Flows;
using Xunit;

namespace PowerIntegration.Tool.Tests.Billing;

/// <summary>The sample contracts, each figure reckoned by hand from their terms and lines.</summary>
public sealed class BillSampleTests
{
    // Switchgear: 10 % on work, 5 % on stored. Application 2 has a back-charge of 1,250; application 4 releases everything.
    // Illinois: 10 %, from half of 600,000 on 5 % of the whole balance; application 4 goes down to 10,000, 5 to nothing.
    // Running: taken over with 84,000 billed and 8,400 held; application 5 has a change order of 3,500.
    // Sliding scale of 318,000: 10 % until 9,540 is held, 5 % until 15,900, then nothing more.
    [Theory]
    [InlineData("switchgear.jsonc", 1, 66_512.50, 4_051.25, 62_461.25, 62_461.25, "standardInvoice 62461.25")]
    [InlineData("switchgear.jsonc", 2, 82_037.50, 6_603.75, 12_972.50, 11_722.50, "standardInvoice 11722.50")]
    [InlineData("switchgear.jsonc", 3, 126_250.00, 12_625.00, 38_191.25, 38_191.25, "standardInvoice 38191.25")]
    [InlineData("switchgear.jsonc", 4, 126_250.00, 0.00, 12_625.00, 12_625.00, "retainageRelease 12625.00")]
    [InlineData("illinois-half-step.jsonc", 1, 240_000.00, 24_000.00, 216_000.00, 216_000.00, "standardInvoice 216000.00")]
    [InlineData("illinois-half-step.jsonc", 2, 330_000.00, 16_500.00, 97_500.00, 97_500.00, "standardInvoice 97500.00")]
    [InlineData("illinois-half-step.jsonc", 3, 532_100.00, 26_605.00, 191_995.00, 191_995.00, "standardInvoice 203870.00, creditMemo -11875.00")]
    [InlineData("illinois-half-step.jsonc", 4, 624_600.00, 10_000.00, 109_105.00, 109_105.00, "standardInvoice 87875.00, retainageRelease 21230.00")]
    [InlineData("illinois-half-step.jsonc", 5, 624_600.00, 0.00, 10_000.00, 10_000.00, "retainageRelease 10000.00")]
    [InlineData("running.jsonc", 4, 105_000.00, 10_500.00, 18_900.00, 18_900.00, "standardInvoice 18900.00")]
    [InlineData("running.jsonc", 5, 135_500.00, 13_550.00, 27_450.00, 27_450.00, "standardInvoice 27450.00")]
    [InlineData("sliding-scale.jsonc", 1, 90_000.00, 9_000.00, 81_000.00, 81_000.00, "standardInvoice 81000.00")]
    [InlineData("sliding-scale.jsonc", 2, 187_200.00, 14_130.00, 92_070.00, 92_070.00, "standardInvoice 92070.00")]
    [InlineData("sliding-scale.jsonc", 3, 281_500.00, 15_900.00, 92_530.00, 92_530.00, "standardInvoice 92530.00")]
    [InlineData("sliding-scale.jsonc", 4, 277_000.00, 15_900.00, -4_500.00, -4_500.00, "debitMemo -4500.00")]
    public async Task A_sample_bills_what_its_terms_say(
        string file,
        int number,
        decimal line4,
        decimal line5,
        decimal line8,
        decimal payable,
        string documents
    )
    {
        var run = await BillRun.OfAsync(Sample(file), "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));

        using var answer = JsonDocument.Parse(run.Output);
        var result = answer
            .RootElement.GetProperty("applications")
            .EnumerateArray()
            .Single(entry => entry.GetProperty("number").GetInt32() == number)
            .GetProperty("result");
        Assert.Equal("Billed", result.GetProperty("state").GetString());
        Assert.Equal(line4, Certified(result, "4"));
        Assert.Equal(line5, Certified(result, "5"));
        Assert.Equal(line8, Certified(result, "8"));
        Assert.Equal(payable, result.GetProperty("payable").GetDecimal());
        Assert.Equal(documents, string.Join(", ", result.GetProperty("documents").EnumerateArray().Select(Shown)));
        Assert.Equal(0m, result.GetProperty("proof").GetProperty("residual").GetDecimal());
    }

    [Fact]
    public async Task The_text_shows_certificate_sheet_documents_journal_and_proof()
    {
        var run = await BillRun.OfAsync(Sample("switchgear.jsonc"));
        Assert.Equal(0, run.ExitCode);

        // The second application alone.
        var text = run.Output[
            run.Output.IndexOf("APPLICATION 2", StringComparison.Ordinal)..run.Output.IndexOf("APPLICATION 3", StringComparison.Ordinal)
        ];
        foreach (
            var heading in new[]
            {
                "Certificate (G702)",
                "Continuation sheet (G703)",
                "Documents for Oracle Payables, total 11,722.50",
                "Journal",
                "Warnings: none",
                "Proof, residual 0.00",
            }
        )
        {
            Assert.Contains(heading, text, StringComparison.Ordinal);
        }

        // Line 16: 27,350 of work and 32,000 stored of 85,000; line 8 against what was certified before.
        Assert.Matches(
            @"(?m)^\s+16\s+Switchgear\s+85,000\.00\s+4,200\.00\s+23,150\.00\s+32,000\.00\s+59,350\.00\s+69\.82\s+25,"
                + @"650\.00\s+4,335\.00\s+3,150\.00\s+1,315\.00\s+1,835\.00\s*$",
            text
        );
        Assert.Matches(@"(?m)^\s+8\s.*\s12,972\.50\s*$", text);
        Assert.Matches(@"(?m)^\s+Deduction\s+-1,250\.00\s.*Back charge Clean-up 14, approved by R\. Alvarez$", text);
    }

    [Fact]
    public void Every_sample_is_in_the_table_above()
    {
        var tested = typeof(BillSampleTests)
            .GetMethod(nameof(A_sample_bills_what_its_terms_say))!
            .GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType == typeof(InlineDataAttribute))
            .Select(attribute =>
                (string)((IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)attribute.ConstructorArguments[0].Value!)[0].Value!
            );
        Assert.Equal(Directory.EnumerateFiles(Path.GetDirectoryName(Sample("any"))!).Select(Path.GetFileName).Order(), tested.Distinct().Order());
    }

    private static string Sample(string file) => Path.Combine(RepositoryFiles.Root, "connector", "PowerIntegration.Tool", "contracts", file);

    private static decimal Certified(JsonElement result, string number) =>
        result
            .GetProperty("certificate")
            .EnumerateArray()
            .Single(line => line.GetProperty("number").GetString() == number)
            .GetProperty("after")
            .GetDecimal();

    private static string Shown(JsonElement document) =>
        document.GetProperty("kind").GetString()
        + " "
        + document.GetProperty("amount").GetDecimal().ToString("F2", System.Globalization.CultureInfo.InvariantCulture);
}
