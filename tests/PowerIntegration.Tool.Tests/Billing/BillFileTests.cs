using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.Tool.Tests.Billing;

/// <summary>What <c>bill</c> answers to a file that is wrong, and to an application that the engine stops.</summary>
public sealed class BillFileTests
{
    private const string Contract = """
        {
          "contract": "SC-7", "currency": "USD",
          "terms": {
            "retainage": { "kind": "flat", "rate": 0.10 }, "retainageAmounts": "terms", "retainageKeptBy": "us", "storedMaterials": "manual",
            "staleStoragePeriods": 3, "overbillingTolerance": 0, "negativeLines": "accepted", "creditDocument": "creditMemo",
            "roundingDifference": "largestLine", "approvedAsNoted": "posts"
          },
          "lines": [ { "line": "1", "coding": "0100 SUB", "scheduledValue": 1000.00 } ],
          "applications": [
            { "number": 1, "lines": [ { "line": "1", "workPrevious": 0, "workThisPeriod": 400.00, "materialsStored": 0 } ] },
            { "number": 2, "lines": [ { "line": "1", "workPrevious": 400.00, "workThisPeriod": 600.00, "materialsStored": 0 } ] }
          ]
        }
        """;

    [Fact]
    public async Task A_right_file_is_billed()
    {
        var run = await BillRun.OfTextAsync(Contract);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("Documents for Oracle Payables, total 540.00", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"currency\": \"USD\",", "\"currency\": \"USD\"", "contract.json, line 3", "not valid JSON")]
    [InlineData("\"contract\": \"SC-7\",", "", "contract.json: contract ", "missing")]
    [InlineData("\"rate\": 0.10", "\"rate\": \"10 %\"", "contract.json: terms.retainage.rate is '10 %'", "0.10")]
    [InlineData("\"retainageKeptBy\": \"us\"", "\"retainageKeptBy\": \"them\"", "contract.json: terms.retainageKeptBy is 'them'", "us, oracle")]
    [InlineData("\"staleStoragePeriods\": 3", "\"staleStoragePeriods\": 3.5", "contract.json: terms.staleStoragePeriods is '3.5'", "whole number")]
    [InlineData(
        "400.00, \"materialsStored\": 0",
        "400.001, \"materialsStored\": 0",
        "contract.json: applications[number 1].lines[line 1].workThisPeriod is '400.001'",
        "1234.50"
    )]
    [InlineData(
        "\"workPrevious\": 400.00",
        "\"workPrevious\": \"400,00\"",
        "contract.json: applications[number 2].lines[line 1].workPrevious is '400,00'",
        "1234.50"
    )]
    [InlineData(
        "\"number\": 2",
        "\"number\": 2, \"periodEnd\": \"31.10.2025\"",
        "contract.json: applications[number 2].periodEnd is '31.10.2025'",
        "2025-10-31"
    )]
    [InlineData(
        "\"number\": 2",
        "\"number\": 2, \"relaese\": 5",
        "contract.json: applications[number 2].relaese",
        "Use one of catchUp, certified, currency, cut, deductions"
    )]
    [InlineData(
        "\"number\": 2",
        "\"number\": 2, \"release\": { \"kind\": \"total\" }",
        "contract.json: applications[number 2].release.amount",
        "missing"
    )]
    [InlineData("\"scheduledValue\": 1000.00", "\"scheduledValue\": 1e3000", "contract.json: lines[line 1].scheduledValue is '1e3000'", "1234.50")]
    public async Task A_mistake_in_the_file_is_one_sentence_with_its_place(string right, string wrong, string place, string fact)
    {
        Assert.Contains(right, Contract, StringComparison.Ordinal);
        var run = await BillRun.OfTextAsync(Contract.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(place, run.Error, StringComparison.Ordinal);
        Assert.Contains(fact, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Every_mistake_is_a_line_of_its_own()
    {
        var run = await BillRun.OfTextAsync(
            Contract.Replace("\"contract\"", "\"Contract\"", StringComparison.Ordinal).Replace("0.10", "\"10 %\"", StringComparison.Ordinal)
        );
        Assert.Equal(2, run.ExitCode);
        Assert.Collection(
            run.Error.TrimEnd().Split(Environment.NewLine),
            first => Assert.StartsWith("contract.json: contract is missing", first, StringComparison.Ordinal),
            second => Assert.StartsWith("contract.json: terms.retainage.rate is '10 %'", second, StringComparison.Ordinal),
            third =>
                Assert.StartsWith("contract.json: Contract is not a known field. Use one of applications, contract", third, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("lines")]
    [InlineData("applications")]
    public async Task A_contract_without_lines_or_applications_is_no_contract(string field)
    {
        var contract = JsonNode.Parse(Contract)!;
        contract[field] = new JsonArray();
        var run = await BillRun.OfTextAsync(contract.ToJsonString());
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"contract.json: {field} is missing or empty", Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var run = await BillRun.OfAsync("no such contract.json");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("The file no such contract.json given with CONTRACT.json does not exist.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_text_is_not_JSON_the_line_is_named_once()
    {
        var run = await BillRun.OfTextAsync("# A contract");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("contract.json, line 1 is not valid JSON: '#' is an invalid start of a value.", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_term_that_is_missing_stops_every_application_by_its_name()
    {
        var run = await BillRun.OfTextAsync(Contract.Replace("\"negativeLines\": \"accepted\", ", "", StringComparison.Ordinal));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("negative invoice lines", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("terms-missing", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Certificate", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_stopped_application_the_next_builds_on_the_same_balances()
    {
        // 1,400 of 1,000 is refused; listed again with the same number of the form, 600 of 1,000 is billed from nothing.
        var contract = JsonNode.Parse(Contract)!;
        contract["applications"]![0]!["lines"]![0]!["workThisPeriod"] = 1400m;
        contract["applications"]![1]!["number"] = 1;
        contract["applications"]![1]!["lines"]![0]!["workPrevious"] = 0m;
        var run = await BillRun.OfTextAsync(contract.ToJsonString(), "--json");
        Assert.Equal(1, run.ExitCode);
        var applications = JsonNode.Parse(run.Output)!["applications"]!;
        Assert.Equal("overbilled", (string?)applications[0]!["result"]!["reasons"]![0]!["code"]);
        Assert.Equal(540m, (decimal)applications[1]!["result"]!["payable"]!);
    }

    [Theory]
    [InlineData("signedBy", null, "2026-03-31", "not signed")]
    [InlineData("oracleGross", 390.00, "total 400.00", "Oracle has 390.00")]
    public async Task A_contract_that_is_taken_over_ties_and_is_signed_before_anything_posts(string field, double? value, string figure, string named)
    {
        var contract = TakenOver();
        contract["opening"]![field] = value;
        var run = await BillRun.OfTextAsync(contract.ToJsonString());
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(figure, run.Output, StringComparison.Ordinal);
        Assert.Contains(named, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contract_that_is_taken_over_continues_from_its_balances()
    {
        var run = await BillRun.OfTextAsync(TakenOver().ToJsonString());
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("Documents for Oracle Payables, total 540.00", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("opening", "contract.json: lines[line 1].completedToDate is not a known field.")]
    [InlineData("lines/workRetainage", "contract.json: lines[line 1].workRetainage is missing.")]
    [InlineData("opening/date", "contract.json: opening.date is missing.")]
    [InlineData("opening/lastApplication", "contract.json: opening.lastApplication is missing.")]
    public async Task Balances_are_given_completely_or_not_at_all(string missing, string sentence)
    {
        var contract = TakenOver();
        var path = missing.Split('/');
        var place =
            path[0] == "lines" ? contract["lines"]![0]!
            : path.Length == 1 ? contract
            : contract["opening"]!;
        place.AsObject().Remove(path[^1]);
        var run = await BillRun.OfTextAsync(contract.ToJsonString());
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(sentence, run.Error, StringComparison.Ordinal);
    }

    // The second application alone, on the balances that the first would have left.
    private static JsonNode TakenOver()
    {
        var contract = JsonNode.Parse(Contract)!;
        contract["applications"]!.AsArray().RemoveAt(0);
        contract["lines"]![0] = JsonNode.Parse(
            """{ "line": "1", "coding": "0100 SUB", "scheduledValue": 1000.00, "completedToDate": 400.00,"""
                + """ "materialsStored": 0, "workRetainage": 40.00, "storedRetainage": 0 }"""
        );
        contract["opening"] = JsonNode.Parse(
            """{ "lastApplication": 1, "date": "2026-03-31", "gross": 400.00, "retainage": 40.00, "oracleGross":"""
                + """ 400.00, "retainageAccount": 40.00, "signedBy": "P. Novak" }"""
        );
        return contract;
    }

    [Fact]
    public async Task Terms_change_from_their_application_on()
    {
        var contract = JsonNode.Parse(Contract)!;
        contract["applications"]![1]!["terms"] = JsonNode.Parse("""{ "retainage": { "kind": "flat", "rate": 0.05 } }""");
        var run = await BillRun.OfTextAsync(contract.ToJsonString(), "--json");
        var applications = JsonNode.Parse(run.Output)!["applications"]!;

        // 400 less 40; then 1,000 less 50, less the 360 before.
        Assert.Equal(360m, (decimal)applications[0]!["result"]!["payable"]!);
        Assert.Equal(590m, (decimal)applications[1]!["result"]!["payable"]!);
    }
}
