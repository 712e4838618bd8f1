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

    private const string Key = "LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|6001|1";

    private static readonly ReadBackInvoice Same = new()
    {
        Description = $"Subcontractor invoice [{RecordMark.Of(Key, 1)}]",
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
        IsClaimHolder = true,
        Document = Facts.Summary(Source, Facts.OwnId) with
        {
            State = DocumentState.Prepared,
            ContentHash = StoredContent.HashOf(Prepared),
            IsClaimedOrSent = true,
        },
        DocumentKey = Key,
        Others = [],
        Prepared = Prepared,
        Outcome = SubmissionOutcome.Posted,
        ContentHash = StoredContent.HashOf(Prepared),
        ReadBack = [Same],
    };

    [Fact]
    public void An_invoice_that_Oracle_validated_with_equal_amounts_and_lines_is_posted_and_becomes_the_base()
    {
        var waiting = Facts.Summary(Source, Guid.Empty) with
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
    public void An_invoice_that_another_document_made_is_never_ours_and_the_document_that_made_it_is_named()
    {
        var theirs = Same with { Description = "Subcontractor invoice [PI-000000000000]" };
        var decision = OutcomeRecording.Decide(Sent with { ReadBack = [theirs], NumberOwners = [Owner(DocumentState.Posted, "300100")] });
        Assert.Equal("Held number-taken", decision.State + " " + decision.ReasonCode);
        Assert.Contains("application 1 of commitment SC-001 (Posted)", decision.Message, StringComparison.Ordinal);
        Assert.Contains("Enter another invoice number in Procore.", decision.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ancel", decision.Message, StringComparison.Ordinal);
        Assert.True(decision.IsNothingInOracle);
        Assert.Empty(decision.ReadBack);
        Assert.False(decision.BecomesBase);

        // The same where it carries our mark and belongs to the other document all the same, and where only the number tells whose it is.
        Assert.Equal("number-taken", OutcomeRecording.Decide(Sent with { NumberOwners = [Owner(DocumentState.Posted, "300100")] }).ReasonCode);
        Assert.Contains(
            "SC-001",
            OutcomeRecording.Decide(Sent with { ReadBack = [theirs], NumberOwners = [Owner(DocumentState.Submitted)] }).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_invoice_that_was_entered_in_Oracle_is_not_ours_however_equal_it_is()
    {
        var decision = OutcomeRecording.Decide(Sent with { ReadBack = [Same with { Description = null }] });
        Assert.Equal("Held number-taken", decision.State + " " + decision.ReasonCode);
        Assert.Contains("entered in Oracle", decision.Message, StringComparison.Ordinal);
        Assert.Contains("Enter another invoice number in Procore.", decision.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_invoice_without_our_mark_may_be_ours_where_something_was_sent_before_so_that_nothing_is_sent_under_another_number()
    {
        var changed = Same with { Description = "Changed by hand" };
        var newer = Sent.Document with
        {
            Id = Guid.Empty,
            Revision = 2,
            State = DocumentState.Held,
            ReasonText = DocumentReasons.EarlierRevisionInFlight.Wire,
        };
        var decision = OutcomeRecording.Decide(Sent with { ReadBack = [changed], WasSent = true, Others = [newer] });
        Assert.Equal("Held number-taken", decision.State + " " + decision.ReasonCode);
        Assert.Equal((false, null), (decision.IsNothingInOracle, decision.ReleasedId));
        Assert.Contains("Do not renumber it in Procore", decision.Message, StringComparison.Ordinal);
        Assert.Contains(RecordMark.Of(Sent.DocumentKey, 1), decision.Message, StringComparison.Ordinal);

        // What another document owns is not ours, whatever was sent.
        var theirs = Sent with
        {
            ReadBack = [changed],
            WasSent = true,
            NumberOwners = [Owner(DocumentState.Posted, "300100")],
        };
        Assert.True(OutcomeRecording.Decide(theirs).IsNothingInOracle);
    }

    [Fact]
    public void An_invoice_whose_description_somebody_changed_stays_ours_where_the_document_has_its_id()
    {
        var changed = Same with { Description = "Changed by hand" };
        Assert.Equal(DocumentState.Posted, OutcomeRecording.Decide(Sent with { ReadBack = [changed], RecordIds = ["300100"] }).State);
        Assert.Equal(
            DocumentState.Posted,
            OutcomeRecording.Decide(Sent with { ReadBack = [Same with { Description = Same.Description + ", checked" }] }).State
        );
    }

    [Fact]
    public void A_number_whose_owner_left_nothing_in_Oracle_names_nobody_else()
    {
        var decision = OutcomeRecording.Decide(
            Sent with
            {
                ReadBack = [Same with { Description = null }],
                NumberOwners = [Owner(DocumentState.Refused), Owner(DocumentState.Superseded)],
            }
        );
        Assert.DoesNotContain("SC-001", decision.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string> CodingDifferences => [.. ChangedCodings().Keys];

    [Theory]
    [MemberData(nameof(CodingDifferences))]
    public void A_line_without_a_purchase_order_is_compared_with_its_project_coding(string field)
    {
        var unmatched = Prepared with { Lines = [.. Prepared.Lines.Select(Unmatched)] };
        var hash = StoredContent.HashOf(unmatched);
        var sent = Sent with { Prepared = unmatched, ContentHash = hash, Document = Sent.Document with { ContentHash = hash } };
        var same = Same with { Lines = [.. unmatched.Lines.Where(line => line.IsSent).Select(Line)] };
        Assert.Equal(DocumentState.Posted, OutcomeRecording.Decide(sent with { ReadBack = [same] }).State);

        var decision = OutcomeRecording.Decide(sent with { ReadBack = [same with { Lines = ChangedCodings()[field](same.Lines) }] });
        Assert.Equal("Held oracle-differs", decision.State + " " + decision.ReasonCode);
        Assert.Contains(field, decision.Message, StringComparison.Ordinal);
    }

    private static PreparedLine Unmatched(PreparedLine line) =>
        line with
        {
            PurchaseOrderNumber = null,
            PurchaseOrderLine = null,
            PurchaseOrderSchedule = null,
        };

    private static System.Collections.Generic.Dictionary<string, Func<IReadOnlyList<ReadBackLine>, IReadOnlyList<ReadBackLine>>> ChangedCodings() =>
        new()
        {
            ["line 1 project is 'X'"] = lines => [lines[0] with { ProjectNumber = "X" }, .. lines.Skip(1)],
            ["line 1 task is '9999'"] = lines => [lines[0] with { TaskNumber = "9999" }, .. lines.Skip(1)],
            ["line 1 expenditure type is 'Labor'"] = lines => [lines[0] with { ExpenditureType = "Labor" }, .. lines.Skip(1)],
            ["line 1 expenditure organization is (none)"] = lines => [lines[0] with { ExpenditureOrganization = null }, .. lines.Skip(1)],
            ["line 1 expenditure item date is (none)"] = lines => [lines[0] with { ExpenditureItemDate = null }, .. lines.Skip(1)],
            ["line 3 task is '2600'"] = lines => [.. lines.Take(2), lines[2] with { TaskNumber = "2600" }],
        };

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
            ["line 4 of 5.00 is in Oracle but was not prepared"] = Same with
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
            ProjectNumber = line.Account is null ? line.OracleProjectNumber : null,
            TaskNumber = line.Account is null ? line.TaskNumber : null,
            ExpenditureType = line.Account is null ? line.ExpenditureType : null,
            ExpenditureOrganization = line.Account is null ? line.ExpenditureOrganization : null,
            ExpenditureItemDate = line.Account is null ? Prepared.ExpenditureItemDate : null,
        };

    private static NumberOwner Owner(DocumentState state, params string[] recordIds) =>
        new()
        {
            Id = Guid.AllBitsSet,
            Type = DocumentKind.SubcontractorInvoice,
            SourceId = "7001",
            CommitmentId = Guid.AllBitsSet,
            CommitmentNumber = "SC-001",
            ApplicationNumber = 1,
            State = state,
            Numbers = [Prepared.InvoiceNumber],
            RecordIds = recordIds,
        };

    private static string Text(OutcomeDecision decision) => $"{decision.State} {decision.ReasonCode} {decision.Message}";
}
