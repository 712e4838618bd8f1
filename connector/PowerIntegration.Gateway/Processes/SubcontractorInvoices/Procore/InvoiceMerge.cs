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
    public static SourceInvoice Merge(InvoiceReads reads, IReadOnlyDictionary<string, WbsCode> codes)
    {
        var invoice = reads.Invoice;
        var fields = new InvoiceFields($"Subcontractor invoice {reads.RequisitionId}");
        var status = fields.RequiredText("status", invoice.Status);
        var decision = StatusChange.Deciding(StatusChanges(reads.History), status);
        var certificate = invoice.Summary;
        return new SourceInvoice
        {
            ProcoreId = fields.RequiredId("id", invoice.Id),
            ApplicationNumber = fields.RequiredNumber("number", invoice.Number),
            InvoiceNumber = fields.Text("invoice_number", invoice.InvoiceNumber?.Trim(), DocumentTable.InvoiceNumberLengthMax),
            PeriodStart = fields.Date("requisition_start", invoice.RequisitionStart),
            PeriodEnd = fields.Date("requisition_end", invoice.RequisitionEnd),
            BillingDate = fields.Date("billing_date", invoice.BillingDate),
            Status = status,
            ApproverName = fields.Text("action_by", decision?.ChangedBy, DocumentTable.ApproverNameLengthMax),
            ApprovedOn = decision?.ChangedOn,
            Final = invoice.Final ?? false,
            Currency = fields.Text("currency_iso_code", invoice.CurrencyConfiguration?.CurrencyIsoCode, DocumentTable.CurrencyLengthMax),
            OriginalContractSum = fields.Amount("original_contract_sum", certificate?.OriginalContractSum ?? default),
            NetChangeOrders = fields.Amount("net_change_by_change_orders", certificate?.NetChangeByChangeOrders ?? default),
            ContractSumToDate = fields.Amount("contract_sum_to_date", certificate?.ContractSumToDate ?? default),
            GrossToDate = fields.Amount("total_completed_and_stored_to_date", certificate?.TotalCompletedAndStoredToDate ?? default),
            RetainageToDate = fields.Amount("total_retainage", certificate?.TotalRetainage ?? default),
            PreviousCertificates = fields.Amount(
                "less_previous_certificates_for_payment",
                certificate?.LessPreviousCertificatesForPayment ?? default
            ),
            CertifiedPayment = fields.Amount("current_payment_due", certificate?.CurrentPaymentDue ?? default),
            TaxAmount = fields.Amount("tax_applicable_to_this_payment", certificate?.TaxApplicableToThisPayment ?? default),
            Lines = Lines(reads, codes),
        };
    }

    private static IEnumerable<StatusChange> StatusChanges(IEnumerable<ChangeHistoryWire> history) =>
        history
            .Where(change => string.Equals(change.Column, "status", StringComparison.OrdinalIgnoreCase))
            .Select(change => new StatusChange(change.Id, change.NewValue, change.ActionBy, change.CreatedAt?.UtcDateTime));

    private static List<SourceInvoiceLine> Lines(InvoiceReads reads, IReadOnlyDictionary<string, WbsCode> codes)
    {
        var items = reads.Invoice.Items ?? [];
        var numbers = LineNumbers(items);
        var held = new HeldRetainage(reads.RequisitionId, reads.Detail);
        return [.. items.Select((item, index) => Line(reads.RequisitionId, item, numbers[index], codes, held))];
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
        HeldRetainage held
    )
    {
        var fields = new InvoiceFields($"Subcontractor invoice {invoiceId}, line {number}");
        var code = CodeOf(fields, item.WbsCode, codes);
        var detail = held.Of(item, number);
        return new SourceInvoiceLine
        {
            LineNumber = number,
            ProcoreItemId = fields.RequiredId("id", item.Id),
            ProcoreLineId = item.LineItemId?.ToString(CultureInfo.InvariantCulture),
            ItemType = fields.Text("item_type", item.ItemType, SourceLineTable.ItemTypeLengthMax),
            Description = fields.Text("description_of_work", item.DescriptionOfWork, SourceLineTable.DescriptionLengthMax),
            WbsCodeId = item.WbsCode?.Id?.ToString(CultureInfo.InvariantCulture),
            FlatCode = fields.Text("flat_code", item.WbsCode?.FlatCode ?? code?.FlatCode, SourceLineTable.FlatCodeLengthMax),
            TaskSegmentCode = fields.Text("path_code of the task segment", code?.TaskSegmentCode, SourceLineTable.TaskSegmentCodeLengthMax),
            CostCode = fields.Text("path_code of the cost code", code?.CostCode, SourceLineTable.CostCodeLengthMax),
            CostType = fields.Text("code of the cost type", code?.CostType, SourceLineTable.CostTypeLengthMax),
            ScheduledValue = fields.Amount("scheduled_value", item.ScheduledValue),
            WorkPrevious = fields.Amount("work_completed_from_previous_application", item.WorkCompletedFromPreviousApplication),
            WorkThisPeriod = fields.Amount("work_completed_this_period", item.WorkCompletedThisPeriod),
            MaterialsStored = fields.Amount("materials_presently_stored", item.MaterialsPresentlyStored),
            CompletedToDate = fields.Amount("total_completed_and_stored_to_date", item.TotalCompletedAndStoredToDate),
            CompletedPrevious = fields.Amount("total_completed_and_stored_to_date_from_previous", item.TotalCompletedAndStoredToDateFromPrevious),
            WorkRetainageHeld = fields.Amount("work_completed_retainage_currently_retained", detail.WorkCompletedRetainageCurrentlyRetained),
            StoredRetainageHeld = fields.Amount("materials_stored_retainage_currently_retained", detail.MaterialsStoredRetainageCurrentlyRetained),
            WorkRetainageReleased = fields.Amount("work_completed_retainage_released_this_period", detail.WorkCompletedRetainageReleasedThisPeriod),
            StoredRetainageReleased = fields.Amount(
                "materials_stored_retainage_released_this_period",
                detail.MaterialsStoredRetainageReleasedThisPeriod
            ),
            ClaimedAmount = fields.Amount("subcontractor_claimed_amount", item.SubcontractorClaimedAmount),
            LineStatus = fields.Text("status", item.Status, SourceLineTable.LineStatusLengthMax),
            ManualOverride = item.SsrManualOverride ?? false,
        };
    }

    private static WbsCode? CodeOf(InvoiceFields fields, WbsCodeReferenceWire? reference, IReadOnlyDictionary<string, WbsCode> codes)
    {
        if (reference?.Id is not { } id)
        {
            return null;
        }

        return codes.GetValueOrDefault(id.ToString(CultureInfo.InvariantCulture))
            ?? throw new IntegrationException(
                ProblemCatalog.WbsCodeUnknown,
                $"{fields.Record}: the WBS code {reference.FlatCode} ({id}) is not in the project's list of codes. "
                    + "Check in Procore whether the code was removed from the project, then retry."
            );
    }
}
