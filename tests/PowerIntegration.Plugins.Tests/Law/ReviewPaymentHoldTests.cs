using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Law;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Law;

/// <summary>
/// A contract in Nevada pays when paid, 7 days after the owner, 60 days after the invoice at the latest; the invoice of 31 October is over 1,000.
/// </summary>
public sealed class ReviewPaymentHoldTests
{
    private readonly Site site = new();

    [Fact]
    public void A_posted_invoice_that_the_owner_has_not_paid_is_held_under_its_hold_until_the_outside_date()
    {
        var answer = Review(Request());
        Assert.Equal(("Reviewed", ""), (answer["State"], answer["ReasonCode"]));
        Assert.Contains(
            "1 invoice was reviewed. The payment clause was applied as pay when paid.",
            (string)answer["Message"],
            StringComparison.Ordinal
        );
        var instruction = Assert.Single(Instructions(answer))!;
        Assert.Equal("HE-1 hold OWNER NOT PAID 2025-12-30", string.Join(" ", Texts(instruction, "invoice", "action", "hold", "until")));
        Assert.Equal(1000m, instruction["amount"]!.GetValue<decimal>());
        Assert.Contains("on hold OWNER NOT PAID until 2025-12-30", instruction["sentence"]!.ToString(), StringComparison.Ordinal);
        Assert.Null(instruction["dueOn"]);
        Assert.Null(instruction["blocked"]);
    }

    [Fact]
    public void It_reads_the_rules_once_and_writes_nothing_and_answers_the_same_again()
    {
        var first = Review(Request());
        Assert.Equal(["RetrieveMultiple pint_jurisdictionrule"], site.Dataverse.Requests);
        var again = Review(Request());
        Assert.All(["State", "ReasonCode", "Message", "Instructions"], output => Assert.Equal(first[output], again[output]));
        Assert.Empty(site.Dataverse.Written);
    }

    [Theory]
    [InlineData("""[{"receivedOn":"2025-11-20","amount":1000.00}]""", "false", "release", "1000", null, "2025-11-27")]
    [InlineData("""[{"receivedOn":"2025-11-20","amount":200.00}]""", "false", "payablesTask", "200", "800", "2025-11-27")]
    [InlineData("""[{"receivedOn":"2025-11-20","amount":200.00}]""", "true", "releasePart", "200", "800", "2025-11-27")]
    public void What_the_owner_paid_is_released_the_days_after_that_the_contract_names(
        string receipts,
        string canSplit,
        string action,
        string amount,
        string? blocked,
        string dueOn
    )
    {
        var instruction = Instructions(Review(Request(invoice: $$""","receipts":{{receipts}},"canSplit":{{canSplit}}""")))[0]!;
        Assert.Equal(
            (action, amount, blocked, dueOn),
            (instruction["action"]!.ToString(), Plain(instruction["amount"]), Plain(instruction["blocked"]), instruction["dueOn"]!.ToString())
        );
    }

    [Fact]
    public void What_is_not_posted_waits_for_its_posting_and_nothing_else()
    {
        var instruction = Instructions(Review(Request(posted: "false")))[0]!;
        Assert.Equal("afterPosting", instruction["action"]!.ToString());
        Assert.Null(instruction["amount"]);
    }

    [Fact]
    public void A_verified_rule_makes_the_clause_ineffective_and_is_named()
    {
        site.AddClause("US-NV|CLAUSE|1", ClauseEffectChoice.Ineffective);
        var answer = Review(Request());
        Assert.Contains("applied as none (rule US-NV|CLAUSE|1)", (string)answer["Message"], StringComparison.Ordinal);
        Assert.Equal("release 2025-11-30", string.Join(" ", Texts(Instructions(answer)[0]!, "action", "dueOn")));
    }

    [Fact]
    public void An_unverified_rule_only_warns()
    {
        site.AddClause("US-NV|CLAUSE|1", ClauseEffectChoice.Ineffective, (JurisdictionRuleTable.Verified, false));
        var answer = Review(Request());
        Assert.Contains("applied as pay when paid.", (string)answer["Message"], StringComparison.Ordinal);
        Assert.Contains("is not verified", (string)answer["Message"], StringComparison.Ordinal);
        Assert.Equal("hold", Instructions(answer)[0]!["action"]!.ToString());
    }

    [Fact]
    public void Where_the_law_has_an_exception_for_an_insolvent_owner_a_person_decides()
    {
        site.AddClause("US-NV|CLAUSE|1", ClauseEffectChoice.TimingOnly, (JurisdictionRuleTable.InsolvencyException, true));
        Assert.Equal("decide", Instructions(Review(Request(invoice: ""","ownerInsolvent":true""")))[0]!["action"]!.ToString());
        Assert.Equal("hold", Instructions(Review(Request()))[0]!["action"]!.ToString());
    }

    [Fact]
    public void The_earlier_days_of_contract_and_law_count()
    {
        site.AddClause(
            "US-NV|CLAUSE|1",
            ClauseEffectChoice.TimingOnly,
            (JurisdictionRuleTable.OutsideDays, 30),
            (JurisdictionRuleTable.PassThroughDays, 3)
        );
        Assert.Equal("release 2025-11-30", string.Join(" ", Texts(Instructions(Review(Request()))[0]!, "action", "dueOn")));
        var paid = Review(Request(invoice: ""","receipts":[{"receivedOn":"2025-11-20","amount":1000}]"""));
        Assert.Equal("2025-11-23", Instructions(paid)[0]!["dueOn"]!.ToString());
    }

    [Fact]
    public void Rules_that_overlap_and_rows_that_lack_something_refuse_the_review_without_an_instruction()
    {
        var incomplete = site.AddClause("US-NV|CLAUSE|1", ClauseEffectChoice.Ineffective, (JurisdictionRuleTable.ClauseEffect, null));
        AssertRefused(Review(Request()), "Refused jurisdiction-rule-incomplete", "US-NV|CLAUSE|1", "the effect of the clause");
        site.Dataverse.Row(JurisdictionRuleTable.LogicalName, incomplete)[JurisdictionRuleTable.ClauseEffect] = new OptionSetValue(
            ClauseEffectChoice.Enforced
        );
        site.AddClause("US-NV|CLAUSE|2", ClauseEffectChoice.Ineffective);
        AssertRefused(Review(Request()), "Refused jurisdiction-rule-overlap", "US-NV|CLAUSE|1", "US-NV|CLAUSE|2");
    }

    [Fact]
    public void A_clause_without_its_days_is_refused_by_the_term_that_is_missing() =>
        AssertRefused(
            Review(Request(clause: """{"kind":"payWhenPaid"}""")),
            "Refused payment-term-missing",
            "SC-002",
            "outside date",
            "days after the owner's receipt"
        );

    [Theory]
    [InlineData("\"USD\"", "\"XXX\"", "Request.currency is 'XXX'")]
    [InlineData("\"asOf\":\"2025-12-01\"", "\"asOf\":\"soon\"", "Request.asOf")]
    [InlineData("\"amount\":1000.00", "\"amount\":\"1,000\"", "Request.invoices[name HE-1].amount")]
    [InlineData("\"posted\":true", "\"posted\":\"perhaps\"", "Request.invoices[name HE-1].posted")]
    [InlineData("\"jurisdiction\":\"US-NV\",", "", "Request.region.jurisdiction")]
    [InlineData("\"paymentClause\"", "\"clause\"", "Request.paymentClause")]
    [InlineData("\"hold\":", "\"holdName\":", "Request.invoices[name HE-1].holdName is not a known field")]
    [InlineData("\"OWNER NOT PAID\"}]}", "\"OWNER NOT PAID\"}]", "Request is not valid JSON")]
    [InlineData("\"OWNER NOT PAID\"}]}", "\"OWNER NOT PAID\"}]}}", "Request is not valid JSON")]
    public void What_cannot_be_read_is_named_and_no_rule_is_read(string part, string replacement, string named)
    {
        Assert.Contains(part, Request(), StringComparison.Ordinal);
        AssertRefused(Review(Request().Replace(part, replacement, StringComparison.Ordinal)), "Refused input-unusable", named, "Nothing was stored");
        Assert.Empty(site.Dataverse.Requests);
    }

    [Fact]
    public void Reviews_of_no_invoice_of_one_twice_and_of_more_released_than_there_is_are_refused()
    {
        AssertRefused(Review(Request(invoices: "[]")), "Refused input-unusable", "0 invoices");
        var one = """{"name":"HE-1","posted":true,"invoiceDate":"2025-10-31","dueDate":"2025-11-30","amount":1000.00,"hold":"H"}""";
        AssertRefused(Review(Request(invoices: $"[{one},{one}]")), "Refused input-unusable", "'HE-1' appears twice");
        AssertRefused(Review(Request(invoice: ""","released":1000.01""")), "Refused input-unusable", "released amount is 1,000.01");
    }

    [Fact]
    public void A_missing_parameter_is_named()
    {
        foreach (var wrong in new object?[] { null, 7 })
        {
            var refusal = Assert.Throws<InvalidPluginExecutionException>(() =>
                site.Call(new ReviewPaymentHold(), "pint_ReviewPaymentHold", ("Request", wrong))
            );
            Assert.Contains("value Request is missing", refusal.Message, StringComparison.Ordinal);
        }
    }

    private static string Request(
        string invoice = "",
        string posted = "true",
        string clause = """{"kind":"payWhenPaid","outsideDays":60,"passThroughDays":7}""",
        string? invoices = null
    )
    {
        var one =
            $$"""[{"name":"HE-1","posted":{{posted}},"invoiceDate":"2025-10-31","dueDate":"2025-11-30","""
            + $$""" "amount":1000.00{{invoice}},"hold":"OWNER NOT PAID"}]""";
        return $$$"""
            {"contract":"SC-002","currency":"USD","region":{"jurisdiction":"US-NV","sector":"private","contractDate":"2025-01-10"},
            "paymentClause":{{{clause}}},
             "asOf":"2025-12-01","invoices":{{{invoices ?? one}}}}
            """;
    }

    private static void AssertRefused(ParameterCollection answer, string code, params string[] named)
    {
        Assert.Equal(code, answer["State"] + " " + answer["ReasonCode"]);
        Assert.All(named, part => Assert.Contains(part, (string)answer["Message"], StringComparison.Ordinal));
        Assert.Equal("[]", answer["Instructions"]);
    }

    private static JsonArray Instructions(ParameterCollection answer) => JsonNode.Parse((string)answer["Instructions"])!.AsArray();

    private static string[] Texts(JsonNode instruction, params string[] fields) => [.. fields.Select(field => instruction[field]!.ToString())];

    private static string? Plain(JsonNode? amount) => amount?.GetValue<decimal>().ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);

    private ParameterCollection Review(string request) => site.Call(new ReviewPaymentHold(), "pint_ReviewPaymentHold", ("Request", request));
}
