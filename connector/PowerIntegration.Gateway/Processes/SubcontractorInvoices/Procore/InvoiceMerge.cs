using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Gateway.Intake;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore.Wire;
using PowerIntegration.Gateway.Procore.Wire;
using PowerIntegration.Tables;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore;

/// <summary>Makes one invoice of Procore's reads. It translates names; it judges nothing.</summary>
internal static class InvoiceMerge
{
    /// <summary>The invoice as Procore said it; refuses by name what cannot be read.</summary>
    /// <param name="reads">The reads.</param>
    /// <param name="codes">The WBS codes of the lines, by their ids.</param>
    /// <param name="own">
    /// Procore's id of our account, or null where it does not matter: the status that it gave by answering a workflow step is a decision from
    /// here and no change of the source.
    /// </param>
    public static SourceInvoice Merge(InvoiceReads reads, IReadOnlyDictionary<string, WbsCode> codes, string? own)
    {
        var invoice = reads.Invoice;
        var fields = new InvoiceFields($"Subcontractor invoice {reads.RequisitionId}");
        var shown = fields.RequiredText("the status", invoice.Status);
        var changes = StatusChanges(reads.History).ToList();
        var status = StatusChange.ByOthers(changes, shown, own);
        changes.RemoveAll(change => own is not null && change.ChangedById == own);
        var decision = StatusChange.Deciding(changes, status);
        var submission = StatusChange.Submitting(changes);
        var certificate = invoice.Summary;
        return new SourceInvoice
        {
            ProcoreId = fields.RequiredId("the ID", invoice.Id),
            ProcoreVendorId = invoice.VendorId?.ToString(CultureInfo.InvariantCulture),
            ApplicationNumber = fields.RequiredNumber("the application number", invoice.Number),
            InvoiceNumber = fields.Text("the invoice number", invoice.InvoiceNumber?.Trim(), DocumentTable.InvoiceNumberLengthMax),
            PeriodStart = fields.Date("the period start", invoice.RequisitionStart),
            PeriodEnd = fields.Date("the period end", invoice.RequisitionEnd),
            BillingDate = fields.Date("the billing date", invoice.BillingDate),
            Status = status,
            ApproverName = fields.Text("the approver", decision?.ChangedBy, DocumentTable.ApproverNameLengthMax),
            ApproverId = decision?.ChangedById,
            CreatorName = fields.Text("the creator", invoice.CreatedBy?.Name, DocumentTable.CreatorNameLengthMax),
            CreatorId = invoice.CreatedBy?.Id?.ToString(CultureInfo.InvariantCulture),
            SubmitterName = fields.Text("the submitter", submission?.ChangedBy, DocumentTable.SubmitterNameLengthMax),
            SubmitterId = submission?.ChangedById,
            ApprovedOn = decision?.ChangedOn,
            Final = invoice.Final ?? false,
            Currency = fields.Text("the currency", invoice.CurrencyConfiguration?.CurrencyIsoCode, DocumentTable.CurrencyLengthMax),
            OriginalContractSum = fields.Amount("the original contract sum", certificate?.OriginalContractSum ?? default),
            NetChangeOrders = fields.Amount("the net change by change orders", certificate?.NetChangeByChangeOrders ?? default),
            ContractSumToDate = fields.Amount("the contract sum to date", certificate?.ContractSumToDate ?? default),
            GrossToDate = fields.Amount("the total completed and stored to date", certificate?.TotalCompletedAndStoredToDate ?? default),
            RetainageToDate = fields.Amount("the total retainage", certificate?.TotalRetainage ?? default),
            PreviousCertificates = fields.Amount("the previous certificates for payment", certificate?.LessPreviousCertificatesForPayment ?? default),
            CertifiedPayment = fields.Amount("the current payment due", certificate?.CurrentPaymentDue ?? default),
            TaxAmount = fields.Amount("the tax on this payment", certificate?.TaxApplicableToThisPayment ?? default),
            Lines = Lines(reads, codes, isOwnStatus: status != shown),
        };
    }

    /// <summary>True where the change is one of the invoice's status.</summary>
    public static bool IsStatus(ChangeHistoryWire change) => string.Equals(change.Column, "status", StringComparison.OrdinalIgnoreCase);

    // The lines follow the status of the invoice.
    private const string Undecided = "no_action";

    private static IEnumerable<StatusChange> StatusChanges(IEnumerable<ChangeHistoryWire> history) =>
        history
            .Where(IsStatus)
            .Select(change => new StatusChange(
                change.Id,
                change.NewValue,
                change.OldValue,
                change.ActionBy,
                change.ActionById?.ToString(CultureInfo.InvariantCulture),
                change.CreatedAt?.UtcDateTime
            ));

    private static List<SourceInvoiceLine> Lines(InvoiceReads reads, IReadOnlyDictionary<string, WbsCode> codes, bool isOwnStatus)
    {
        var items = reads.Invoice.Items ?? [];
        var numbers = LineNumbers(items);
        var held = new HeldRetainage(reads.RequisitionId, reads.Detail);
        return [.. items.Select((item, index) => Line(reads.RequisitionId, item, numbers[index], codes, held, isOwnStatus))];
    }

    // A position is what a person sees in Procore; where positions are missing or repeated the order of the answer numbers the lines instead.
    private static List<int> LineNumbers(IReadOnlyList<RequisitionItemWire> items)
    {
        var positions = items.Select(item => item.Position ?? 0).ToList();
        var usable = positions.All(position => position > 0) && positions.Distinct().Count() == positions.Count;
        return usable ? positions : [.. Enumerable.Range(1, items.Count)];
    }

    private static SourceInvoiceLine Line(
        string invoiceId,
        RequisitionItemWire item,
        int number,
        IReadOnlyDictionary<string, WbsCode> codes,
        HeldRetainage held,
        bool isOwnStatus
    )
    {
        var fields = new InvoiceFields($"Subcontractor invoice {invoiceId}, line {number}");
        var code = CodeOf(fields, item.WbsCode, codes);
        var detail = held.Of(item, number);
        return new SourceInvoiceLine
        {
            LineNumber = number,
            ProcoreItemId = fields.RequiredId("the item ID", item.Id),
            ProcoreLineId = item.LineItemId?.ToString(CultureInfo.InvariantCulture),
            ProcoreDetailId = item.DetailLineItemId?.ToString(CultureInfo.InvariantCulture),
            ItemType = fields.Text("the item type", item.ItemType, SourceLineTable.ItemTypeLengthMax),
            Description = fields.Text("the description of work", item.DescriptionOfWork, SourceLineTable.DescriptionLengthMax),
            WbsCodeId = item.WbsCode?.Id?.ToString(CultureInfo.InvariantCulture),
            FlatCode = fields.Text("the WBS code", item.WbsCode?.FlatCode ?? code?.FlatCode, SourceLineTable.FlatCodeLengthMax),
            TaskSegmentCode = fields.Text("the task segment", code?.TaskSegmentCode, SourceLineTable.TaskSegmentCodeLengthMax),
            CostCode = fields.Text("the cost code", code?.CostCode, SourceLineTable.CostCodeLengthMax),
            CostType = fields.Text("the cost type", code?.CostType, SourceLineTable.CostTypeLengthMax),
            SubJob = fields.Text("the sub job", code?.SubJob, SourceLineTable.SubJobLengthMax),
            OtherSegments = fields.Text("the other segments", code?.OtherSegments, SourceLineTable.OtherSegmentsLengthMax),
            ScheduledValue = fields.Amount("the scheduled value", item.ScheduledValue),
            WorkPrevious = fields.Amount("the work completed from previous applications", item.WorkCompletedFromPreviousApplication),
            WorkThisPeriod = fields.Amount("the work completed this period", item.WorkCompletedThisPeriod),
            MaterialsStored = fields.Amount("the materials presently stored", item.MaterialsPresentlyStored),
            CompletedToDate = fields.Amount("the total completed and stored to date", item.TotalCompletedAndStoredToDate),
            CompletedPrevious = fields.Amount("the previous total completed and stored", item.TotalCompletedAndStoredToDateFromPrevious),
            WorkRetainageHeld = fields.Amount("the retainage held on completed work", detail.WorkCompletedRetainageCurrentlyRetained),
            StoredRetainageHeld = fields.Amount("the retainage held on stored materials", detail.MaterialsStoredRetainageCurrentlyRetained),
            WorkRetainageReleased = fields.Amount(
                "the retainage released on completed work this period",
                detail.WorkCompletedRetainageReleasedThisPeriod
            ),
            StoredRetainageReleased = fields.Amount(
                "the retainage released on stored materials this period",
                detail.MaterialsStoredRetainageReleasedThisPeriod
            ),
            ClaimedAmount = fields.Amount("the amount claimed by the subcontractor", item.SubcontractorClaimedAmount),
            LineStatus = fields.Text("the status", isOwnStatus ? Undecided : item.Status, SourceLineTable.LineStatusLengthMax),
            ManualOverride = item.SsrManualOverride ?? false,
            TaxRates = fields.Text("the tax rates", TaxRates(item.Taxes), SourceLineTable.TaxRatesLengthMax),
        };
    }

    // The same rate is the same text, however Procore spells it; the order of the taxes carries no meaning.
    private static string TaxRates(IReadOnlyList<ItemTaxWire?>? taxes) =>
        string.Join(" + ", (taxes ?? []).Select(tax => tax?.TaxCodeRate.Text).OfType<string>().Select(RateText).Order(StringComparer.Ordinal));

    private static string RateText(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate)
            ? rate.ToString("0.############", CultureInfo.InvariantCulture)
            : text;

    private static WbsCode? CodeOf(InvoiceFields fields, WbsCodeReferenceWire? reference, IReadOnlyDictionary<string, WbsCode> codes)
    {
        if (reference?.Id is not { } id)
        {
            return null;
        }

        return codes.GetValueOrDefault(id.ToString(CultureInfo.InvariantCulture))
            ?? throw new IntegrationException(
                ProblemCatalog.WbsCodeUnknown,
                $"{fields.Record}: the WBS code {reference.FlatCode} ({id}) is not a code of the project. "
                    + "Check in Procore if the code was removed from the project."
            );
    }
}
