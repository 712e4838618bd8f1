using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Holds;
using PowerIntegration.Plugins.Tests.Law;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Processes.SubcontractorInvoices;

/// <summary>
/// A contract in Nevada pays when paid, 7 days after the owner, 60 days after the invoice at the latest; the invoice of 31 October is over 1,000.
/// </summary>
public sealed class ReviewPaymentHoldTests
{
    private static readonly SourceInvoice First = Sample.Application(1, 0m, [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m)]);

    private static readonly JurisdictionFacts Nevada = new()
    {
        Contract = "Commitment SC-002",
        Jurisdiction = "US-NV",
        Currency = Currency.TryFind("USD", out var dollar) ? dollar : default,
        Sector = ProjectSector.Private,
        ContractDate = new CalendarDate(2025, 8, 18),
        IsBonded = false,
    };

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

    [Fact]
    public void Of_a_posted_document_amount_terms_and_hold_are_read_and_nothing_is_written()
    {
        var document = Posted(
            new PaymentTerms
            {
                Clause = PaymentClause.PayWhenPaid,
                OutsideDays = 90,
                PassThroughDays = 7,
            }
        );
        site.Dataverse.Written.Clear();
        var answer = ReviewOf(document, """{"asOf":"2025-12-01","dueDate":"2025-10-30","receipts":[{"receivedOn":"2025-11-20","amount":580.00}]}""");
        Assert.Equal(("Reviewed", ""), (answer["State"], answer["ReasonCode"]));
        var instruction = Assert.Single(Instructions(answer))!;
        Assert.Equal("payablesTask OWNER NOT PAID 2025-11-27", string.Join(" ", Texts(instruction, "action", "hold", "dueOn")));
        Assert.Equal(("580", "50000"), (Plain(instruction["amount"]), Plain(instruction["blocked"])));
        // A person reads the sentence, not the list.
        Assert.StartsWith(instruction["sentence"]!.ToString(), (string)answer["Message"], StringComparison.Ordinal);
        Assert.Contains("applied as pay when paid", (string)answer["Message"], StringComparison.Ordinal);
        Assert.Empty(site.Dataverse.Written);

        var waiting = ReviewOf(document, """{"asOf":"2025-12-01","dueDate":"2025-10-30"}""");
        Assert.Equal("hold 2025-12-29", string.Join(" ", Texts(Instructions(waiting)[0]!, "action", "until")));
    }

    [Fact]
    public void The_law_of_the_place_in_the_terms_counts_for_a_document_too()
    {
        var document = Posted(
            new PaymentTerms
            {
                Clause = PaymentClause.PayWhenPaid,
                OutsideDays = 90,
                PassThroughDays = 7,
            },
            () => site.AddClause("US-NV|CLAUSE|1", ClauseEffectChoice.TimingOnly, (JurisdictionRuleTable.OutsideDays, 30))
        );
        var answer = ReviewOf(document, """{"asOf":"2025-12-01","dueDate":"2025-10-30"}""");
        Assert.Contains("(rule US-NV|CLAUSE|1)", (string)answer["Message"], StringComparison.Ordinal);
        Assert.Equal("release 2025-10-30", string.Join(" ", Texts(Instructions(answer)[0]!, "action", "dueOn")));
    }

    [Fact]
    public void A_document_whose_terms_have_no_clause_is_due_and_one_that_is_not_posted_is_not_reviewed()
    {
        var document = site.AddDocument(First);
        const string Said = """{"asOf":"2025-12-01","dueDate":"2025-10-30"}""";
        AssertRefused(ReviewOf(document, Said), "Refused input-unusable", "is not posted");
        AssertRefused(ReviewOf(site.Project, Said), "Refused document-not-found", "does not exist");
        site.Post(document);
        var answer = ReviewOf(document, Said);
        Assert.Equal("release 2025-10-30", string.Join(" ", Texts(Instructions(answer)[0]!, "action", "dueOn")));
        Assert.DoesNotContain("Release hold", (string)answer["Message"], StringComparison.Ordinal);
        AssertRefused(ReviewOf(document, "{}"), "Refused input-unusable", "Request.asOf", "Request.dueDate", "Nothing was stored");
        AssertRefused(ReviewOf(document, Said[..^1] + ",\"currency\":\"USD\"}"), "Refused input-unusable", "Request.currency is not a known field");
    }

    [Fact]
    public void A_clause_without_a_hold_in_Payables_is_refused()
    {
        var document = Posted(
            new PaymentTerms
            {
                Clause = PaymentClause.PayWhenPaid,
                OutsideDays = 90,
                PassThroughDays = 7,
            }
        );
        site.Dataverse.Row(PayablesSetupTable.LogicalName, site.Payables)[PayablesSetupTable.HoldName] = null;
        AssertRefused(ReviewOf(document, """{"asOf":"2025-12-01","dueDate":"2025-10-30"}"""), "Refused payment-hold-missing", "no payment hold name");
    }

    // An application of 50,580.00 billed on 2025-09-30.
    private Guid Posted(PaymentTerms clause, Action? arrange = null)
    {
        var setup = site.Dataverse.Row(PayablesSetupTable.LogicalName, site.Payables);
        setup[PayablesSetupTable.HoldName] = "OWNER NOT PAID";
        setup[PayablesSetupTable.HoldReleaseName] = "OWNER PAID";
        if (arrange is not null)
        {
            arrange();
        }

        var terms = Site.TermsOf("SC-002") with { Key = "LAKESHORE|1|TERMS|SC-002|3", Number = 3, PaymentClause = clause };
        site.ReplaceTerms(arrange is null ? terms : terms with { Region = Nevada });
        var document = site.AddDocument(First);
        site.Prepare(document);
        // What Oracle answers about the hold is not what this is about.
        site.Dataverse.Row(DocumentTable.LogicalName, document)[DocumentTable.DocumentState] = new OptionSetValue(DocumentStateChoice.Posted);
        return document;
    }

    private ParameterCollection ReviewOf(Guid document, string said) =>
        site.Call(new ReviewPaymentHold(), "pint_ReviewPaymentHold", ("DocumentId", document), ("Request", said));

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
