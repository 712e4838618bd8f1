using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>The demo as a newcomer reads it.</summary>
public sealed class DemoTests
{
    private const int Months = 12;

    [Fact]
    public async Task It_tells_a_line_a_month_and_each_hard_case_before_its_month_within_80_columns()
    {
        var (code, output, error) = await SandboxLine.RunAsync("demo", "--width", "80");
        var lines = output.ReplaceLineEndings("\n").Split('\n');
        Assert.Equal((0, ""), (code, error));
        Assert.All(lines, line => Assert.True(line.Length <= 80, line));
        Assert.Equal(
            Months,
            lines.Count(line => line.Contains(" posted ", StringComparison.Ordinal) && line.Contains(" net ", StringComparison.Ordinal))
        );

        // One invoice, one document: the plural follows the number.
        Assert.Contains(
            lines,
            line => line.StartsWith("July 2026 ", StringComparison.Ordinal) && line.Contains("1 document posted", StringComparison.Ordinal)
        );
        var told = lines.Index().First(line => line.Item.StartsWith("February 2026, case ", StringComparison.Ordinal)).Index;
        Assert.True(told < lines.Index().First(line => line.Item.StartsWith("February 2026   ", StringComparison.Ordinal)).Index);
        Assert.Contains("Hard cases proved: 14 of 14", lines);
        Assert.DoesNotContain("NOT PROVED", output, StringComparison.Ordinal);
        Assert.Contains(
            lines,
            line => line.StartsWith("  Net of retainage", StringComparison.Ordinal) && line.Contains("7,200,575.28", StringComparison.Ordinal)
        );
        Assert.Contains(lines, line => line.StartsWith("Requests to Oracle", StringComparison.Ordinal));
        Assert.DoesNotContain("warn:", output, StringComparison.Ordinal);
        Assert.DoesNotContain("pint_", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_table_of_the_whole_story_is_wider_than_120_columns()
    {
        var (code, output, _) = await SandboxLine.RunAsync("demo", "--verbose", "--width", "120");
        var lines = output.ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(0, code);
        Assert.All(lines, line => Assert.True(line.Length <= 120, line));
        Assert.Equal(
            39,
            lines.Count(line => line.EndsWith("  Validated", StringComparison.Ordinal) || line.EndsWith("  Canceled", StringComparison.Ordinal))
        );
        Assert.Contains(
            lines,
            line => line.Contains("HE-42215-C2", StringComparison.Ordinal) && line.Contains("-65,677.85", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_result_for_programs_is_json_alone()
    {
        var (code, output, _) = await SandboxLine.RunAsync("demo", "--json");
        Assert.Equal(0, code);
        var result = JsonNode.Parse(output)!;
        Assert.True((bool)result["isProved"]!);
        Assert.Equal(Months, result["months"]!.AsArray().Count);
        Assert.All(result["cases"]!.AsArray(), one => Assert.NotNull(one!["evidence"]));
        var invoices = result["oracleInvoices"]!.AsArray();
        Assert.Equal(39, invoices.Count);
        Assert.Equal((decimal)result["months"]!.AsArray()[^1]!["toDate"]!, invoices.Sum(invoice => (decimal)invoice!["amount"]!));
    }

    [Fact]
    public async Task Serve_opens_with_the_months_that_were_asked_for_and_goes_on_from_what_the_store_has()
    {
        await using var driver = await SandboxDriver.StartAsync();
        var said = new List<string>();
        await driver.OpenMonthsAsync(2, said.Add);
        Assert.Equal(Months - 2, driver.Sandbox.Months.Remaining);
        Assert.Equal("Posted", await StateAsync(driver, "IG 7741-1"));
        Assert.Equal("Posted", await StateAsync(driver, "HE-40688"));
        await driver.OpenMonthsAsync(2, said.Add);
        Assert.Equal(Months - 2, driver.Sandbox.Months.Remaining);
        Assert.Equal(2, said.Count(sentence => sentence.StartsWith("Billing ", StringComparison.Ordinal)));
        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => driver.OpenMonthsAsync(13, said.Add));
        Assert.Contains("12", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_month_leaves_the_refused_invoice_to_whoever_opens_the_page()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.OpenMonthsAsync(1, _ => { });
        Assert.Equal("Refused", await StateAsync(driver, "IG 7741-1"));
    }

    private static async Task<string> StateAsync(SandboxDriver driver, string invoiceNumber) =>
        (await driver.DocumentAsync(invoiceNumber))["pint_documentstate@OData.Community.Display.V1.FormattedValue"]!.ToString();
}
