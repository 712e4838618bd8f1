using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;

/// <summary>Tells whether an invoice that Procore reports again is a new revision.</summary>
public static class SourceHash
{
    /// <summary>
    /// SHA-256 in lower-case hexadecimal over money fields, coding and eligibility (status, approval, decision on lines).
    /// Descriptions, positions and comments do not count, nor does the order of the lines.
    /// </summary>
    public static string Of(SourceInvoice invoice)
    {
        var text = new CanonicalText()
            .Section("invoice")
            .Field("id", invoice.ProcoreId)
            .Field("application", invoice.ApplicationNumber)
            .Field("number", invoice.InvoiceNumber)
            .Field("periodStart", invoice.PeriodStart)
            .Field("periodEnd", invoice.PeriodEnd)
            .Field("billingDate", invoice.BillingDate)
            .Field("status", invoice.Status)
            .Field("approver", invoice.ApproverName)
            .Instant("approvedOn", invoice.ApprovedOn)
            .Field("final", invoice.Final)
            .Field("currency", invoice.Currency)
            .Field("originalSum", invoice.OriginalContractSum)
            .Field("changeOrders", invoice.NetChangeOrders)
            .Field("contractSum", invoice.ContractSumToDate)
            .Field("gross", invoice.GrossToDate)
            .Field("retainage", invoice.RetainageToDate)
            .Field("previous", invoice.PreviousCertificates)
            .Field("certified", invoice.CertifiedPayment)
            .Field("tax", invoice.TaxAmount);
        text = Known(text, "approverId", invoice.ApproverId);
        text = Known(text, "creator", invoice.CreatorId ?? invoice.CreatorName);
        text = Known(text, "submitter", invoice.SubmitterId ?? invoice.SubmitterName);
        text = Known(text, "vendor", invoice.ProcoreVendorId);
        foreach (var line in InOrder(invoice.Lines))
        {
            Append(text, line);
        }

        return text.Sha256();
    }

    // What an older reading did not have leaves the hash as it was.
    private static CanonicalText Known(CanonicalText text, string name, string? value) => value is null ? text : text.Field(name, value);

    private static IEnumerable<SourceInvoiceLine> InOrder(IEnumerable<SourceInvoiceLine> lines) =>
        lines.OrderBy(line => line.ProcoreItemId, StringComparer.Ordinal).ThenBy(line => line.LineNumber);

    private static void Append(CanonicalText text, SourceInvoiceLine line)
    {
        var section = text.Section("line")
            .Field("item", line.ProcoreItemId)
            .Field("line", line.ProcoreLineId)
            .Field("type", line.ItemType)
            .Field("wbs", line.WbsCodeId)
            .Field("flatCode", line.FlatCode)
            .Field("task", line.TaskSegmentCode)
            .Field("costCode", line.CostCode)
            .Field("costType", line.CostType)
            .Field("scheduled", line.ScheduledValue)
            .Field("workPrevious", line.WorkPrevious)
            .Field("workThisPeriod", line.WorkThisPeriod)
            .Field("stored", line.MaterialsStored)
            .Field("toDate", line.CompletedToDate)
            .Field("previous", line.CompletedPrevious)
            .Field("workRetainage", line.WorkRetainageHeld)
            .Field("storedRetainage", line.StoredRetainageHeld)
            .Field("workReleased", line.WorkRetainageReleased)
            .Field("storedReleased", line.StoredRetainageReleased)
            .Field("claimed", line.ClaimedAmount)
            .Field("status", line.LineStatus)
            .Field("override", line.ManualOverride);

        // What most invoices do not have leaves their hash as it was.
        section = line.ProcoreDetailId is null ? section : section.Field("detail", line.ProcoreDetailId);
        section = line.SubJob is null ? section : section.Field("subJob", line.SubJob);
        section = line.OtherSegments is null ? section : section.Field("otherSegments", line.OtherSegments);
        _ = line.TaxRates is null ? section : section.Field("taxRates", line.TaxRates);
    }

    /// <summary>The hash of a release of retainage that is decided here.</summary>
    /// <param name="reference">The caller's name of it within the commitment.</param>
    /// <param name="release">What is released, as it is stored: the same release is the same text.</param>
    /// <param name="tax">Tax on it; null if no one said.</param>
    public static string OfRelease(string reference, string release, decimal? tax = null)
    {
        var text = new CanonicalText().Section("release").Field("reference", reference).Field("release", release);
        return (tax is null ? text : text.Field("tax", tax)).Sha256();
    }
}
