using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.Tool.Tests.Billing;

/// <summary>
/// <c>bill --replay</c>: what was paid is made by the engine from known terms; other terms are compared with it, and the known ones are proposed.
/// </summary>
public sealed class BillReplayTests
{
    private const string Flat10 = """{ "kind": "flat", "rate": 0.10 }""";
    private const string Flat5 = """{ "kind": "flat", "rate": 0.05 }""";
    private const string Half8 = """
        { "kind": "step", "threshold": 0.50, "rateBefore": 0.08, "rateAfter": 0.04, "reading": "wholeBalance",
          "measure": "completedAndStored", "sum": "revised" }
        """;

    // Materials are stored in the first application and installed in the second; all figures suit both ways to carry them.
    [Theory]
    [InlineData("rate", "retainage", Flat5, "retainage", Flat10, "\"retainage\": { \"kind\": \"flat\", \"rate\": 0.05 }")]
    [InlineData("rate", "retainage", """{ "kind": "flat", "rate": 0.075 }""", "retainage", Half8, "\"rate\": 0.075 }")]
    [InlineData("rate and step", "retainage", Half8, "retainage", Flat10, "\"rateBefore\": 0.08, \"rateAfter\": 0.04, \"reading\": \"wholeBalance\"")]
    [InlineData(
        "cap",
        "retainageCap",
        """{ "of": "revisedSum", "value": 0.03 }""",
        "retainageCap",
        "null",
        "\"retainageCap\": { \"of\": \"revisedSum\", \"value\": 0.03 }"
    )]
    [InlineData("stored", "storedMaterials", "\"manual\"", "storedMaterials", "\"autoMove\"", "\"storedMaterials\": \"manual\"")]
    [InlineData("keeper", "retainageKeptBy", "\"us\"", "retainageKeptBy", "\"oracle\"", "\"retainageKeptBy\": \"us\"")]
    public async Task The_terms_that_were_in_force_are_proposed_first(
        string what,
        string trueField,
        string trueValue,
        string wrongField,
        string wrongValue,
        string proposed
    )
    {
        // Oracle keeps retainage only without a limit, so a contract with one shows who keeps it.
        var contract = Contract(what == "keeper" ? ("retainageCap", """{ "of": "revisedSum", "value": 0.04 }""") : ("retainage", Flat10));
        var paid = await PaidAsync(contract, trueField, trueValue);
        paid["terms"]![wrongField] = JsonNode.Parse(wrongValue);

        var run = await BillRun.OfTextAsync(paid.ToJsonString(), "--replay", "--json");
        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        var first = JsonNode.Parse(run.Output)!["proposals"]![0]!;
        Assert.True((bool)first["explainsAll"]!, what + ": " + run.Output);
        Assert.Contains(proposed, (string)first["fields"]!, StringComparison.Ordinal);

        // The right term beside one that changes nothing is not a second explanation.
        Assert.DoesNotContain(
            JsonNode.Parse(run.Output)!["proposals"]!.AsArray().Skip(1),
            other => (bool)other!["explainsAll"]! && ((string)other["fields"]!).Contains((string)first["fields"]!, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_proposal_replaces_terms_that_change_between_applications()
    {
        var paid = await PaidAsync(Contract(("retainage", Flat10)), "retainage", Flat10);
        paid["applications"]![2]!["terms"] = new JsonObject { ["retainage"] = JsonNode.Parse(Flat5) };
        var run = await BillRun.OfTextAsync(paid.ToJsonString(), "--replay");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("1. retainage is 10 percent: explains all", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terms_that_stop_an_application_are_not_proposed()
    {
        var contract = Contract(("retainage", Flat10));
        foreach (var application in contract["applications"]!.AsArray())
        {
            application!["paid"] = (int)application["number"]! % 2;
        }

        // What is not billed would be nearest to nothing paid.
        var proposals = JsonNode.Parse((await BillRun.OfTextAsync(contract.ToJsonString(), "--replay", "--json")).Output)!["proposals"]!.AsArray();
        Assert.NotEmpty(proposals);
        Assert.DoesNotContain(
            proposals.SelectMany(proposal => proposal!["differences"]!.AsArray()),
            difference => difference!["notBilled"] is not null
        );
    }

    [Fact]
    public async Task Two_wrong_terms_are_found_together()
    {
        var paid = await PaidAsync(Contract(("retainage", Flat10)), "retainage", Flat5);
        paid["terms"]!["retainage"] = JsonNode.Parse(Flat10);
        paid["terms"]!["storedMaterials"] = "autoMove";

        var run = await BillRun.OfTextAsync(paid.ToJsonString(), "--replay", "--json");
        var first = JsonNode.Parse(run.Output)!["proposals"]![0]!;
        Assert.True((bool)first["explainsAll"]!, run.Output);
        Assert.Equal("\"retainage\": { \"kind\": \"flat\", \"rate\": 0.05 }, \"storedMaterials\": \"manual\"", (string)first["fields"]!);
    }

    // The header is a cent off the lines; the payment is the same whichever line takes it, so only the retainage of the lines shows it.
    [Fact]
    public async Task The_place_of_a_rounding_difference_is_found_from_the_retainage_of_the_lines()
    {
        var contract = Contract(("retainage", Flat10));
        contract["applications"] = new JsonArray(
            JsonNode.Parse(
                """
                { "number": 1, "certified": { "line4": 1000.40, "line5": 100.05, "line8": 900.35 }, "lines": [
                  { "line": "1", "workPrevious": 0, "workThisPeriod": 100.10, "materialsStored": 0 },
                  { "line": "2", "workPrevious": 0, "workThisPeriod": 900.30, "materialsStored": 0 } ] }
                """
            )
        );
        var paid = await PaidAsync(contract, "roundingDifference", "\"firstLine\"");
        paid["terms"]!["roundingDifference"] = "largestLine";

        var run = await BillRun.OfTextAsync(paid.ToJsonString(), "--replay", "--json");
        Assert.Equal(1, run.ExitCode);
        var answer = JsonNode.Parse(run.Output)!;
        Assert.Equal(["1", "2"], answer["differences"]!.AsArray().Select(difference => (string?)difference!["line"]));
        Assert.Equal("\"roundingDifference\": \"firstLine\"", (string)answer["proposals"]![0]!["fields"]!);
        Assert.True((bool)answer["proposals"]![0]!["explainsAll"]!);
    }

    // Retainage amounts of the source are checked against the terms, so wrong terms stop the application.
    [Fact]
    public async Task Terms_that_stop_the_amounts_of_the_source_are_replaced_by_those_that_they_follow()
    {
        var paid = await PaidAsync(Contract(("retainage", Flat10)), "retainage", Flat5);
        foreach (var line in paid["applications"]!.AsArray().SelectMany(application => application!["lines"]!.AsArray()))
        {
            var stored = (decimal)line!["materialsStored"]! * 0.05m;
            line["storedRetainage"] = stored;
            line["workRetainage"] = (decimal)line["retainageHeld"]! - stored;
        }

        paid["terms"]!["retainageAmounts"] = "source";
        paid["terms"]!["retainage"] = JsonNode.Parse(Flat10);
        var run = await BillRun.OfTextAsync(paid.ToJsonString(), "--replay");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Application 1 is not billed: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("1. retainage is 5 percent: explains all", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_paid_by_the_terms_has_no_difference()
    {
        var paid = await PaidAsync(Contract(("retainage", Flat10)), "retainage", Flat5);
        var run = await BillRun.OfTextAsync(paid.ToJsonString(), "--replay");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("4 applications compared.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("explain", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_difference_names_application_line_and_figures()
    {
        var paid = await PaidAsync(Contract(("retainage", Flat10)), "retainage", Flat5);
        paid["applications"]![1]!["paid"] = (decimal)paid["applications"]![1]!["paid"]! - 120m;
        var held = (decimal)paid["applications"]![2]!["lines"]![1]!["retainageHeld"]!;
        paid["applications"]![2]!["lines"]![1]!["retainageHeld"] = held + 30m;
        paid["applications"]![3]!.AsObject().Remove("paid");
        foreach (var line in paid["applications"]![3]!["lines"]!.AsArray())
        {
            line!.AsObject().Remove("retainageHeld");
        }

        var run = await BillRun.OfTextAsync(paid.ToJsonString(), "--replay", "--json");
        Assert.Equal(1, run.ExitCode);
        var answer = JsonNode.Parse(run.Output)!;
        Assert.Equal(3, (int)answer["compared"]!);
        Assert.Equal(4, (int)Assert.Single(answer["notCompared"]!.AsArray())!);
        Assert.Collection(
            answer["differences"]!.AsArray(),
            payment => Assert.Equal((2, null, 120m), Facts(payment!)),
            line => Assert.Equal((3, "2", -30m), Facts(line!))
        );

        // One payment that was wrong is no term: nothing explains it alone.
        var text = await BillRun.OfTextAsync(paid.ToJsonString(), "--replay");
        Assert.Contains("retainage held on line 2", text.Output, StringComparison.Ordinal);
        Assert.Contains("No other terms were found", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_terms_explain_is_left_with_its_amount()
    {
        var paid = await PaidAsync(Contract(("retainage", Flat10)), "retainage", Flat5);
        paid["terms"]!["retainage"] = JsonNode.Parse(Flat10);
        paid["applications"]![1]!["paid"] = (decimal)paid["applications"]![1]!["paid"]! - 120m;
        var run = await BillRun.OfTextAsync(paid.ToJsonString(), "--replay");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("1. retainage is 5 percent: leaves 120.00 on 1 application", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_that_the_terms_do_not_bill_says_why()
    {
        var paid = await PaidAsync(Contract(("retainage", Flat10)), "storedMaterials", "\"manual\"");
        paid["terms"]!["storedMaterials"] = "autoMove";
        var run = await BillRun.OfTextAsync(paid.ToJsonString(), "--replay");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Application 2 is not billed: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("Application 3 is not billed: It waits for application 2.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_does_not_say_what_was_paid_is_a_mistake()
    {
        var run = await BillRun.OfTextAsync(Contract(("retainage", Flat10)).ToJsonString(), "--replay");
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("contract.json: paid is missing in every application.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("paid", "applications[number 1].paid is '1,5'")]
    [InlineData("retainageHeld", "applications[number 1].lines[line 1].retainageHeld is '1,5'")]
    public async Task An_amount_that_cannot_be_read_is_named(string field, string place)
    {
        var contract = Contract(("retainage", Flat10));
        var application = contract["applications"]![0]!;
        (field == "paid" ? application : application["lines"]![0]!)[field] = "1,5";
        var run = await BillRun.OfTextAsync(contract.ToJsonString(), "--replay");
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("contract.json: " + place, Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private static (int Application, string? Line, decimal Difference) Facts(JsonNode difference) =>
        ((int)difference["application"]!, (string?)difference["line"], (decimal)difference["difference"]!);

    private static JsonNode Contract((string Field, string Value) term)
    {
        var contract = JsonNode.Parse(
            """
            { "contract": "SC-9", "currency": "USD", "originalContractSum": 100000,
              "terms": { "retainage": { "kind": "flat", "rate": 0.10 }, "retainageAmounts": "terms", "retainageKeptBy": "us",
                "storedMaterials": "manual", "staleStoragePeriods": 3, "overbillingTolerance": 0, "negativeLines": "accepted",
                "creditDocument": "creditMemo", "roundingDifference": "largestLine", "approvedAsNoted": "posts" },
              "lines": [ { "line": "1", "coding": "2600 SUB", "scheduledValue": 60000 },
                { "line": "2", "coding": "2700 SUB", "scheduledValue": 40000 } ],
              "applications": [] }
            """
        )!;
        contract["terms"]![term.Field] = JsonNode.Parse(term.Value);
        contract["applications"]!.AsArray().Add(Application(1, 0m, 12_345.67m, 6_000m, 0m, 5_000.01m));
        contract["applications"]!.AsArray().Add(Application(2, 12_345.67m, 20_000.11m, 0m, 5_000.01m, 4_000.03m));
        contract["applications"]!.AsArray().Add(Application(3, 32_345.78m, 15_000m, 0m, 9_000.04m, 12_000m));

        // What was paid is line 8, before this.
        contract["applications"]![2]!["deductions"] = JsonNode.Parse(
            """[ { "kind": "backCharge", "name": "Clean-up", "amount": 500, "account": "101-21900", "approvedBy": "R. Alvarez" } ]"""
        );
        contract["applications"]!.AsArray().Add(Application(4, 47_345.78m, 12_654.22m, 0m, 21_000.04m, 18_999.96m));
        return contract;
    }

    private static JsonNode Application(int number, decimal previous1, decimal work1, decimal stored1, decimal previous2, decimal work2) =>
        JsonNode.Parse(
            string.Create(
                CultureInfo.InvariantCulture,
                $$"""
                { "number": {{number}}, "periodEnd": "2026-0{{number}}-28", "lines": [
                  { "line": "1", "workPrevious": {{previous1}}, "workThisPeriod": {{work1}}, "materialsStored": {{stored1}} },
                  { "line": "2", "workPrevious": {{previous2}}, "workThisPeriod": {{work2}}, "materialsStored": 0 } ] }
                """
            )
        )!;

    // The contract with what the engine bills by the true terms as what was paid, and as retainage held.
    private static async Task<JsonNode> PaidAsync(JsonNode contract, string field, string value)
    {
        var paid = contract.DeepClone();
        paid["terms"]![field] = JsonNode.Parse(value);
        var run = await BillRun.OfTextAsync(paid.ToJsonString(), "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        foreach (var billed in JsonNode.Parse(run.Output)!["applications"]!.AsArray())
        {
            var application = paid["applications"]!.AsArray().Single(one => (int)one!["number"]! == (int)billed!["number"]!)!;
            var certificate = billed!["result"]!["certificate"]!.AsArray();
            application["paid"] = (decimal)certificate.Single(line => (string?)line!["number"] == "8")!["after"]!;
            foreach (var line in billed["result"]!["lines"]!.AsArray())
            {
                var entry = application["lines"]!.AsArray().Single(one => (string?)one!["line"] == (string?)line!["lineId"])!;
                entry["retainageHeld"] = (decimal)line!["after"]!["retainage"]!["total"]!;
            }
        }

        return paid;
    }
}
