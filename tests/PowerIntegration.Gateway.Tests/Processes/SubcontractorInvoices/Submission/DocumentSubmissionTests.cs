using System.Net.Http;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.Documents.Content;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Gateway.Tests.Fixtures;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Processes.SubcontractorInvoices.Submission;

public sealed class DocumentSubmissionTests
{
    [Fact]
    public async Task A_prepared_document_is_looked_up_created_validated_read_back_and_recorded()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        var id = StoredDocuments.AddPrepared(host);

        var answer = (await SubmitAsync(host, id)).Ok();

        Assert.Equal(
            ("Posted", "300100187048034", "HE-40213", 16875.00m, "USD"),
            (
                answer.Text("state"),
                answer.Text("oracleInvoiceId"),
                answer.Text("oracleInvoiceNumber"),
                answer.Body.GetProperty("amount").GetDecimal(),
                answer.Text("currency")
            )
        );
        Assert.Equal(["GET", "GET", "POST", "POST", "GET"], host.Oracle.Calls.Select(call => call.Method));
        Assert.Equal(
            ["find pint_environment by key", "list pint_document", "call pint_ClaimDocument", "call pint_RecordOutcome"],
            host.Dataverse.Log
        );
        Assert.Equal("posted", oracle.Recorded["Outcome"]);
        Assert.Equal(StoredContent.HashOf(PreparedSample.Invoice), oracle.Recorded["ContentHash"]);
        Assert.Contains("\"invoiceAmount\":\"16875.00\"", (string)oracle.Recorded["ReadBack"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_says_how_many_documents_the_posting_released_and_how_much()
    {
        await using var host = await GatewayHost.StartAsync();
        _ = new FakePayables(host) { ReleasedDocuments = 2, ReleasedAmount = 120_450.75m };
        var id = StoredDocuments.AddPrepared(host);

        Assert.Equal((2, 120_450.75m), Released((await SubmitAsync(host, id)).Ok()));
        Assert.Equal((0, 0m), Released((await SubmitAsync(host, id)).Ok()));
    }

    [Fact]
    public async Task The_claim_stands_before_anything_leaves_and_the_payload_is_handed_over_with_it()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        var id = StoredDocuments.AddPrepared(host);
        oracle.OnCreate = (call, take) =>
        {
            var document = host.Dataverse.Row(DocumentTable.LogicalName, id);
            Assert.Equal("claim-1", document[DocumentTable.ClaimedBy]);
            Assert.Equal(new DateTime(2025, 11, 5, 9, 5, 0, DateTimeKind.Utc), document[DocumentTable.LeaseUntil]);
            Assert.Equal(new DateTime(2025, 11, 5, 9, 0, 0, DateTimeKind.Utc), document[DocumentTable.SentOn]);
            Assert.Equal(call.Body, Assert.Single(host.Dataverse.Calls).Inputs["Payload"]);
            return take();
        };

        (await SubmitAsync(host, id)).Ok();

        Assert.Equal("claim-1", oracle.Recorded["Claim"]);
        Assert.Contains("\"InvoiceId\":300100187048034", (string)oracle.Recorded["Answers"], StringComparison.Ordinal);
        Assert.Contains("Validate Invoice has completed", (string)oracle.Recorded["Answers"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submitting_a_posted_document_again_sends_nothing()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        var id = StoredDocuments.AddPrepared(host);
        await SubmitAsync(host, id);
        host.Oracle.Calls.Clear();

        Assert.Equal("Posted", (await SubmitAsync(host, id)).Ok().Text("state"));

        Assert.Empty(host.Oracle.Calls);
        Assert.Single(oracle.Invoices);
    }

    [Theory]
    [InlineData(DocumentStateChoice.Received, "received")]
    [InlineData(DocumentStateChoice.AwaitingApproval, "awaiting approval")]
    [InlineData(DocumentStateChoice.Held, "held")]
    [InlineData(DocumentStateChoice.Refused, "refused")]
    [InlineData(DocumentStateChoice.Superseded, "superseded")]
    [InlineData(DocumentStateChoice.Reversed, "reversed")]
    public async Task A_document_that_is_not_prepared_is_refused_with_its_state_and_nothing_is_written(int state, string name)
    {
        await using var host = await GatewayHost.StartAsync();
        var id = StoredDocuments.AddPrepared(host, state: state);

        var sentence = (await SubmitAsync(host, id)).Problem(409, "document-not-prepared");

        Assert.Contains($"is {name}", sentence, StringComparison.Ordinal);
        Assert.Empty(host.Oracle.Calls);
        Assert.Equal(["find pint_environment by key", "list pint_document"], host.Dataverse.Log);
    }

    [Fact]
    public async Task An_unknown_document_is_refused_by_its_id()
    {
        await using var host = await GatewayHost.StartAsync();
        var id = Guid.Parse("22222222-2222-2222-2222-222222222222");

        Assert.Contains(id.ToString(), (await SubmitAsync(host, id)).Problem(404, "document-unknown"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("content")]
    [InlineData("content and hash")]
    [InlineData("nothing left")]
    [InlineData("document")]
    [InlineData("stranger")]
    public async Task Frozen_content_that_was_touched_is_never_sent(string touched)
    {
        await using var host = await GatewayHost.StartAsync();
        var id = StoredDocuments.AddPrepared(host);
        var preparation = host.Dataverse.Rows(PreparationTable.LogicalName).Single();
        var other = StoredContent.Of(PreparedSample.Invoice with { VendorSite = "ELSEWHERE" });
        if (touched.StartsWith("content", StringComparison.Ordinal))
        {
            preparation[PreparationTable.Content] = other.Text;
        }

        if (touched == "content and hash")
        {
            preparation[PreparationTable.ContentHash] = other.Hash;
        }

        if (touched == "nothing left")
        {
            preparation[PreparationTable.Content] = null;
        }

        if (touched == "document")
        {
            host.Dataverse.Row(DocumentTable.LogicalName, id)[DocumentTable.ContentHash] = new string('0', 64);
        }

        if (touched == "stranger")
        {
            preparation[PreparationTable.DocumentId] = new EntityReference(DocumentTable.LogicalName, Guid.AllBitsSet);
        }

        (await SubmitAsync(host, id)).Problem(409, "content-hash-differs");

        Assert.Empty(host.Oracle.Calls);
        Assert.False(host.Dataverse.Row(DocumentTable.LogicalName, id).Contains(DocumentTable.ClaimedBy));
    }

    [Fact]
    public async Task A_live_lease_of_another_call_is_respected()
    {
        await using var host = await GatewayHost.StartAsync();
        _ = new FakePayables(host);
        var id = StoredDocuments.AddPrepared(host);
        Lease(host, id, host.Clock.GetUtcNow().AddSeconds(1));

        Assert.Contains("claim-of-another", (await SubmitAsync(host, id)).Problem(409, "document-claimed"), StringComparison.Ordinal);
        Assert.All(host.Oracle.Calls, call => Assert.Equal("GET", call.Method));
    }

    [Fact]
    public async Task Of_two_calls_at_the_same_moment_one_sends()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        var id = StoredDocuments.AddPrepared(host);
        var inner = new List<Answer>();
        host.Dataverse.Before = what =>
        {
            if (what != "call pint_ClaimDocument" || inner.Count > 0)
            {
                return;
            }

            inner.Add(null!);
            inner[0] = SubmitAsync(host, id).GetAwaiter().GetResult();
        };

        var outer = (await SubmitAsync(host, id)).Ok();

        Assert.Equal(("Posted", "Posted"), (inner[0].Ok().Text("state"), outer.Text("state")));
        Assert.Contains("is already posted", outer.Text("message"), StringComparison.Ordinal);
        Assert.Equal(1, oracle.Creates);
    }

    [Fact]
    public async Task After_an_expired_lease_oracle_is_asked_first_and_what_is_there_is_adopted()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        oracle.Existing();
        var id = StoredDocuments.AddPrepared(host);
        Lease(host, id, host.Clock.GetUtcNow().AddSeconds(-1));

        Assert.Equal("Posted", (await SubmitAsync(host, id)).Ok().Text("state"));

        Assert.Equal(0, oracle.Creates);
        Assert.Equal(["GET", "GET", "POST", "GET"], host.Oracle.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task A_create_whose_answer_is_lost_is_found_by_looking_and_never_made_twice()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        oracle.OnCreate = (_, take) =>
        {
            take();
            throw new TimeoutException("no answer");
        };
        var id = StoredDocuments.AddPrepared(host);

        Assert.Equal("Posted", (await SubmitAsync(host, id)).Ok().Text("state"));

        Assert.Equal(1, oracle.Creates);
        Assert.Single(oracle.Invoices);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(408)]
    public async Task An_answer_that_may_hide_a_creation_is_followed_by_a_look_up(int status)
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        oracle.OnCreate = (_, take) =>
        {
            take();
            return ScriptedWire.Json("{}", status);
        };
        var id = StoredDocuments.AddPrepared(host);

        Assert.Equal("Posted", (await SubmitAsync(host, id)).Ok().Text("state"));
        Assert.Equal(1, oracle.Creates);
    }

    [Fact]
    public async Task A_create_that_stays_in_the_dark_is_pending_and_keeps_its_claim_until_the_lease_ends()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        var late = new List<Action>();
        oracle.OnCreate = (_, take) =>
        {
            late.Add(() => take());
            throw new HttpRequestException("connection reset");
        };
        var id = StoredDocuments.AddPrepared(host);

        var first = (await SubmitAsync(host, id)).Ok();
        Assert.Equal(("pending", "oracle-unavailable"), (first.Text("state"), first.Text("reasonCode")));
        (await SubmitAsync(host, id)).Problem(409, "document-claimed");

        // The creation arrives after all; the next call after the lease finds it.
        late[0]();
        host.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal("Posted", (await SubmitAsync(host, id)).Ok().Text("state"));
        Assert.Equal(1, oracle.Creates);
        Assert.Single(oracle.Invoices);
    }

    [Fact]
    public async Task A_create_that_never_arrived_is_sent_again_after_the_lease()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        var lost = true;
        oracle.OnCreate = (_, take) => lost ? throw new TimeoutException("no answer") : take();
        var id = StoredDocuments.AddPrepared(host);
        Assert.Equal("pending", (await SubmitAsync(host, id)).Ok().Text("state"));

        lost = false;
        host.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal("Posted", (await SubmitAsync(host, id)).Ok().Text("state"));

        Assert.Equal(2, oracle.Creates);
        Assert.Single(oracle.Invoices);
    }

    [Fact]
    public async Task An_unreachable_oracle_leaves_the_document_free()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        oracle.OnCreate = (_, _) => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");
        var id = StoredDocuments.AddPrepared(host);

        Assert.Equal("pending", (await SubmitAsync(host, id)).Ok().Text("state"));
        Assert.Null(host.Dataverse.Row(DocumentTable.LogicalName, id)[DocumentTable.ClaimedBy]);

        oracle.OnCreate = (_, take) => take();
        Assert.Equal("Posted", (await SubmitAsync(host, id)).Ok().Text("state"));
    }

    [Fact]
    public async Task A_create_that_oracle_turned_away_unread_is_repeated_after_the_wait_it_names()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        var busy = 2;
        oracle.OnCreate = (_, take) => busy-- > 0 ? ScriptedWire.Json("{}", 503, ("Retry-After", "5")) : take();
        var id = StoredDocuments.AddPrepared(host);

        Assert.Equal("Posted", (await SubmitAsync(host, id)).Ok().Text("state"));

        Assert.Equal(TimeSpan.FromSeconds(10), host.Clock.Waited);
        Assert.Single(oracle.Invoices);
    }

    [Fact]
    public async Task What_oracle_refuses_is_recorded_with_its_own_sentence()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        oracle.OnCreate = (_, _) =>
            ScriptedWire.Json(
                """{"title":"Bad Request","status":"400","o:errorDetails":[{"detail":"The value of the attribute Supplier"""
                    + """ Site isn't valid.","o:errorPath":"/SupplierSite"}]}""",
                400
            );
        var id = StoredDocuments.AddPrepared(host);

        Assert.Equal("Refused", (await SubmitAsync(host, id)).Ok().Text("state"));

        Assert.Equal(("refused", "oracle-refused"), (oracle.Recorded["Outcome"], oracle.Recorded["ReasonCode"]));
        Assert.Contains("Supplier Site isn't valid.", (string)oracle.Recorded["Message"], StringComparison.Ordinal);
        Assert.Null(host.Dataverse.Row(DocumentTable.LogicalName, id)[DocumentTable.ClaimedBy]);
    }

    [Fact]
    public async Task A_refusal_that_echoes_a_lost_creation_is_seen_through()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        oracle.OnCreate = (_, take) =>
        {
            take();
            return ScriptedWire.Json("""{"detail":"The invoice number already exists."}""", 400);
        };
        var id = StoredDocuments.AddPrepared(host);

        Assert.Equal("Posted", (await SubmitAsync(host, id)).Ok().Text("state"));
        Assert.Equal("posted", oracle.Recorded["Outcome"]);
    }

    [Fact]
    public async Task An_invoice_that_is_not_the_prepared_one_is_reported_and_not_validated()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        oracle.Existing(amount: 99.00m);
        var id = StoredDocuments.AddPrepared(host);

        Assert.Equal(99.00m, (await SubmitAsync(host, id)).Ok().Body.GetProperty("amount").GetDecimal());

        Assert.Equal("submitted", oracle.Recorded["Outcome"]);
        Assert.Contains("\"invoiceAmount\":\"99.00\"", (string)oracle.Recorded["ReadBack"], StringComparison.Ordinal);
        Assert.Equal(["GET", "GET"], host.Oracle.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task A_submitted_document_is_resumed_without_creating()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        oracle.OnValidate = (_, _) => ScriptedWire.Json("""{"detail":"A hold stops validation."}""", 400);
        var id = StoredDocuments.AddPrepared(host);

        var first = (await SubmitAsync(host, id)).Ok();
        Assert.Equal(("Submitted", "oracle-not-validated"), (first.Text("state"), first.Text("reasonCode")));
        Assert.Equal("A hold stops validation.", oracle.Recorded["Message"]);

        oracle.OnValidate = (_, validate) => validate();
        Assert.Equal("Posted", (await SubmitAsync(host, id)).Ok().Text("state"));
        Assert.Equal(1, oracle.Creates);
    }

    [Fact]
    public async Task A_submitted_document_that_oracle_lost_is_not_sent_a_second_time()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        var id = StoredDocuments.AddPrepared(host, state: DocumentStateChoice.Submitted);

        (await SubmitAsync(host, id)).Problem(409, "oracle-invoice-missing");

        Assert.Equal(0, oracle.Creates);
        Assert.Null(host.Dataverse.Row(DocumentTable.LogicalName, id)[DocumentTable.ClaimedBy]);
    }

    [Fact]
    public async Task Two_invoices_with_the_number_are_named_and_nothing_is_sent()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        oracle.Existing();
        oracle.Existing();
        var id = StoredDocuments.AddPrepared(host);

        Assert.Contains(
            "300100187048034, 300100187048035",
            (await SubmitAsync(host, id)).Problem(409, "oracle-invoice-ambiguous"),
            StringComparison.Ordinal
        );
        Assert.Equal(0, oracle.Creates);
    }

    [Fact]
    public async Task A_call_that_spends_its_time_on_the_create_is_pending_and_the_next_one_finishes_it()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        oracle.OnCreate = (_, take) =>
        {
            host.Clock.Advance(TimeSpan.FromSeconds(91));
            return take();
        };
        var id = StoredDocuments.AddPrepared(host);

        var first = (await SubmitAsync(host, id)).Ok();
        Assert.Equal(("pending", "budget-spent"), (first.Text("state"), first.Text("reasonCode")));
        Assert.Equal("open", oracle.Recorded["Outcome"]);

        Assert.Equal("Posted", (await SubmitAsync(host, id)).Ok().Text("state"));
        Assert.Equal(1, oracle.Creates);
    }

    [Fact]
    public async Task A_look_up_that_spends_the_time_sends_nothing()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        var id = StoredDocuments.AddPrepared(host);
        host.Oracle.On(
            "GET",
            FakePayables.LookUp,
            _ =>
            {
                host.Clock.Advance(TimeSpan.FromSeconds(90));
                return ScriptedWire.Json("""{"items":[],"hasMore":false}""");
            }
        );

        Assert.Equal("budget-spent", (await SubmitAsync(host, id)).Ok().Text("reasonCode"));

        Assert.Equal(0, oracle.Creates);
        Assert.Null(host.Dataverse.Row(DocumentTable.LogicalName, id)[DocumentTable.ClaimedBy]);
    }

    [Fact]
    public async Task Waits_for_a_busy_oracle_end_within_the_budget()
    {
        await using var host = await GatewayHost.StartAsync();
        _ = new FakePayables(host);
        var id = StoredDocuments.AddPrepared(host);
        host.Oracle.On("GET", FakePayables.LookUp, _ => ScriptedWire.Json("{}", 503, ("Retry-After", "40")));

        var answer = (await SubmitAsync(host, id)).Ok();

        Assert.Equal(("pending", "oracle-unavailable"), (answer.Text("state"), answer.Text("reasonCode")));
        Assert.Equal(TimeSpan.FromSeconds(80), host.Clock.Waited);
    }

    [Fact]
    public async Task Oracle_that_refuses_the_integration_user_is_a_problem_and_frees_the_document()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        oracle.OnCreate = (_, _) => ScriptedWire.Json("""{"detail":"no privilege"}""", 403);
        var id = StoredDocuments.AddPrepared(host);

        (await SubmitAsync(host, id)).Problem(502, "oracle-access-refused");

        Assert.Null(host.Dataverse.Row(DocumentTable.LogicalName, id)[DocumentTable.ClaimedBy]);
    }

    [Fact]
    public async Task A_line_without_target_is_named_and_nothing_is_sent()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        var bare = PreparedSample.Invoice with { Lines = [PreparedSample.Invoice.Lines[0] with { PurchaseOrderNumber = null }] };
        var id = StoredDocuments.AddPrepared(host, bare);

        Assert.Contains("Line 1", (await SubmitAsync(host, id)).Problem(422, "line-without-target"), StringComparison.Ordinal);
        Assert.Equal(0, oracle.Creates);
    }

    [Fact]
    public async Task A_release_is_sent_as_a_document_of_its_own_and_both_are_recorded_together()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        var id = StoredDocuments.AddPrepared(host, PreparedSample.WithRelease);

        var answer = (await SubmitAsync(host, id)).Ok();

        Assert.Equal("HE-40213, HE-40213-R", answer.Text("oracleInvoiceNumber"));
        Assert.Equal(17375.00m, answer.Body.GetProperty("amount").GetDecimal());
        Assert.Equal(["Standard", "Standard"], oracle.Invoices.Select(invoice => invoice!["InvoiceType"]!.ToString()));
        Assert.Equal([16875.00m, 500.00m], oracle.Invoices.Select(invoice => invoice!["InvoiceAmount"]!.GetValue<decimal>()));
        Assert.Equal("posted", oracle.Recorded["Outcome"]);
    }

    [Fact]
    public async Task Where_oracle_refuses_the_second_document_the_first_is_reported_and_never_sent_again()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        var refusesRelease = true;
        oracle.OnCreate = (call, take) =>
            refusesRelease && call.Body.Contains("HE-40213-R", StringComparison.Ordinal)
                ? ScriptedWire.Json("""{"title":"Bad Request","o:errorDetails":[{"detail":"The account is not active."}]}""", 400)
                : take();
        var id = StoredDocuments.AddPrepared(host, PreparedSample.WithRelease);

        (await SubmitAsync(host, id)).Ok();

        Assert.Equal("refused", oracle.Recorded["Outcome"]);
        Assert.Contains("HE-40213-R: The account is not active.", (string)oracle.Recorded["Message"], StringComparison.Ordinal);
        Assert.Contains("\"invoiceNumber\":\"HE-40213\"", (string)oracle.Recorded["ReadBack"], StringComparison.Ordinal);

        refusesRelease = false;
        host.Dataverse.Row(DocumentTable.LogicalName, id)[DocumentTable.DocumentState] = new OptionSetValue(DocumentStateChoice.Prepared);
        (await SubmitAsync(host, id)).Ok();

        Assert.Equal(["HE-40213", "HE-40213-R"], oracle.Invoices.Select(invoice => invoice!["InvoiceNumber"]!.ToString()));
    }

    [Fact]
    public async Task A_net_credit_is_sent_as_a_credit_memo()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        var credit = PreparedSample.Invoice with
        {
            PayableAmount = -16875.00m,
            Documents = [new PayablesInvoice(1, PayablesAction.Create, BillingDocumentKind.CreditMemo, -16875.00m, "HE-40213")],
            Lines = [.. PreparedSample.Invoice.Lines.Select(line => line with { Amount = -line.Amount })],
        };

        (await SubmitAsync(host, StoredDocuments.AddPrepared(host, credit))).Ok();

        Assert.Equal("Credit memo", oracle.Invoices[0]!["InvoiceType"]!.ToString());
        Assert.Equal(-16875.00m, oracle.Invoices[0]!["InvoiceAmount"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task A_line_without_a_purchase_order_carries_its_project_information()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        var unmatched = PreparedSample.Invoice with
        {
            Lines =
            [
                PreparedSample.Invoice.Lines[0] with
                {
                    PurchaseOrderNumber = null,
                    PurchaseOrderLine = null,
                    PurchaseOrderSchedule = null,
                },
                .. PreparedSample.Invoice.Lines.Skip(1),
            ],
        };

        (await SubmitAsync(host, StoredDocuments.AddPrepared(host, unmatched))).Ok();

        var line = host.Oracle.Calls.Single(call => call.Method == "POST" && call.Address == FakePayables.Create).Body;
        Assert.Contains(
            "\"invoiceLineProjectDff\":[{\"_PROJECT_ID_Display\":\"FYT-2401\",\"_TASK_ID_Display\":\"2600\","
                + "\"_EXPENDITURE_TYPE_ID_Display\":\"Subcontract\","
                + "\"_ORGANIZATION_ID_Display\":\"Chicago Construction\",\"_EXPENDITURE_ITEM_DATE\":\"2025-10-31\"}]",
            line,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("PurchaseOrder", line, StringComparison.Ordinal);
        Assert.Single(oracle.Invoices);
    }

    [Fact]
    public async Task An_unpaid_invoice_that_is_taken_back_is_cancelled_once()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        oracle.Existing("Validated");
        var id = AddCancellation(host);

        (await SubmitAsync(host, id)).Ok();

        Assert.Equal((1, 0), (oracle.Cancels, oracle.Creates));
        Assert.Equal("posted", oracle.Recorded["Outcome"]);
        Assert.Contains("\"canceled\":\"true\"", (string)oracle.Recorded["ReadBack"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_whose_answer_was_lost_is_found_and_not_repeated()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        oracle.Existing("Validated");
        oracle.OnCancel = (_, cancel) =>
        {
            cancel();
            return ScriptedWire.Json("{}", 500);
        };

        (await SubmitAsync(host, AddCancellation(host))).Ok();

        Assert.Equal(1, oracle.Cancels);
        Assert.Equal("posted", oracle.Recorded["Outcome"]);
    }

    [Fact]
    public async Task A_paid_invoice_is_not_cancelled_and_the_posted_document_learns_that_it_is_paid()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        oracle.Existing("Validated");
        oracle.Invoices[0]!["PaidStatus"] = "Partially paid";
        var id = AddCancellation(host);

        (await SubmitAsync(host, id)).Ok();

        Assert.Equal(0, oracle.Cancels);
        Assert.Equal("refused", oracle.Recorded["Outcome"]);
        Assert.Contains("Partially paid", (string)oracle.Recorded["Message"], StringComparison.Ordinal);
        Assert.Contains("\"paidStatus\":\"Partially paid\"", (string)oracle.Recorded["ReadBack"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_moves_nothing_is_sent_and_the_posting_is_recorded()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        var still = PreparedSample.Invoice with { PayableAmount = 0m, Documents = [], Lines = [PreparedSample.Invoice.Lines[1]] };

        (await SubmitAsync(host, StoredDocuments.AddPrepared(host, still))).Ok();

        Assert.Empty(host.Oracle.Calls);
        Assert.Equal(("posted", "[]"), (oracle.Recorded["Outcome"], oracle.Recorded["ReadBack"]));
    }

    [Fact]
    public async Task An_application_to_an_owner_is_refused_by_name()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);

        var sentence = (await SubmitAsync(host, StoredDocuments.AddPrepared(host, type: DocumentTypeChoice.OwnerInvoice))).Problem(
            422,
            "document-not-sendable"
        );

        Assert.Contains("Receivables", sentence, StringComparison.Ordinal);
        Assert.Equal(0, oracle.Creates);
    }

    // Takes back the document whose invoice is there.
    private static Guid AddCancellation(GatewayHost host, string invoiceId = "300100187048034")
    {
        var original = host.Dataverse.Add(DocumentTable.LogicalName, "ORIGINAL", (DocumentTable.OracleInvoiceId, invoiceId));
        var id = StoredDocuments.AddPrepared(host, PreparedSample.Cancellation, type: DocumentTypeChoice.Reversal);
        host.Dataverse.Row(DocumentTable.LogicalName, id)[DocumentTable.ReversedDocumentId] = original.ToEntityReference();
        return id;
    }

    [Fact]
    public async Task An_invoice_with_the_number_that_is_not_ours_is_neither_validated_nor_adopted()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        oracle.Existing(mark: "PI-000000000000");
        var id = StoredDocuments.AddPrepared(host, PreparedSample.WithRelease);

        var answer = (await SubmitAsync(host, id)).Ok();

        Assert.Equal(("Held", "number-taken"), (answer.Text("state"), answer.Text("reasonCode")));
        Assert.Equal(["GET", "GET", "GET"], host.Oracle.Calls.Select(call => call.Method));
        Assert.Contains("PI-000000000000", (string)oracle.Recorded["ReadBack"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invoice_whose_mark_somebody_removed_is_ours_where_the_document_has_its_id()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        oracle.Existing(mark: "changed by hand");
        var id = StoredDocuments.AddPrepared(host);
        host.Dataverse.Row(DocumentTable.LogicalName, id)[DocumentTable.OracleInvoiceId] = "300100187048034";

        Assert.Equal("Posted", (await SubmitAsync(host, id)).Ok().Text("state"));
    }

    [Fact]
    public async Task An_invoice_that_is_not_the_posted_one_is_not_canceled()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        oracle.Existing("Validated");

        (await SubmitAsync(host, AddCancellation(host, "300100187049999"))).Ok();

        Assert.Equal(0, oracle.Cancels);
    }

    [Fact]
    public async Task A_made_invoice_that_does_not_show_is_recorded_with_its_id_and_never_made_again()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host) { HidesInvoices = true };
        var id = StoredDocuments.AddPrepared(host);

        var first = (await SubmitAsync(host, id)).Ok();
        Assert.Equal(("pending", "oracle-invoice-missing"), (first.Text("state"), first.Text("reasonCode")));
        Assert.Contains("will be checked again", (string)oracle.Recorded["Message"], StringComparison.Ordinal);
        Assert.Contains("\"invoiceId\":\"300100187048034\"", (string)oracle.Recorded["ReadBack"], StringComparison.Ordinal);

        host.Clock.Advance(TimeSpan.FromHours(2));
        var second = (await SubmitAsync(host, id)).Ok();
        Assert.Equal(("pending", "oracle-invoice-missing"), (second.Text("state"), second.Text("reasonCode")));
        Assert.Equal("open", oracle.Recorded["Outcome"]);

        oracle.HidesInvoices = false;
        Assert.Equal("Posted", (await SubmitAsync(host, id)).Ok().Text("state"));
        Assert.Equal(1, oracle.Creates);
    }

    [Fact]
    public async Task A_refusal_after_a_lost_answer_is_no_refusal_while_the_invoice_may_be_hidden()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host) { HidesInvoices = true };
        oracle.OnCreate = (_, take) =>
        {
            if (oracle.Invoices.Count > 0)
            {
                return ScriptedWire.Json("""{"detail":"The invoice number already exists."}""", 400);
            }

            take();
            throw new TimeoutException("no answer");
        };
        var id = StoredDocuments.AddPrepared(host);
        Assert.Equal("pending", (await SubmitAsync(host, id)).Ok().Text("state"));
        Assert.Equal("onItsWay", oracle.Recorded["Outcome"]);

        host.Clock.Advance(TimeSpan.FromMinutes(6));
        var echo = (await SubmitAsync(host, id)).Ok();
        Assert.Equal(("pending", "oracle-invoice-missing"), (echo.Text("state"), echo.Text("reasonCode")));
        Assert.Contains("already exists", echo.Text("message"), StringComparison.Ordinal);

        oracle.HidesInvoices = false;
        Assert.Equal("Posted", (await SubmitAsync(host, id)).Ok().Text("state"));
        Assert.Single(oracle.Invoices);
    }

    [Fact]
    public async Task A_refusal_long_after_a_lost_answer_is_a_refusal()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        var lost = true;
        oracle.OnCreate = (_, _) =>
            lost ? throw new TimeoutException("no answer") : ScriptedWire.Json("""{"detail":"The supplier site isn't valid."}""", 400);
        var id = StoredDocuments.AddPrepared(host);
        Assert.Equal("pending", (await SubmitAsync(host, id)).Ok().Text("state"));

        lost = false;
        host.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal("Refused", (await SubmitAsync(host, id)).Ok().Text("state"));
    }

    [Theory]
    [InlineData("text/html; charset=utf-8")]
    [InlineData("text/html; charset=latin-99")]
    public async Task A_page_instead_of_an_answer_to_the_create_is_no_success_and_keeps_the_claim(string contentType)
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        oracle.OnCreate = (_, _) => Page(contentType, 200);
        var id = StoredDocuments.AddPrepared(host);

        var answer = (await SubmitAsync(host, id)).Ok();

        Assert.Equal(("pending", "oracle-unavailable"), (answer.Text("state"), answer.Text("reasonCode")));
        Assert.Equal("onItsWay", oracle.Recorded["Outcome"]);
        Assert.NotNull(host.Dataverse.Row(DocumentTable.LogicalName, id)[DocumentTable.ClaimedBy]);
    }

    [Theory]
    [InlineData(200, 502, "oracle-answer-unreadable")]
    [InlineData(302, 502, "oracle-access-refused")]
    [InlineData(401, 502, "oracle-access-refused")]
    [InlineData(403, 502, "oracle-access-refused")]
    public async Task A_page_instead_of_the_look_up_is_a_named_problem_and_frees_the_document(int status, int problem, string code)
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        host.Oracle.On("GET", FakePayables.LookUp, _ => Page("text/html; charset=latin-99", status));
        var id = StoredDocuments.AddPrepared(host);

        (await SubmitAsync(host, id)).Problem(problem, code);

        Assert.Equal(("notSent", code), (oracle.Recorded["Outcome"], oracle.Recorded["ReasonCode"]));
        Assert.Null(host.Dataverse.Row(DocumentTable.LogicalName, id)[DocumentTable.ClaimedBy]);
        Assert.Equal(0, oracle.Creates);
    }

    // What a person entered in Oracle under another number may be the same bill; the plug-in decides, from what the gateway found.
    [Fact]
    public async Task What_Oracle_has_with_the_amount_goes_along_with_the_claim_and_is_asked_for_once()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        oracle.Existing();
        oracle.Invoices[0]!["InvoiceNumber"] = "BY-HAND|1";
        var id = StoredDocuments.AddPrepared(host);

        Assert.Equal("Posted", (await SubmitAsync(host, id)).Ok().Text("state"));

        var claim = Assert.Single(host.Dataverse.Calls, call => call.Name == "pint_ClaimDocument").Inputs;
        Assert.Equal("300100187048034|16875.00|USD|2025-10-31|BY-HAND|1", claim["Alike"]);
        var asked = Assert.Single(host.Oracle.Calls, call => call.Address.Contains("InvoiceAmount=", StringComparison.Ordinal)).Address;
        Assert.Contains("Supplier='O''Neil & Halsted Electric' and InvoiceAmount=16875.00 and InvoiceDate>='2025-", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("BusinessUnit=", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_sent_before_and_a_canceled_invoice_are_not_compared()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        oracle.Existing();
        oracle.Invoices[0]!["InvoiceNumber"] = "BY-HAND-1";
        oracle.Invoices[0]!["CanceledFlag"] = true;
        var id = StoredDocuments.AddPrepared(host);
        await SubmitAsync(host, id);
        Assert.False(Assert.Single(host.Dataverse.Calls, call => call.Name == "pint_ClaimDocument").Inputs.Contains("Alike"));

        var sent = StoredDocuments.AddPrepared(host, key: "LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|4712|1");
        host.Dataverse.Row(DocumentTable.LogicalName, sent)[DocumentTable.SentOn] = host.Clock.GetUtcNow().UtcDateTime;
        var before = host.Oracle.Calls.Count;
        await SubmitAsync(host, sent);
        Assert.All(host.Oracle.Calls.Skip(before), call => Assert.DoesNotContain("InvoiceAmount=", call.Address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_redirect_of_the_create_is_a_named_problem_and_frees_the_document()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        oracle.OnCreate = (_, _) => Page("text/html", 302);
        var id = StoredDocuments.AddPrepared(host);

        (await SubmitAsync(host, id)).Problem(502, "oracle-access-refused");

        Assert.Equal("notSent", oracle.Recorded["Outcome"]);
    }

    [Fact]
    public async Task A_sign_in_that_is_lost_after_the_create_records_what_was_made()
    {
        await using var host = await GatewayHost.StartAsync();
        var oracle = new FakePayables(host);
        oracle.OnValidate = (_, validate) =>
        {
            host.Oracle.On("GET", FakePayables.LookUp, _ => Page("text/html", 302));
            return validate();
        };
        var id = StoredDocuments.AddPrepared(host);

        var answer = (await SubmitAsync(host, id)).Ok();

        Assert.Equal(("pending", "oracle-access-refused"), (answer.Text("state"), answer.Text("reasonCode")));
        Assert.Contains("300100187048034", (string)oracle.Recorded["ReadBack"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_that_runs_until_the_year_9999_holds_nobody_up()
    {
        await using var host = await GatewayHost.StartAsync();
        _ = new FakePayables(host);
        var id = StoredDocuments.AddPrepared(host);
        Lease(host, id, new DateTimeOffset(9999, 12, 31, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal("Posted", (await SubmitAsync(host, id)).Ok().Text("state"));
    }

    private static HttpResponseMessage Page(string contentType, int status)
    {
        var answer = ScriptedWire.Json("<html>Sign in</html>", status);
        answer.Content.Headers.Remove("Content-Type");
        answer.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return answer;
    }

    private static void Lease(GatewayHost host, Guid id, DateTimeOffset until)
    {
        var document = host.Dataverse.Row(DocumentTable.LogicalName, id);
        document[DocumentTable.ClaimedBy] = "claim-of-another";
        document[DocumentTable.LeaseUntil] = until.UtcDateTime;
    }

    private static (int Documents, decimal Amount) Released(Answer answer) =>
        (answer.Body.GetProperty("releasedDocuments").GetInt32(), answer.Body.GetProperty("releasedAmount").GetDecimal());

    private static Task<Answer> SubmitAsync(GatewayHost host, Guid id) => host.PostAsync("/oracle/documents/submit", new { documentId = id });
}
