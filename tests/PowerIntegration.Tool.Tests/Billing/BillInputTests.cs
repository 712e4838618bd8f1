using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.Tool.Tests.Billing;

/// <summary>
/// A right contract of three applications, and the same contract with one wrong input of every kind: a wrong input is never billed with a proof and
/// exit code 0, and its cause is told once, with its place in the file, what is allowed and an example.
/// </summary>
public sealed class BillInputTests
{
    private const string Contract = """
        {
          "contract": "SC-7", "currency": "USD", "originalContractSum": 3500.00,
          "terms": {
            "retainage": { "kind": "flat", "rate": 0.10 }, "retainageAmounts": "terms", "retainageKeptBy": "us", "storedMaterials": "manual",
            "staleStoragePeriods": 3, "overbillingTolerance": 0, "negativeLines": "accepted", "creditDocument": "creditMemo",
            "roundingDifference": "largestLine", "approvedAsNoted": "posts"
          },
          "lines": [
            { "line": "A", "coding": "0100 SUB", "scheduledValue": 1000.00 },
            { "line": "02", "coding": "0200 SUB", "scheduledValue": 3000.00 },
            { "line": "03", "coding": "0300 SUB", "scheduledValue": -500.00 }
          ],
          "applications": [
            { "number": 1, "periodEnd": "2026-01-31", "lines": [
              { "line": "A", "workPrevious": 0, "workThisPeriod": 400.00, "materialsStored": 0 },
              { "line": "02", "workPrevious": 0, "workThisPeriod": 300.00, "materialsStored": 100.00 },
              { "line": "03", "workPrevious": 0, "workThisPeriod": -100.00, "materialsStored": 0 } ] },
            { "number": 2, "periodEnd": "2026-02-28", "lines": [
              { "line": "A", "workPrevious": 400.00, "workThisPeriod": -50.00, "materialsStored": 0 },
              { "line": "02", "workPrevious": 300.00, "workThisPeriod": 500.00, "materialsStored": 0 },
              { "line": "03", "workPrevious": -100.00, "workThisPeriod": -100.00, "materialsStored": 0 },
              { "line": "16", "scheduledValue": 200.00, "coding": "1600 SUB", "workPrevious": 0, "workThisPeriod": 20.00, "materialsStored": 0 } ] },
            { "number": 3, "periodEnd": "2026-02-28", "lines": [
              { "line": "A", "workPrevious": 350.00, "workThisPeriod": 650.00, "materialsStored": 0 },
              { "line": "02", "workPrevious": 800.00, "workThisPeriod": 0, "materialsStored": 0 },
              { "line": "03", "workPrevious": -200.00, "workThisPeriod": 50.00, "materialsStored": 0 },
              { "line": "16", "workPrevious": 20.00, "workThisPeriod": 0, "materialsStored": 0 } ] }
          ]
        }
        """;

    private static readonly string[] NeverSaid =
    [
        "automatically",
        "is waiting",
        "flow",
        "resume",
        "continues",
        "Post or void",
        "Held.",
        "builds on the same balances",
    ];

    [Fact]
    public async Task A_right_file_is_proved_with_every_check_in_text_and_JSON()
    {
        var run = await BillRun.OfTextAsync(Contract);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(3, run.Output.Split("Proof, residual 0.00").Length - 1);
        Assert.Equal(3 * 7, run.Output.Split('\u2713').Length - 1);
        Assert.DoesNotContain("Not proved", run.Output, StringComparison.Ordinal);
        var proof = Results(await BillRun.OfTextAsync(Contract, "--json"))[1]["proof"]!;
        Assert.Equal(0m, (decimal)proof["residual"]!);
        Assert.Equal(0, (int)proof["inputsFailed"]!);
        Assert.Equal(7, proof["inputs"]!.AsArray().Count);
        Assert.All(proof["inputs"]!.AsArray(), input => Assert.Equal("met", (string?)input!["result"]));
        Assert.All(proof["inputs"]!.AsArray(), input => Assert.NotEmpty((string?)input!["place"] + (string?)input["source"]));
    }

    // The place of the wrong input, what it is set to (nothing: removed), and the facts of the one cause.
    [Theory]
    // An amount to date on the other side of zero, or beyond the value.
    [InlineData("lines/0/scheduledValue", "-1000.00", 1, "application 1, line A, workThisPeriod", "400.00", "-1,000.00 USD to 0.00", "-400.00")]
    [InlineData(
        "applications/0/lines/2/workThisPeriod",
        "100.00",
        1,
        "application 1, line 03, workThisPeriod",
        "100.00 USD",
        "-500.00 USD",
        "-100.00"
    )]
    [InlineData("applications/0/lines/0/workThisPeriod", "-0.01", 1, "application 1, line A, workThisPeriod", "-0.01 USD", "1,000.00 USD", "0.01")]
    [InlineData("applications/2/lines/0/workThisPeriod", "-350.01", 3, "application 3, line A, workThisPeriod", "-0.01 USD", "0.00 USD", "-349.99")]
    [InlineData(
        "applications/2/lines/0/workThisPeriod",
        "650.01",
        3,
        "application 3, line A, workThisPeriod",
        "1,000.01 USD",
        "up to 1,000.00",
        "650.00"
    )]
    [InlineData("applications/2/lines/2/workThisPeriod", "-300.01", 3, "application 3, line 03, workThisPeriod", "-500.01 USD", "-500.00", "-300.00")]
    [InlineData("applications/1/lines/3/scheduledValue", "0", 2, "application 2, line 16, workThisPeriod", "20.00 USD", "up to 0.00", "0.00")]
    [InlineData(
        "applications/0/lines/1/materialsStored",
        "-1",
        1,
        "application 1, line 02, materialsStored",
        "-1.00 USD",
        "zero or a positive",
        "0.00"
    )]
    // A line twice, in any spelling.
    [InlineData("applications/1/lines/1/line", "A", 2, "application 2, line A, line", "appears twice", "each ID once", "\"16\"")]
    [InlineData("applications/1/lines/1/line", "a", 2, "application 2, line a, line", "'A'", "each ID once", "\"16\"")]
    [InlineData("applications/1/lines/1/line", "02 ", 2, "application 2, line '02 ', line", "'02 '", "'02'", "\"02\"")]
    [InlineData("applications/1/lines/0/line", "a", 2, "application 2, line a, line", "spelled 'A'", "'A'", "\"A\"")]
    // A period before the previous one.
    [InlineData("applications/1/periodEnd", "2026-01-30", 2, "application 2, periodEnd", "2026-01-30", "2026-01-31 or later", "\"2026-01-31\"")]
    [InlineData("applications/0/periodEnd", "2026-12-31", 2, "application 2, periodEnd", "2026-12-31", "2026-12-31 or later", "\"2026-12-31\"")]
    // Previous amounts that were not posted.
    [InlineData("applications/1/lines/0/workPrevious", "399.00", 2, "application 2, line A, workPrevious", "399.00 USD", "what was posted", "400.00")]
    [InlineData("applications/0/lines/0/workPrevious", "5", 1, "application 1, line A, workPrevious", "5.00 USD", "what was posted", "0.00")]
    // A column that is not there.
    [InlineData(
        "applications/1/lines/0/workThisPeriod",
        null,
        2,
        "application 2, line A, workThisPeriod",
        "is missing",
        "0.00 if there is none",
        "1234.50"
    )]
    [InlineData("applications/1/lines/0/materialsStored", null, 2, "application 2, line A, materialsStored", "is missing", "0.00 if there", "0.00")]
    [InlineData(
        "applications/1/lines/3/scheduledValue",
        null,
        2,
        "application 2, line 16, scheduledValue",
        "no scheduled value",
        "new line",
        "12000.00"
    )]
    // Terms, statuses and numbers.
    [InlineData("terms/overbillingTolerance", null, 1, "terms.overbillingTolerance", "do not state", "0.00 for none", "0.00")]
    [InlineData("terms/negativeLines", null, 1, "terms.negativeLines", "do not state", "accepted or splitBySign", "\"accepted\"")]
    [InlineData("currency", null, 1, "currency", "do not state the currency", "ISO code", "\"USD\"")]
    [InlineData("applications/1/status", "underReview", 2, "application 2, status", "'underReview'", "approved, void", "\"approved\"")]
    [InlineData("applications/1/number", "7", 0, "applications", "application 2 is not", "without a gap", "\"number\": 2")]
    public async Task A_wrong_input_stops_its_application_and_is_told_once(
        string path,
        string? value,
        int stopped,
        string place,
        string fact,
        string allowed,
        string example
    )
    {
        var text = Changed(path, value);
        var run = await BillRun.OfTextAsync(text);
        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        var causes = run.Output.Split('\n').Where(line => line.StartsWith("  contract.json, ", StringComparison.Ordinal)).ToList();
        Assert.StartsWith($"  contract.json, {place}: ", causes[0], StringComparison.Ordinal);
        Assert.Contains(fact, causes[0], StringComparison.Ordinal);
        var help = run.Output.Split('\n').First(line => line.StartsWith("    ", StringComparison.Ordinal) && line.Contains("Allowed: "));
        Assert.Contains(allowed, help, StringComparison.Ordinal);
        Assert.Contains(example, help[help.IndexOf("Example: ", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.All(NeverSaid, words => Assert.DoesNotContain(words, run.Output, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(causes.Distinct(), causes);
        if (stopped == 0)
        {
            return;
        }

        Assert.Single(causes);
        var results = Results(await BillRun.OfTextAsync(text, "--json"));
        for (var number = 1; number <= 3; number++)
        {
            var result = results[number - 1];
            Assert.Equal(number < stopped, (string?)result["state"] == "Billed");
            Assert.Equal(number > stopped ? stopped : (int?)null, (int?)result["waitsFor"]);
            Assert.Equal(number == stopped ? 1 : 0, result["reasons"]?.AsArray().Count ?? 0);
            Assert.Equal(number > stopped, run.Output.Contains(Waits(number, stopped), StringComparison.Ordinal));
        }

        var reason = results[stopped - 1]["reasons"]![0]!;
        Assert.Equal("contract.json", (string?)reason["file"]);
        Assert.EndsWith((string)reason["field"]!, place, StringComparison.Ordinal);
        Assert.Contains(example, (string?)reason["example"], StringComparison.Ordinal);
    }

    // The figures stay right, but the input is not: they are shown, and not as proved.
    [Theory]
    [InlineData("lines/0/coding", null, 1, "line A, coding", "coding is missing")]
    [InlineData("lines/0/coding", " ", 1, "line A, coding", "coding is missing")]
    [InlineData("applications/1/lines/3/coding", null, 2, "application 2, line 16, coding", "coding is missing")]
    [InlineData("originalContractSum", "3400.00", 1, "originalContractSum", "3,500.00 USD")]
    [InlineData("lines/1/scheduledValue", "2999.99", 1, "originalContractSum", "3,499.99 USD")]
    public async Task A_wrong_input_that_changes_no_figure_is_not_proved(string path, string? value, int failed, string place, string fact)
    {
        var text = Changed(path, value);
        var run = await BillRun.OfTextAsync(text);
        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        var cause = Assert.Single(run.Output.Split('\n'), line => line.StartsWith("  contract.json, ", StringComparison.Ordinal));
        Assert.StartsWith($"  contract.json, {place}: ", cause, StringComparison.Ordinal);
        Assert.Contains(fact, cause, StringComparison.Ordinal);
        Assert.Equal(failed - 1, run.Output.Split("Proof, residual 0.00").Length - 1);
        var right = Results(await BillRun.OfTextAsync(Contract, "--json"));
        var results = Results(await BillRun.OfTextAsync(text, "--json"));
        for (var number = 1; number <= 3; number++)
        {
            Assert.Equal((decimal)right[number - 1]["payable"]!, (decimal)results[number - 1]["payable"]!);
            Assert.Equal(number < failed, results[number - 1]["proof"]!["residual"] is not null);
        }
    }

    [Fact]
    public async Task A_file_without_any_coding_is_not_proved()
    {
        var contract = JsonNode.Parse(Contract)!;
        foreach (var line in contract["lines"]!.AsArray().Append(contract["applications"]![1]!["lines"]![3]))
        {
            line!.AsObject().Remove("coding");
        }

        var run = await BillRun.OfTextAsync(contract.ToJsonString());
        Assert.Equal(1, run.ExitCode);
        Assert.DoesNotContain("residual", run.Output, StringComparison.Ordinal);
        Assert.Equal(4, run.Output.Split("the coding is missing").Length - 1);
    }

    // A mistake of the whole file: nothing is billed, and every mistake is a sentence.
    [Theory]
    [InlineData("lines/1/line", "A", "lines[line A].line is 'A' at position 2, but position 1 already has 'A'", "\"line\": \"16\"")]
    [InlineData("lines/1/line", " a ", "lines[line  a ].line is ' a ' at position 2, but position 1 already has 'A'", "\"line\": \"16\"")]
    [InlineData("lines/1/line", null, "lines[1].line is missing", "text in quotes")]
    [InlineData("lines/1/scheduledValue", null, "lines[line 02].scheduledValue is missing", "1234.50, or 0.00")]
    [InlineData("applications/1/number", null, "applications[1].number is missing", "such as 1")]
    [InlineData("applications/1/lines/0/line", null, "applications[number 2].lines[0].line is missing", "text in quotes")]
    [InlineData("terms", null, "terms is missing", "terms")]
    public async Task A_mistake_of_the_file_is_named_with_its_place(string path, string? value, string fact, string help)
    {
        var run = await BillRun.OfTextAsync(Changed(path, value));
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        var sentence = run.Error.Split('\n')[0];
        Assert.StartsWith("contract.json: " + fact, sentence, StringComparison.Ordinal);
        Assert.Contains(help, sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("applications/1/periodEnd", "application 2 has no end of the period")]
    [InlineData("applications/1/lines/0/workPrevious", "line A without previous work")]
    [InlineData("originalContractSum", "originalContractSum is not in the file")]
    [InlineData("applications/2/lines/3", "line 16 not listed; the balance is kept")]
    public async Task What_may_be_left_out_is_named(string path, string note)
    {
        var run = await BillRun.OfTextAsync(Changed(path, null));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(note, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rates_for_a_line_that_the_file_does_not_have_are_refused()
    {
        var contract = JsonNode.Parse(Contract)!;
        contract["terms"]!["retainage"] = JsonNode.Parse(
            """{ "kind": "perLine", "workRate": 0.1, "storedRate": 0.1, "lines": [ { "line": "16" }, { "line": "2", "workRate": 0.05 } ] }"""
        );
        var run = await BillRun.OfTextAsync(contract.ToJsonString());
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("contract.json: terms.retainage.lines[line 2].line is '2'", Assert.Single(run.Error.TrimEnd().Split('\n')));
    }

    [Fact]
    public async Task A_column_that_no_application_has_is_one_cause_for_each_line()
    {
        var contract = JsonNode.Parse(Contract)!;
        foreach (var line in contract["applications"]!.AsArray().SelectMany(application => application!["lines"]!.AsArray()))
        {
            line!.AsObject().Remove("materialsStored");
        }

        var run = await BillRun.OfTextAsync(contract.ToJsonString());
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(4, run.Output.Split("materials presently stored is missing").Length - 1);
        Assert.Equal(3, run.Output.Split("Also in applications 2, 3. Allowed: ").Length - 1);
        Assert.Contains("contract.json, application 2, line 16, materialsStored: ", run.Output, StringComparison.Ordinal);
        var results = Results(await BillRun.OfTextAsync(contract.ToJsonString(), "--json"));
        Assert.Equal([2, 3], results[0]["reasons"]![0]!["alsoIn"]!.AsArray().Select(number => (int)number!));
    }

    [Fact]
    public async Task Many_lines_with_the_same_cause_are_told_by_the_first_five()
    {
        var contract = JsonNode.Parse(Contract)!;
        contract["originalContractSum"] = 3508m;
        for (var number = 20; number < 28; number++)
        {
            contract["lines"]!.AsArray().Add(JsonNode.Parse($$"""{ "line": "{{number}}", "coding": "1", "scheduledValue": 1.00 }"""));
            contract["applications"]![0]!["lines"]!
                .AsArray()
                .Add(JsonNode.Parse($$"""{ "line": "{{number}}", "workPrevious": 0, "workThisPeriod": 2.00, "materialsStored": 0 }"""));
        }

        var run = await BillRun.OfTextAsync(contract.ToJsonString());
        Assert.Equal(5, run.Output.Split("over its scheduled value").Length - 1);
        Assert.Contains("contract.json: the same 3 times more: 25, 26, 27", run.Output, StringComparison.Ordinal);
        Assert.Equal(8, Results(await BillRun.OfTextAsync(contract.ToJsonString(), "--json"))[0]["reasons"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("applications/0/number", "0", "application 0, number", "\"number\": 1")]
    [InlineData("applications/1/currency", "EUR", "application 2, currency", "\"currency\": \"USD\"")]
    [InlineData("terms/retainage/rate", "10", "terms.retainage.rate", "\"rate\": 0.10")]
    public async Task A_number_a_currency_or_a_rate_is_named_with_its_place(string path, string value, string place, string example)
    {
        var run = await BillRun.OfTextAsync(Changed(path, value));
        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Contains($"  contract.json, {place}: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("Example: " + example, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("posted with this number", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_that_is_listed_twice_is_not_taken_for_a_repetition()
    {
        var contract = JsonNode.Parse(Contract)!;
        contract["applications"]!.AsArray().Insert(2, contract["applications"]![1]!.DeepClone());
        var run = await BillRun.OfTextAsync(contract.ToJsonString());
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("contract.json, application 2, number: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("listed twice with revision 1", run.Output, StringComparison.Ordinal);
        Assert.Contains("Example: \"number\": 3", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_application_listed_before_a_lower_number_does_not_wait_for_it()
    {
        var contract = JsonNode.Parse(Contract)!;
        var second = contract["applications"]![1]!.DeepClone();
        contract["applications"]!.AsArray().RemoveAt(1);
        contract["applications"]!.AsArray().Add(second);
        var run = await BillRun.OfTextAsync(contract.ToJsonString());
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("contract.json, application 3, number: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("List the applications in order", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("waits", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_in_an_application_that_waits_is_told_too()
    {
        var contract = JsonNode.Parse(Changed("applications/0/lines/0/workThisPeriod", "1400.00"))!;
        contract["applications"]![2]!["lines"]![1]!.AsObject().Remove("materialsStored");
        var results = Results(await BillRun.OfTextAsync(contract.ToJsonString(), "--json"));
        Assert.Equal([null, 1, 1], results.Select(result => (int?)result["waitsFor"]));
        Assert.Equal("materialsStored", (string?)Assert.Single(results[2]["reasons"]!.AsArray())!["field"]);
        Assert.Equal("Waits", (string?)results[1]["state"]);
    }

    [Theory]
    [InlineData("2026-02-01", 1)]
    [InlineData("2026-01-31", 0)]
    public async Task A_contract_that_is_taken_over_may_state_its_last_period(string end, int exitCode)
    {
        var contract = JsonNode.Parse(Contract)!;
        contract["opening"] = JsonNode.Parse(
            """{ "lastApplication": 0, "date": "2026-01-01", "gross": 0, "retainage": 0, "oracleGross": 0, "retainageAccount": 0, "signedBy": "N" }"""
        );
        contract["opening"]!["periodEnd"] = end;
        foreach (var line in contract["lines"]!.AsArray())
        {
            foreach (var field in new[] { "completedToDate", "materialsStored", "workRetainage", "storedRetainage" })
            {
                line![field] = 0;
            }
        }

        Assert.Equal(exitCode, (await BillRun.OfTextAsync(contract.ToJsonString())).ExitCode);
    }

    private static string Waits(int number, int stopped) =>
        $"APPLICATION {number}, period to {(number == 1 ? "2026-01-31" : "2026-02-28")}{Environment.NewLine}"
        + $"Not billed: waits for application {stopped}.";

    private static IReadOnlyList<JsonNode> Results(BillRun run) =>
        [.. JsonNode.Parse(run.Output)!["applications"]!.AsArray().Select(application => application!["result"]!)];

    private static string Changed(string path, string? value)
    {
        var root = JsonNode.Parse(Contract)!;
        var steps = path.Split('/');
        var node = root;
        foreach (var step in steps[..^1])
        {
            node = int.TryParse(step, CultureInfo.InvariantCulture, out var index) ? node[index]! : node[step]!;
        }

        if (node is JsonArray list)
        {
            list.RemoveAt(int.Parse(steps[^1], CultureInfo.InvariantCulture));
        }
        else if (value is null)
        {
            Assert.True(node.AsObject().Remove(steps[^1]));
        }
        else
        {
            node[steps[^1]] = decimal.TryParse(value, CultureInfo.InvariantCulture, out var number) && steps[^1] != "line" ? number : value;
        }

        return root.ToJsonString();
    }
}
