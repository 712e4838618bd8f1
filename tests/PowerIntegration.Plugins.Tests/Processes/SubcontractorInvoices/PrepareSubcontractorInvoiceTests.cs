using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Content;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Processes.SubcontractorInvoices;

public sealed class PrepareSubcontractorInvoiceTests
{
    // Twelve, and one for the numbers that the vendor's other documents use.
    private const int RequestsMax = 16;

    private static readonly SourceInvoice First = Sample.Application(
        1,
        0m,
        [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m), Sample.Line(2, 20000m, 0m, 0m, 0m, 0m, 0m, 0m)]
    );

    private readonly Site site = new();

    [Fact]
    public void A_preparation_answers_with_amount_place_and_hash_of_the_frozen_rows()
    {
        var id = site.AddDocument(First);
        var answer = site.Prepare(id);
        Assert.Equal("Prepared", answer["State"]);
        Assert.Equal("", answer["ReasonCode"]);
        Assert.Equal("Procore", answer["ApprovalPlace"]);
        Assert.Equal(50580m, answer["Amount"]);
        Assert.Equal("USD", answer["Currency"]);
        Assert.Equal(StoredContent.HashOf(site.Frozen(id)), answer["ContentHash"]);
        Assert.Equal(site.Document(id).Reference(DocumentTable.PreparationId), answer["PreparationId"]);
        Assert.Equal(DocumentState.Prepared, site.State(id));
        Assert.Equal(answer["ContentHash"], site.Document(id).Text(DocumentTable.ContentHash));
        Assert.Equal(50580m, site.Document(id).Amount(DocumentTable.PayableAmount));
    }

    [Fact]
    public void The_change_order_summary_goes_from_one_application_to_the_next()
    {
        // 105,000 at first; then line 1 falls by 1,000 and line 2 rises by 400.
        site.Post(site.AddDocument(First with { OriginalContractSum = 104_500m, NetChangeOrders = 500m }));
        var second = site.AddDocument(
            Sample.Application(
                2,
                50580m,
                [Sample.Line(1, 84000m, 4200m, 61350m, 0m, 6555m, 0m, 56200m), Sample.Line(2, 20400m, 0m, 0m, 0m, 0m, 0m, 0m)]
            )
        );
        site.Prepare(second);

        Assert.Equal(new ChangeOrderTotals(900m, 1_000m), site.Frozen(second).ChangeOrders);
        var row = site.Dataverse.Row(PreparationTable.LogicalName, site.Document(second).RequiredReference(DocumentTable.PreparationId));
        Assert.Equal((900m, 1_000m), (row[PreparationTable.ChangeAdditions], row[PreparationTable.ChangeDeductions]));
    }

    [Fact]
    public void The_contract_is_locked_first_and_everything_fits_thirteen_requests()
    {
        site.Prepare(site.AddDocument(First));
        Assert.Equal(
            [
                "RetrieveMultiple pint_document",
                "Update pint_lock",
                "RetrieveMultiple pint_document",
                "RetrieveMultiple pint_sourceline",
                "RetrieveMultiple pint_document",
                "RetrieveMultiple pint_wbsmappingrule",
                "RetrieveMultiple pint_transactioncontrol",
                "RetrieveMultiple pint_oracleexpendituretype",
                "RetrieveMultiple pint_oracleorganization",
                "RetrieveMultiple pint_oracleperiod",
                "RetrieveMultiple pint_ownershiprule",
                "Create pint_preparation",
                "Update pint_document",
            ],
            site.Dataverse.Requests
        );
        Assert.Equal(1, site.LockCounter);
    }

    // Two contracts of one supplier that are prepared at once see each other's amount: the second waits for the first.
    [Fact]
    public void The_supplier_is_locked_before_the_contract()
    {
        var document = site.AddDocument(First);
        var link = new RowView(site.Dataverse.Row(CommitmentTable.LogicalName, site.Commitment)).RequiredReference(CommitmentTable.VendorLinkId);
        var supplier = site.Dataverse.Create(new Entity(LockTable.LogicalName) { [LockTable.Key] = "SUPPLIER", [LockTable.Counter] = 0 });
        site.Dataverse.Row(VendorLinkTable.LogicalName, link)[VendorLinkTable.LockId] = new EntityReference(LockTable.LogicalName, supplier);

        site.Prepare(document);

        Assert.Equal(1, new RowView(site.Dataverse.Row(LockTable.LogicalName, supplier)).WholeNumber(LockTable.Counter));
        Assert.Equal(1, site.LockCounter);
    }

    [Theory]
    [InlineData("HE-40211", "HE-40211", "number-taken", "Invoice number 'HE-40211' belongs to application 1 of commitment SC-002 (Prepared)")]
    [InlineData("HE-40211", " he-40211", "number-taken", "application 1 of commitment SC-002 (Prepared)")]
    [InlineData("2025-1-12", "2025-11-2", "", "")]
    [InlineData("HE-40211", "HE40211", "possible-duplicate", "may be the same as 'HE-40211' of application 1 of commitment SC-002 (Prepared)")]
    [InlineData(null, "SC-002-1", "number-taken", "Invoice number 'SC-002-1' belongs to application 1 of commitment SC-002 (Prepared)")]
    [InlineData("SC-009-1", null, "number-taken", "Invoice number 'SC-009-1' belongs to application 1 of commitment SC-002 (Prepared)")]
    [InlineData(null, null, "", "")]
    public void A_vendor_has_one_number_once_on_all_its_commitments(string? first, string? second, string code, string named)
    {
        var other = site.AddContract("SC-009", MatchingChoice.Matched);
        Assert.Equal("Prepared", site.Prepare(site.AddDocument(First with { InvoiceNumber = first }))["State"]);
        var document = site.AddDocument(
            First with
            {
                ProcoreId = "7001",
                InvoiceNumber = second,
                BillingDate = First.BillingDate!.Value.AddDays(46),
            },
            commitment: other
        );

        var answer = site.Prepare(document);

        Assert.Equal((code.Length == 0 ? "Prepared" : "Held", code), (answer["State"], answer["ReasonCode"]));
        Assert.Contains(named, (string)answer["Message"], StringComparison.Ordinal);
        Assert.Equal(code.Length > 0, ((string)answer["Message"]).Contains("Enter another invoice number in Procore.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(45, "possible-duplicate")]
    [InlineData(46, "")]
    public void One_amount_on_two_commitments_within_45_days_waits_until_a_controller_says_that_they_differ(int days, string code)
    {
        var other = site.AddContract("SC-009", MatchingChoice.Matched);
        site.Dataverse.Row(EnvironmentTable.LogicalName, site.Environment)[EnvironmentTable.AppAddress] = "https://app.example/main.aspx";
        var first = site.AddDocument(First with { InvoiceNumber = "HE-40211" });
        Assert.Equal("Posted", site.Post(first));
        var second = site.AddDocument(
            First with
            {
                ProcoreId = "7001",
                InvoiceNumber = "HE-40388",
                BillingDate = First.BillingDate!.Value.AddDays(days),
            },
            commitment: other
        );

        var answer = site.Prepare(second);

        Assert.Equal((code.Length == 0 ? "Prepared" : "Held", code), (answer["State"], answer["ReasonCode"]));
        if (code.Length == 0)
        {
            return;
        }

        Assert.Contains("the amount of application 1 of commitment SC-002 (Posted)", (string)answer["Message"], StringComparison.Ordinal);
        Assert.Contains($"id={first}", (string)answer["Message"], StringComparison.Ordinal);
        Assert.Equal("possible-duplicate", Decide(second, Guid.AllBitsSet));
        Assert.DoesNotContain("ffffffff", site.Document(second).Text(DocumentTable.Decisions) ?? "", StringComparison.Ordinal);
        Assert.Equal("", Decide(second, first));
    }

    [Fact]
    public void Where_Procore_sends_no_currency_the_amounts_of_two_commitments_are_compared_all_the_same()
    {
        var other = site.AddContract("SC-009", MatchingChoice.Matched);
        Assert.Equal("Posted", site.Post(site.AddDocument(First with { InvoiceNumber = "HE-40211", Currency = null })));
        var second = site.AddDocument(First with { ProcoreId = "7001", InvoiceNumber = "HE-40388", Currency = null }, commitment: other);
        Assert.Equal("possible-duplicate", site.Prepare(second)["ReasonCode"]);
    }

    [Fact]
    public void Saying_that_two_bills_differ_keeps_what_was_decided_about_the_payment()
    {
        var other = site.AddContract("SC-009", MatchingChoice.Matched);
        var first = site.AddDocument(First with { InvoiceNumber = "HE-40211" });
        Assert.Equal("Posted", site.Post(first));
        var second = site.AddDocument(First with { ProcoreId = "7001", InvoiceNumber = "HE-40388" }, commitment: other);
        const string Backcharge = """{"deductions": [{"kind": "backCharge", "name": "cleaning", "amount": 0.01, "account": "101-2200"}]}""";
        site.Call(new RecordDecision(), "pint_RecordDecision", ("DocumentId", second), ("Decisions", Backcharge));
        Decide(second, first);
        site.Call(new RecordDecision(), "pint_RecordDecision", ("DocumentId", second), ("Decisions", Backcharge));
        var decisions = site.Document(second).Text(DocumentTable.Decisions)!;
        Assert.Contains("cleaning", decisions, StringComparison.Ordinal);
        Assert.Contains(first.ToString("D"), decisions, StringComparison.Ordinal);
    }

    private string Decide(Guid document, Guid other)
    {
        var decision = $$"""{"differsFrom": [{"document": "{{other}}"}]}""";
        site.Call(new RecordDecision(), "pint_RecordDecision", ("DocumentId", document), ("Decisions", decision));
        return (string)site.Prepare(document)["ReasonCode"];
    }

    [Fact]
    public void Two_commitments_with_one_number_and_no_number_of_the_vendor_do_not_share_a_made_one()
    {
        var counterpart = site.AddContract("SC-002", MatchingChoice.Matched);
        Assert.Equal("Prepared", site.Prepare(site.AddDocument(First with { InvoiceNumber = null }))["State"]);

        var answer = site.Prepare(site.AddDocument(First with { ProcoreId = "7001", InvoiceNumber = null }, commitment: counterpart));

        Assert.Equal("number-taken", answer["ReasonCode"]);
    }

    [Fact]
    public void A_number_is_free_again_where_what_had_it_left_nothing_in_Oracle_and_for_another_vendor()
    {
        var other = site.AddContract("SC-009", MatchingChoice.Matched);
        var first = site.AddDocument(First);
        site.Prepare(first);
        var second = site.AddDocument(First with { ProcoreId = "7001" }, commitment: other);
        Assert.Equal("number-taken", site.Prepare(second)["ReasonCode"]);

        site.Record(first, "refused", null);
        Assert.Equal("Prepared", site.Prepare(second)["State"]);
        Assert.Equal("number-taken", site.Prepare(first)["ReasonCode"]);

        var commitment = site.Dataverse.Row(CommitmentTable.LogicalName, other);
        commitment[CommitmentTable.VendorNumber] = "1099";
        commitment[CommitmentTable.VendorName] = "Another Electric Co.";
        Assert.Equal("Prepared", site.Prepare(first)["State"]);
    }

    [Fact]
    public void A_document_that_the_gateway_claims_in_the_meantime_is_not_prepared_anew()
    {
        var id = site.AddDocument(First);
        site.Dataverse.BeforeConditionalUpdate = () =>
        {
            site.Dataverse.BeforeConditionalUpdate = null;
            site.Dataverse.UpdateInside("pint_ClaimDocument", new Entity(DocumentTable.LogicalName, id) { [DocumentTable.ClaimedBy] = "gateway-1" });
        };

        var failure = Assert.Throws<InvalidPluginExecutionException>(() => site.Prepare(id));

        Assert.Contains("Nothing was stored. Try again.", failure.Message, StringComparison.Ordinal);
        Assert.Equal((DocumentState.Received, "gateway-1"), (site.State(id), site.Document(id).Text(DocumentTable.ClaimedBy)));
        Assert.Empty(site.Dataverse.All(PreparationTable.LogicalName));
        Assert.Equal(0, site.LockCounter);
    }

    [Fact]
    public void Two_thousand_lines_a_base_and_an_older_revision_still_fit_fifteen_requests_without_the_rules_of_the_place()
    {
        var lines = Enumerable.Range(1, 2000).Select(number => Sample.Line(number, 100m, 0m, 10m, 0m, 1m, 0m, 0m)).ToList();
        var first = Sample.Application(1, 0m, lines);
        Assert.Equal("Posted", site.Post(site.AddDocument(first)));
        var second = Sample.Application(2, 18000m, [.. lines.Select(line => Sample.Line(line.LineNumber, 100m, 10m, 5m, 0m, 1.50m, 0m, 10m))]);
        var older = site.AddDocument(second);
        site.Prepare(older);
        var newer = site.AddDocument(second with { BillingDate = second.BillingDate!.Value.AddDays(1) }, revision: 2);
        Assert.Equal("Prepared", site.Prepare(newer)["State"]);
        Assert.True(site.Dataverse.Requests.Count < RequestsMax, "The rules of the place may cost one request more.");
        Assert.Equal(DocumentState.Superseded, site.State(older));
        Assert.Equal(9000m, site.Frozen(newer).PayableAmount);
    }

    [Fact]
    public void Materials_stored_in_month_one_and_used_in_month_two_are_not_paid_twice()
    {
        Assert.Equal("Posted", site.Post(site.AddDocument(First)));
        var id = site.AddDocument(
            Sample.Application(
                2,
                50580m,
                [Sample.Line(1, 85000m, 4200m, 61350m, 0m, 6555m, 0m, 56200m), Sample.Line(2, 20000m, 0m, 0m, 0m, 0m, 0m, 0m)]
            )
        );
        Assert.Equal(8415m, site.Prepare(id)["Amount"]);
        var prepared = site.Frozen(id);
        Assert.Equal([9350m, -935m], prepared.Lines.Where(line => line.IsSent).Select(line => line.Amount));
        Assert.Equal(2, prepared.Lines.Count(line => line.Kind == LineKind.ScheduleOfValues));
    }

    [Theory]
    [InlineData("content")]
    [InlineData("hash")]
    [InlineData("line")]
    public void A_base_that_was_changed_behind_the_steps_is_refused_by_its_name_and_a_line_for_people_decides_nothing(string touched)
    {
        var first = site.AddDocument(First);
        Assert.Equal("Posted", site.Post(first));
        var posted = site.Dataverse.Row(PreparationTable.LogicalName, site.Document(first).RequiredReference(DocumentTable.PreparationId));
        switch (touched)
        {
            case "content":
                posted[PreparationTable.Content] = StoredContent.Of(site.Frozen(first) with { GrossToDate = 1m }).Text;
                break;
            case "hash":
                posted[PreparationTable.ContentHash] = new string('0', 64);
                break;
            default:
                site.Dataverse.All(DocumentLineTable.LogicalName)[0][DocumentLineTable.GrossAfter] = 1m;
                break;
        }

        var answer = site.Prepare(
            site.AddDocument(
                Sample.Application(
                    2,
                    50580m,
                    [Sample.Line(1, 85000m, 4200m, 61350m, 0m, 6555m, 0m, 56200m), Sample.Line(2, 20000m, 0m, 0m, 0m, 0m, 0m, 0m)]
                )
            )
        );

        Assert.Equal(touched == "line" ? "Prepared " : "Refused content-changed", answer["State"] + " " + answer["ReasonCode"]);
        if (touched != "line")
        {
            Assert.Contains("Commitment SC-002, preparation", (string)answer["Message"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_term_that_changes_what_the_next_document_builds_on_freezes_anew_although_the_same_leaves_for_Oracle()
    {
        var withoutStored = Sample.Application(1, 0m, [Sample.Line(1, 85000m, 0m, 4200m, 0m, 420m, 0m, 0m)]);
        var id = site.AddDocument(withoutStored);
        var first = site.Prepare(id);
        var before = Site.TermsOf("SC-002");
        site.ReplaceTerms(
            before with
            {
                Key = "LAKESHORE|1|TERMS|SC-002|2",
                Number = 2,
                Terms = before.Terms with { StoredMaterials = StoredMaterials.AutoMove },
            }
        );
        var second = site.Prepare(id);
        Assert.Equal(("Prepared", "Prepared"), (first["State"], second["State"]));
        Assert.Equal(first["Amount"], second["Amount"]);
        Assert.NotEqual(first["ContentHash"], second["ContentHash"]);
        Assert.Equal(StoredMaterials.AutoMove, site.Frozen(id).StoredMaterials);
    }

    [Fact]
    public void The_frozen_rows_carry_keys_lookups_and_every_ledger_line()
    {
        var id = site.AddDocument(First);
        site.Prepare(id);
        var preparation = site.Dataverse.All(PreparationTable.LogicalName).Single();
        Assert.Equal("LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|6001|1|P1", preparation[PreparationTable.Key]);
        Assert.Equal(site.Commitment, preparation.GetAttributeValue<EntityReference>(PreparationTable.CommitmentId).Id);
        Assert.Equal(
            ["L1", "L2", "L3"],
            site.Dataverse.All(DocumentLineTable.LogicalName).Select(line => line.GetAttributeValue<string>(DocumentLineTable.Key).Split('|')[^1])
        );
    }

    [Fact]
    public void A_refusal_writes_the_document_s_state_and_reason_and_nothing_else()
    {
        var id = site.AddDocument(First.With(1, line => line with { TaskSegmentCode = null, CostCode = "07-840" }));
        var answer = site.Prepare(id);
        Assert.Equal("Refused wbs-unmapped", answer["State"] + " " + answer["ReasonCode"]);
        Assert.False(answer.Contains("PreparationId"));
        Assert.Equal(
            ["Update pint_lock", "Update pint_document"],
            site.Dataverse.Requests.Where(request => !request.StartsWith("Retrieve", StringComparison.Ordinal))
        );
        Assert.Equal([DocumentTable.DocumentState, DocumentTable.ReasonCode, DocumentTable.Reason], site.Dataverse.Written[^1].Attributes.Keys);
        Assert.Equal(answer["Message"], site.Document(id).Text(DocumentTable.Reason));
        Assert.Empty(site.Dataverse.All(PreparationTable.LogicalName));
    }

    [Fact]
    public void A_refused_document_goes_through_after_a_rule_is_added()
    {
        var id = site.AddDocument(First.With(1, line => line with { TaskSegmentCode = null, CostCode = "07-840" }));
        Assert.Equal("Refused", site.Prepare(id)["State"]);
        site.AddRule("07-840", "SUB", "0784", RuleStateChoice.Draft);
        Assert.Equal("Refused", site.Prepare(id)["State"]);
        site.AddRule("07-840", "SUB", "0784");
        Assert.Equal("Prepared", site.Prepare(id)["State"]);
        Assert.Null(site.Document(id).Text(DocumentTable.ReasonCode));
        Assert.Equal("0784", site.Frozen(id).Lines[0].TaskNumber);
    }

    [Fact]
    public void Preparing_again_writes_nothing_but_the_lock()
    {
        var id = site.AddDocument(First);
        var first = site.Prepare(id);
        var again = site.Prepare(id);
        Assert.Equal(["Update pint_lock"], site.Dataverse.Requests.Where(request => !request.StartsWith("Retrieve", StringComparison.Ordinal)));
        Assert.All(
            ["State", "ApprovalPlace", "Amount", "Currency", "ContentHash", "PreparationId", "Summary"],
            output => Assert.Equal(first[output], again[output])
        );
        Assert.NotEqual("", again["Summary"]);
    }

    [Fact]
    public void A_repeated_refusal_writes_nothing_but_the_lock()
    {
        var id = site.AddDocument(First with { TaxAmount = null });
        Assert.Equal("amount-missing", site.Prepare(id)["ReasonCode"]);
        Assert.Equal("amount-missing", site.Prepare(id)["ReasonCode"]);
        Assert.Single(site.Dataverse.Written);
    }

    [Fact]
    public void An_unknown_document_is_refused_by_its_id_and_nothing_is_written()
    {
        var unknown = new Guid("11111111-2222-3333-4444-555555555555");
        var answer = site.Prepare(unknown);
        Assert.Equal("Refused document-not-found", answer["State"] + " " + answer["ReasonCode"]);
        Assert.Contains(unknown.ToString(), (string)answer["Message"], StringComparison.Ordinal);
        Assert.Empty(site.Dataverse.Written);
    }

    [Fact]
    public void A_posted_document_answers_its_state_and_changes_nothing()
    {
        var id = site.AddDocument(First);
        site.Post(id);
        Assert.Equal("Posted", site.Prepare(id)["State"]);
        Assert.Equal(["pint_lock"], site.Dataverse.Written.Select(row => row.LogicalName));
    }

    [Fact]
    public void What_Oracle_shows_otherwise_holds_the_next_application_until_a_controller_decides_about_exactly_that()
    {
        site.Post(site.AddDocument(First));
        var id = site.AddDocument(
            Sample.Application(
                2,
                50580m,
                [Sample.Line(1, 85000m, 4200m, 61350m, 0m, 6555m, 0m, 56200m), Sample.Line(2, 20000m, 0m, 0m, 0m, 0m, 0m, 0m)]
            )
        );
        Note(id, "50580.00|0|Cancelled|HE-40211");
        var held = site.Prepare(id);
        Assert.Equal("Held oracle-balance-differs", held["State"] + " " + held["ReasonCode"]);
        Assert.Contains("'HE-40211' was posted with 50,580.00 but is canceled in Oracle", (string)held["Message"], StringComparison.Ordinal);

        // Oracle has nothing of line 1 any more, and 56,200 with 5,620 held were posted.
        var decision =
            """{"catchUp":{"amount":"56200.00","ofApplication":1,"reason":"Cancelled in Payables"}"""
            + ""","oracle":{"lines":[{"line":"7001","gross":"0","retainage":"0"}]}}""";
        Assert.Equal("decision-recorded", Decide(id, decision)["ReasonCode"]);
        Note(id, "50580.00|50000.00|Present|HE-40211");
        Assert.Equal("oracle-balance-differs", site.Prepare(id)["ReasonCode"]);
        Note(id, "50580.00|0|Cancelled|HE-40211");
        Assert.Equal(58995m, site.Prepare(id)["Amount"]);
    }

    [Fact]
    public void Where_Oracle_could_not_be_asked_the_application_is_held_and_goes_on_once_it_was()
    {
        var id = site.AddDocument(First);
        site.Dataverse.Update(new Entity(DocumentTable.LogicalName, id) { [DocumentTable.OracleNotRead] = "Oracle did not answer." });
        var held = site.Prepare(id);
        Assert.Equal("Held oracle-not-read", held["State"] + " " + held["ReasonCode"]);

        site.Dataverse.Update(new Entity(DocumentTable.LogicalName, id) { [DocumentTable.OracleNotRead] = null });
        Assert.Equal("Prepared", site.Prepare(id)["State"]);
    }

    [Fact]
    public void A_decision_that_is_not_about_the_base_names_no_variance()
    {
        var id = site.AddDocument(First);
        Note(id, "1.00|0|Cancelled|HE-1");
        Decide(id, """{"voidApplications":[]}""");
        Assert.DoesNotContain("Cancelled", site.Document(id).Text(DocumentTable.Decisions), StringComparison.Ordinal);
        Assert.Equal("oracle-balance-differs", site.Prepare(id)["ReasonCode"]);
    }

    private ParameterCollection Decide(Guid id, string decision) =>
        site.Call(new RecordDecision(), "pint_RecordDecision", ("DocumentId", id), ("Decisions", decision));

    // As the gateway notes with every read what Oracle shows.
    private void Note(Guid id, string variances) =>
        site.Dataverse.UpdateInside("pint_ClaimDocument", new Entity(DocumentTable.LogicalName, id) { [DocumentTable.OracleVariances] = variances });
}
