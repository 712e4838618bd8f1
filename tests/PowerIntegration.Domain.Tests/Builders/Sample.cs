using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;

namespace PowerIntegration.Domain.Tests.Builders;

/// <summary>Builds applications that are right in every respect, so that a test changes the one thing it is about.</summary>
internal static class Sample
{
    /// <summary>One line in the letters of the form: C, D, E, F and the retainage held on work and on stored materials.</summary>
    public static SourceInvoiceLine Line(
        int number,
        decimal c,
        decimal d,
        decimal e,
        decimal f,
        decimal heldOnWork,
        decimal heldOnStored,
        decimal previous
    ) =>
        new()
        {
            LineNumber = number,
            ProcoreItemId = $"{9000 + number}",
            ProcoreLineId = $"{7000 + number}",
            ItemType = "contract_item",
            Description = $"Work item {number}",
            WbsCodeId = $"{5000 + number}",
            FlatCode = "26-240.SUB",
            TaskSegmentCode = "2600",
            CostCode = "26-240",
            CostType = "SUB",
            ScheduledValue = c,
            WorkPrevious = d,
            WorkThisPeriod = e,
            MaterialsStored = f,
            CompletedToDate = d + e + f,
            CompletedPrevious = previous,
            WorkRetainageHeld = heldOnWork,
            StoredRetainageHeld = heldOnStored,
            ClaimedAmount = e,
            LineStatus = "approved",
        };

    /// <summary>An approved application whose header is the sum of its lines.</summary>
    public static SourceInvoice Application(int number, decimal previousCertificates, IReadOnlyList<SourceInvoiceLine> lines)
    {
        var gross = lines.Sum(line => line.CompletedToDate!.Value);
        var held = lines.Sum(line => line.WorkRetainageHeld!.Value + line.StoredRetainageHeld!.Value);
        var end = new CalendarDate(2025, 9 + number, 1).AddDays(-1);
        return new SourceInvoice
        {
            ProcoreId = $"{6000 + number}",
            ProcoreVendorId = "35",
            ApplicationNumber = number,
            InvoiceNumber = $"HE-4021{number}",
            PeriodStart = new CalendarDate(end.Year, end.Month, 1),
            PeriodEnd = end,
            BillingDate = end,
            Status = "approved",
            ApproverName = "Dana Kowalski",
            ApproverId = "501",
            CreatorName = "Luis Ortega",
            CreatorId = "502",
            SubmitterName = "Luis Ortega",
            SubmitterId = "502",
            ApprovedOn = end.AddDays(3).ToDateTime(),
            Currency = "USD",
            ContractSumToDate = lines.Sum(line => line.ScheduledValue!.Value),
            GrossToDate = gross,
            RetainageToDate = held,
            PreviousCertificates = previousCertificates,
            CertifiedPayment = gross - held - previousCertificates,
            TaxAmount = 0m,
            Lines = lines,
        };
    }

    /// <summary>An application as it was read before vendor and people were: what it does not have leaves its hash as it was.</summary>
    public static SourceInvoice WithoutPeople(SourceInvoice invoice) =>
        invoice with
        {
            ProcoreVendorId = null,
            ApproverId = null,
            CreatorId = null,
            CreatorName = null,
            SubmitterId = null,
            SubmitterName = null,
        };

    /// <summary>Changes one line of an application.</summary>
    public static SourceInvoice With(this SourceInvoice invoice, int lineNumber, System.Func<SourceInvoiceLine, SourceInvoiceLine> change) =>
        invoice with
        {
            Lines = [.. invoice.Lines.Select(line => line.LineNumber == lineNumber ? change(line) : line)],
        };
}
