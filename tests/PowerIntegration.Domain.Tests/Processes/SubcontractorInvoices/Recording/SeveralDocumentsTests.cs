using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Content;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Recording;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Preparation;
using Xunit;

namespace PowerIntegration.Domain.Tests.Processes.SubcontractorInvoices.Recording;

/// <summary>An application that is an invoice of 18,000 and a release of 2,000 in Oracle.</summary>
public sealed class SeveralDocumentsTests
{
    private static readonly PreparedInvoice Prepared = Facts.Frozen(TwoLines.After(TwoLines.WithRelease)).Invoice;

    private const string Key = "LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|6002|1";

    private static readonly ReadBackInvoice Progress = ReadBack(Prepared, 0);

    private static readonly ReadBackInvoice Release = ReadBack(Prepared, 1);

    private static readonly OutcomeFacts Sent = Of(Prepared);

    [Fact]
    public void All_of_them_read_back_as_prepared_is_posted()
    {
        var decision = OutcomeRecording.Decide(Sent with { ReadBack = [Release, Progress] });
        Assert.Equal(DocumentState.Posted, decision.State);
        Assert.True(decision.BecomesBase);
        Assert.Equal(2, decision.ReadBack.Count);
        Assert.Contains("posted HE-40212 18,000.00, posted HE-40212-R 2,000.00 in USD", decision.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_not_validated_keeps_the_whole_open()
    {
        var decision = OutcomeRecording.Decide(Sent with { ReadBack = [Progress, Release with { ValidationStatus = "Needs revalidation" }] });
        Assert.Equal(DocumentState.Submitted, decision.State);
        Assert.False(decision.BecomesBase);
        Assert.Contains("HE-40212-R", decision.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_missing_is_a_difference()
    {
        var decision = OutcomeRecording.Decide(Sent with { ReadBack = [Progress] });
        Assert.Equal("Held oracle-differs", decision.State + " " + decision.ReasonCode);
        Assert.Contains("'HE-40212-R' of 2,000.00 is not in Oracle", decision.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_refused_after_another_was_taken_is_held_and_names_what_is_in_Oracle()
    {
        var decision = OutcomeRecording.Decide(
            Sent with
            {
                Outcome = SubmissionOutcome.Refused,
                ReadBack = [Progress],
                Message = "The account is closed.",
            }
        );
        Assert.Equal("Held oracle-refused", decision.State + " " + decision.ReasonCode);
        Assert.StartsWith("The account is closed.", decision.Message, StringComparison.Ordinal);
        Assert.EndsWith("in Oracle: HE-40212.", decision.Message, StringComparison.Ordinal);
        Assert.False(decision.IsNothingInOracle);
        Assert.False(decision.BecomesBase);
        Assert.Equal([Progress], decision.ReadBack);
    }

    [Fact]
    public void Where_Oracle_took_none_it_is_refused_and_other_content_may_follow()
    {
        var decision = OutcomeRecording.Decide(Sent with { Outcome = SubmissionOutcome.Refused, ReadBack = [], Message = "The account is closed." });
        Assert.Equal((DocumentState.Refused, true, "The account is closed."), (decision.State, decision.IsNothingInOracle, decision.Message));
    }

    [Fact]
    public void A_credit_memo_that_Oracle_has_as_a_standard_invoice_differs()
    {
        var credit = Facts.Frozen(TwoLines.After(TwoLines.Second(0m, 4000m, -1000m, 900m))).Invoice;
        var decision = OutcomeRecording.Decide(Of(credit) with { ReadBack = [ReadBack(credit, 0) with { Kind = "StandardInvoice" }] });
        Assert.Equal("Held oracle-differs", decision.State + " " + decision.ReasonCode);
        Assert.Contains("kind is 'StandardInvoice' in Oracle but was prepared as 'CreditMemo'", decision.Message, StringComparison.Ordinal);
        Assert.Equal(DocumentState.Posted, OutcomeRecording.Decide(Of(credit) with { ReadBack = [ReadBack(credit, 0)] }).State);
    }

    [Fact]
    public void A_cancellation_is_posted_once_Oracle_says_that_it_is_cancelled()
    {
        var reversal = Prepared with
        {
            Documents = [.. Prepared.Documents.Select(document => document with { Action = PayablesAction.Cancel })],
            Lines = [],
        };
        var facts = Of(reversal) with { ReversedId = Facts.BaseId };
        ReadBackInvoice[] cancelled =
        [
            Progress with
            {
                IsCancelled = true,
                InvoiceAmount = 0m,
                Lines = [],
            },
            Release with
            {
                IsCancelled = true,
                InvoiceAmount = 0m,
                Lines = [],
            },
        ];
        var decision = OutcomeRecording.Decide(facts with { ReadBack = cancelled });
        Assert.Equal((DocumentState.Posted, true, (Guid?)Facts.BaseId), (decision.State, decision.BecomesBase, decision.ReversedId));
        Assert.Contains("canceled HE-40212 18,000.00", decision.Message, StringComparison.Ordinal);
        Assert.Equal(DocumentState.Submitted, OutcomeRecording.Decide(facts with { ReadBack = [cancelled[0], Release] }).State);
    }

    [Fact]
    public void A_cancellation_of_another_invoice_is_no_reversal()
    {
        var reversal = Prepared with { Documents = [Prepared.Documents[0] with { Action = PayablesAction.Cancel }], Lines = [] };
        var decision = OutcomeRecording.Decide(
            Of(reversal) with
            {
                ReversedRecordIds = ["300999"],
                ReadBack = [Progress with { IsCancelled = true, InvoiceAmount = 0m, Lines = [] }],
            }
        );
        Assert.Equal("Held oracle-differs", decision.State + " " + decision.ReasonCode);
        Assert.Contains("not the invoice that was posted", decision.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_second_number_is_taken_what_is_ours_of_the_first_stays_on_the_document()
    {
        var decision = OutcomeRecording.Decide(Sent with { ReadBack = [Progress, Release with { Description = "Entered by hand" }] });
        Assert.Equal("Held number-taken", decision.State + " " + decision.ReasonCode);
        Assert.Contains("'HE-40212-R'", decision.Message, StringComparison.Ordinal);
        Assert.False(decision.IsNothingInOracle);
        Assert.Equal([Progress], decision.ReadBack);
    }

    [Fact]
    public void Where_one_was_canceled_in_Oracle_and_the_other_was_not_it_is_said_which_one_to_cancel_too()
    {
        var decision = OutcomeRecording.Decide(Sent with { ReadBack = [Canceled(Progress), Release] });
        Assert.Equal("Held oracle-differs", decision.State + " " + decision.ReasonCode);
        Assert.Contains("cancel HE-40212-R too", decision.Message, StringComparison.Ordinal);
        Assert.False(decision.IsNothingInOracle);
        Assert.Empty(decision.CanceledNumbers);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_was_canceled_in_Oracle_before_it_was_posted_is_free_and_keeps_its_numbers_there(bool isSecondMade)
    {
        var again = Sent.Document with { CanceledNumbers = ["HE-40212-OLD"] };
        var decision = OutcomeRecording.Decide(
            Sent with
            {
                Document = again,
                ReadBack = isSecondMade ? [Canceled(Progress), Canceled(Release)] : [Canceled(Progress)],
            }
        );
        Assert.Equal("Held canceled-in-oracle", decision.State + " " + decision.ReasonCode);
        Assert.True(decision.IsNothingInOracle);
        Assert.Empty(decision.ReadBack);
        Assert.Equal(isSecondMade ? ["HE-40212-OLD", "HE-40212", "HE-40212-R"] : ["HE-40212-OLD", "HE-40212"], decision.CanceledNumbers);
        Assert.Contains("HE-40212", decision.Message, StringComparison.Ordinal);
        Assert.Contains("void it in Procore", decision.Message, StringComparison.Ordinal);
        Assert.Contains("ask the controller", decision.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_invoice_that_was_made_and_is_not_shown_frees_nothing()
    {
        var decision = OutcomeRecording.Decide(
            Sent with
            {
                RecordIds = [Progress.InvoiceId, Release.InvoiceId],
                Outcome = SubmissionOutcome.Submitted,
                ReadBack = [Canceled(Progress)],
            }
        );
        Assert.Equal(DocumentState.Submitted, decision.State);
        Assert.False(decision.IsNothingInOracle);
        Assert.Empty(decision.CanceledNumbers);
    }

    [Theory]
    [InlineData("canceled", SubmissionOutcome.Submitted, "canceled-in-oracle", true)]
    [InlineData("canceled", SubmissionOutcome.Open, "payload-changed-after-send", false)]
    [InlineData("one of two", SubmissionOutcome.Submitted, "payload-changed-after-send", false)]
    [InlineData("live", SubmissionOutcome.Posted, "payload-changed-after-send", false)]
    [InlineData("nothing", SubmissionOutcome.Submitted, "not-in-oracle", true)]
    [InlineData("nothing", SubmissionOutcome.Open, "payload-changed-after-send", false)]
    public void What_would_be_sent_otherwise_now_is_free_once_nothing_of_it_counts_in_Oracle(
        string shown,
        SubmissionOutcome outcome,
        string code,
        bool isFree
    )
    {
        var decision = OutcomeRecording.Decide(
            Sent with
            {
                Document = Sent.Document with { State = DocumentState.Held, ReasonText = "payload-changed-after-send", Message = "It differs." },
                Outcome = outcome,
                ReadBack = shown switch
                {
                    "canceled" => [Canceled(Progress), Canceled(Release)],
                    "one of two" => [Canceled(Progress), Release],
                    "live" => [Progress, Release],
                    _ => [],
                },
            }
        );
        Assert.Equal(("Held " + code, isFree), (decision.State + " " + decision.ReasonCode, decision.IsNothingInOracle));
        Assert.False(decision.BecomesBase);
    }

    [Fact]
    public void A_reversal_whose_number_someone_used_takes_another_one()
    {
        var credit = Facts.Frozen(TwoLines.After(TwoLines.Second(0m, 4000m, -1000m, 900m))).Invoice;
        var reversal = Of(credit) with
        {
            Document = Of(credit).Document with { Type = DocumentKind.Reversal },
            ReadBack = [ReadBack(credit, 0) with { Description = "Entered by hand" }],
        };
        var decision = OutcomeRecording.Decide(reversal);
        Assert.Equal("Held number-taken", decision.State + " " + decision.ReasonCode);
        Assert.Equal([credit.Documents[0].InvoiceNumber], decision.CanceledNumbers);
        Assert.Contains("A second person must confirm the reversal again", decision.Message, StringComparison.Ordinal);
        Assert.Empty(OutcomeRecording.Decide(reversal with { Document = Of(credit).Document }).CanceledNumbers);
    }

    [Fact]
    public void A_look_at_one_canceled_and_one_whose_mark_someone_removed_frees_nothing()
    {
        var seen = Sent with
        {
            WasSent = true,
            RecordIds = [Progress.InvoiceId],
            Outcome = SubmissionOutcome.Submitted,
            ReadBack = [Canceled(Progress), Release with { Description = "Entered by hand" }],
        };
        var normal = OutcomeRecording.Decide(seen);
        Assert.False(normal.IsNothingInOracle);
        var look = OutcomeRecording.Decide(
            seen with
            {
                Document = Sent.Document with { State = DocumentState.Held, ReasonText = "payload-changed-after-send", Message = "It differs." },
            }
        );
        Assert.False(look.IsNothingInOracle, look.State + " " + look.ReasonCode + " " + look.Message + string.Join(",", look.CanceledNumbers));
    }

    [Fact]
    public void A_look_that_finds_one_canceled_and_not_the_other_that_was_made_stays_held()
    {
        var look = OutcomeRecording.Decide(
            Sent with
            {
                Document = Sent.Document with { State = DocumentState.Held, ReasonText = "payload-changed-after-send", Message = "It differs." },
                RecordIds = [Progress.InvoiceId, Release.InvoiceId],
                Outcome = SubmissionOutcome.Submitted,
                ReadBack = [Canceled(Progress)],
            }
        );
        Assert.True(look.State == DocumentState.Held || DocumentStateMachine.Allows(DocumentState.Held, look.State), look.State + " " + look.Message);
    }

    [Fact]
    public void A_reversal_of_which_one_invoice_is_canceled_already_is_not_said_to_be_nothing_in_Oracle()
    {
        var reversal = Prepared with
        {
            Documents = [.. Prepared.Documents.Select(document => document with { Action = PayablesAction.Cancel })],
            Lines = [],
        };
        var refused = OutcomeRecording.Decide(
            Of(reversal) with
            {
                Document = Of(reversal).Document with { Type = DocumentKind.Reversal },
                ReversedId = Facts.BaseId,
                Outcome = SubmissionOutcome.Refused,
                ReadBack = [Canceled(Progress), Release with { PaidStatus = "Paid" }],
                Message = "It is paid.",
            }
        );
        Assert.Equal("Unpaid, Paid", refused.ReversedPaidStatus);
        Assert.False(refused.IsNothingInOracle);
    }

    private static ReadBackInvoice Canceled(ReadBackInvoice invoice) => invoice with { IsCancelled = true, InvoiceAmount = 0m };

    [Fact]
    public void What_moves_nothing_is_posted_without_anything_read_back()
    {
        var nothing = Facts.Frozen(TwoLines.After(TwoLines.Second(0m, 4000m, 0m, 1000m))).Invoice;
        var decision = OutcomeRecording.Decide(Of(nothing) with { ReadBack = null });
        Assert.Equal((DocumentState.Posted, true), (decision.State, decision.BecomesBase));
        Assert.Contains("nothing was sent", decision.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_that_moved_meanwhile_is_never_overwritten() =>
        Assert.Throws<InvariantBrokenException>(() =>
            OutcomeRecording.Decide(Sent with { CommitmentBaseId = Guid.Empty, ReadBack = [Progress, Release] })
        );

    private static OutcomeFacts Of(PreparedInvoice prepared) =>
        new()
        {
            IsClaimHolder = true,
            Document = Facts.Summary(TwoLines.WithRelease, Facts.OwnId) with
            {
                State = DocumentState.Prepared,
                ContentHash = StoredContent.HashOf(prepared),
                IsClaimedOrSent = true,
                PreparationBaseId = Facts.BaseId,
            },
            DocumentKey = Key,
            ReversedRecordIds = ["300100", "300101"],
            Others = [],
            Prepared = prepared,
            CommitmentBaseId = Facts.BaseId,
            Outcome = SubmissionOutcome.Posted,
            ContentHash = StoredContent.HashOf(prepared),
        };

    private static ReadBackInvoice ReadBack(PreparedInvoice prepared, int index)
    {
        var document = prepared.Documents[index];
        return new ReadBackInvoice
        {
            Description = $"Subcontractor invoice [{RecordMark.Of(Key, document.Number)}]",
            InvoiceId = FormattableString.Invariant($"30010{index}"),
            Kind = document.Kind == BillingDocumentKind.CreditMemo ? "CreditMemo" : "StandardInvoice",
            InvoiceNumber = document.InvoiceNumber,
            Supplier = prepared.VendorName,
            VendorSite = prepared.VendorSite,
            BusinessUnit = prepared.BusinessUnit,
            Currency = "USD",
            InvoiceAmount = document.Amount,
            InvoiceDate = prepared.InvoiceDate,
            AccountingDate = prepared.AccountingDate,
            ValidationStatus = "Validated",
            ApprovalStatus = "Not required",
            PaidStatus = "Unpaid",
            Lines = [.. prepared.LinesOf(document).Select(Line)],
        };
    }

    private static ReadBackLine Line(PreparedLine line) =>
        new()
        {
            LineNumber = line.OracleLineNumber!.Value,
            Amount = line.Amount,
            PurchaseOrderNumber = line.PurchaseOrderNumber,
            PurchaseOrderLine = line.PurchaseOrderLine,
            PurchaseOrderSchedule = line.PurchaseOrderSchedule,
            Account = line.Account,
            ProjectNumber = line.PurchaseOrderNumber is null && line.Account is null ? line.OracleProjectNumber : null,
        };
}
