using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Content;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Recording;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Tests.Builders;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Recording;

public sealed class OutcomeRecordingTests
{
    private static readonly SourceInvoice Source = Sample.Application(
        1,
        0m,
        [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m), Sample.Line(2, 20000m, 0m, 5000m, 0m, 500m, 0m, 0m)]
    );

    private static readonly PreparedInvoice Prepared = Facts.Frozen(Facts.Of(Source)).Invoice;

    private static readonly ReadBackInvoice Same = new()
    {
        InvoiceId = "300100",
        Kind = "StandardInvoice",
        InvoiceNumber = Prepared.InvoiceNumber,
        Supplier = Prepared.VendorName,
        VendorSite = Prepared.VendorSite,
        BusinessUnit = Prepared.BusinessUnit,
        Currency = "USD",
        InvoiceAmount = Prepared.PayableAmount,
        InvoiceDate = Prepared.InvoiceDate,
        AccountingDate = Prepared.AccountingDate,
        ValidationStatus = "Validated",
        ApprovalStatus = "Not required",
        PaidStatus = "Unpaid",
        Lines = [.. Prepared.Lines.Where(line => line.IsSent).Select(Line)],
    };

    private static readonly OutcomeFacts Sent = new()
    {
        Document = Facts.Standing(Source, Facts.OwnId) with
        {
            State = DocumentState.Prepared,
            ContentHash = StoredContent.HashOf(Prepared),
            IsClaimedOrSent = true,
        },
        Others = [],
        Prepared = Prepared,
        Outcome = SubmissionOutcome.Posted,
        ContentHash = StoredContent.HashOf(Prepared),
        ReadBack = [Same],
    };

    [Fact]
    public void An_invoice_that_Oracle_validated_with_equal_amounts_and_lines_is_posted_and_becomes_the_base()
    {
        var waiting = Facts.Standing(Source, Guid.Empty) with
        {
            ProcoreId = "6002",
            ApplicationNumber = 2,
            State = DocumentState.Held,
            ReasonText = DocumentReasons.PredecessorNotPosted.Wire,
        };
        var decision = OutcomeRecording.Decide(Sent with { Others = [waiting] });
        Assert.Equal(DocumentState.Posted, decision.State);
        Assert.True(decision.BecomesBase);
        Assert.Equal(waiting.Id, decision.ReleasedId);
        Assert.Equal("300100", decision.ReadBack.Single().InvoiceId);
    }

    [Fact]
    public void What_Oracle_says_counts_not_what_is_reported_of_it()
    {
        var notValidated = OutcomeRecording.Decide(Sent with { ReadBack = [Same with { ValidationStatus = "Needs revalidation" }] });
        Assert.Equal(DocumentState.Submitted, notValidated.State);
        Assert.False(notValidated.BecomesBase);
        Assert.Equal(DocumentState.Posted, OutcomeRecording.Decide(Sent with { Outcome = SubmissionOutcome.Submitted }).State);
    }

    public static TheoryData<string> Differences => [.. Changed().Keys];

    [Theory]
    [MemberData(nameof(Differences))]
    public void Any_difference_holds_the_document_and_is_named(string field)
    {
        var decision = OutcomeRecording.Decide(Sent with { ReadBack = [Changed()[field]] });
        Assert.Equal(DocumentState.Held, decision.State);
        Assert.Equal("oracle-differs", decision.ReasonCode);
        Assert.Contains(field, decision.Message, StringComparison.Ordinal);
        Assert.False(decision.BecomesBase);
        Assert.Null(decision.ReleasedId);
    }

    [Fact]
    public void Content_other_than_the_frozen_one_is_never_posted()
    {
        foreach (var facts in new[] { Sent with { ContentHash = "other" }, Sent with { Prepared = Prepared with { VendorSite = "AURORA" } } })
        {
            var decision = OutcomeRecording.Decide(facts);
            Assert.Equal("Held payload-differs", decision.State + " " + decision.ReasonCode);
        }
    }

    [Fact]
    public void A_refusal_of_Oracle_needs_a_person_and_keeps_the_gateway_s_words()
    {
        var refused = Sent with
        {
            Outcome = SubmissionOutcome.Refused,
            ReadBack = null,
            ReasonCode = "supplier-unknown",
            Message = "Supplier X is not known.",
        };
        Assert.Equal("Refused supplier-unknown Supplier X is not known.", Text(OutcomeRecording.Decide(refused)));
        Assert.StartsWith(
            "Refused oracle-refused Oracle refused invoice HE-40211",
            Text(OutcomeRecording.Decide(refused with { ReasonCode = "Not A Code!", Message = null })),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_refusal_of_Oracle_lets_the_newer_revision_go_on_that_waited_for_it()
    {
        var newer = Sent.Document with
        {
            Id = Guid.Empty,
            Revision = 2,
            State = DocumentState.Held,
            ReasonText = DocumentReasons.EarlierRevisionInFlight.Wire,
        };
        Assert.Equal(newer.Id, OutcomeRecording.Decide(Sent with { Outcome = SubmissionOutcome.Refused, Others = [newer] }).ReleasedId);
        var waiting = newer with { ProcoreId = "6002", ApplicationNumber = 2, ReasonText = DocumentReasons.PredecessorNotPosted.Wire };
        Assert.Null(OutcomeRecording.Decide(Sent with { Outcome = SubmissionOutcome.Refused, Others = [waiting] }).ReleasedId);
    }

    [Fact]
    public void An_invoice_that_is_not_validated_keeps_the_gateway_s_reason()
    {
        var decision = OutcomeRecording.Decide(
            Sent with
            {
                ReadBack = [Same with { ValidationStatus = "Needs revalidation" }],
                ReasonCode = "oracle-not-validated",
                Message = "Hold: amount billed exceeds amount ordered.",
            }
        );
        Assert.Equal("Submitted oracle-not-validated", decision.State + " " + decision.ReasonCode);
        Assert.Contains("amount billed exceeds", decision.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_posting_without_a_read_back_changes_nothing()
    {
        var decision = OutcomeRecording.Decide(Sent with { ReadBack = null });
        Assert.False(decision.IsChange);
        Assert.Equal("read-back-missing", decision.ReasonCode);
        Assert.Equal(DocumentState.Submitted, OutcomeRecording.Decide(Sent with { ReadBack = null, Outcome = SubmissionOutcome.Submitted }).State);
    }

    [Fact]
    public void A_read_back_that_cannot_be_read_changes_nothing()
    {
        var problem = new Refusal(DocumentReasons.ReadBackUnreadable, "invoiceAmount is 'many'.");
        var decision = OutcomeRecording.Decide(Sent with { ReadBack = null, ReadBackProblem = problem });
        Assert.False(decision.IsChange);
        Assert.Equal("read-back-unreadable", decision.ReasonCode);
    }

    [Theory]
    [InlineData(DocumentState.Posted, "")]
    [InlineData(DocumentState.Received, "document-state")]
    [InlineData(DocumentState.Held, "document-state")]
    [InlineData(DocumentState.AwaitingApproval, "document-state")]
    [InlineData(DocumentState.Superseded, "document-state")]
    public void A_repetition_changes_nothing_and_another_state_takes_no_outcome(DocumentState state, string code)
    {
        var decision = OutcomeRecording.Decide(Sent with { Document = Sent.Document with { State = state } });
        Assert.False(decision.IsChange);
        Assert.Equal(code, decision.ReasonCode);
        Assert.Equal(state, decision.State);
    }

    private static System.Collections.Generic.Dictionary<string, ReadBackInvoice> Changed() =>
        new()
        {
            ["invoice number"] = Same with { InvoiceNumber = "HE-1" },
            ["supplier"] = Same with { Supplier = "Halsted" },
            ["supplier site"] = Same with { VendorSite = "CHICAGO" },
            ["business unit"] = Same with { BusinessUnit = "Other" },
            ["currency"] = Same with { Currency = "CAD" },
            ["invoice amount"] = Same with { InvoiceAmount = Same.InvoiceAmount + 0.01m },
            ["accounting date"] = Same with { AccountingDate = Same.AccountingDate.AddDays(1) },
            ["line 1 amount"] = Same with { Lines = [Same.Lines[0] with { Amount = 1m }, .. Same.Lines.Skip(1)] },
            ["line 1 purchase order line"] = Same with { Lines = [Same.Lines[0] with { PurchaseOrderLine = 2 }, .. Same.Lines.Skip(1)] },
            ["line 3 account"] = Same with { Lines = [.. Same.Lines.Take(2), Same.Lines[2] with { Account = "X" }] },
            ["line 3 of -6,120.00 is not in Oracle"] = Same with { Lines = [.. Same.Lines.Take(2)] },
            ["line 4 of 5.00 is in Oracle and was not prepared"] = Same with
            {
                Lines = [.. Same.Lines, new ReadBackLine { LineNumber = 4, Amount = 5m }],
            },
        };

    private static ReadBackLine Line(PreparedLine line) =>
        new()
        {
            LineNumber = line.OracleLineNumber!.Value,
            Amount = line.Amount,
            PurchaseOrderNumber = line.PurchaseOrderNumber,
            PurchaseOrderLine = line.PurchaseOrderLine,
            PurchaseOrderSchedule = line.PurchaseOrderSchedule,
            Account = line.Account,
        };

    private static string Text(OutcomeDecision decision) => $"{decision.State} {decision.ReasonCode} {decision.Message}";
}
