using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>What Procore said, complete and decided, as the engine takes it.</summary>
internal static class SourceApplication
{
    /// <summary>The application.</summary>
    public static Application Of(PreparationFacts facts)
    {
        return Of(facts.Source, facts.Document) with
        {
            Cut = facts.Decisions.Cut,
            Release = facts.Decisions.Release,
            Deductions = facts.Decisions.Deductions,
            ScheduleChanges = facts.Decisions.ScheduleChanges,
            CatchUp = facts.Decisions.CatchUp,
            Oracle = facts.Decisions.Oracle,
            Others = Others(facts),
        };
    }

    /// <summary>The application as Procore said it, without what was decided about it here.</summary>
    public static Application Of(SourceInvoice source, DocumentSummary document) =>
        new()
        {
            RecordId = document.ProcoreId,
            Revision = document.Revision,
            Number = source.ApplicationNumber,
            PeriodEnd = source.PeriodEnd,
            Currency = source.Currency,
            Status = StatusOf(source),
            IsFinal = source.Final,
            Lines = [.. source.Lines.Select(Line)],
            Header = Header(source),
        };

    /// <summary>Every other application of the commitment, and what has become of it.</summary>
    public static IReadOnlyList<KnownApplication> Others(PreparationFacts facts) =>
        [
            .. facts
                .Others.Where(other =>
                    other.Type == facts.Document.Type && other.ProcoreId != facts.Document.ProcoreId && other.State != DocumentState.Posted
                )
                .Select(other => new KnownApplication(
                    other.ApplicationNumber,
                    other.IsDecided ? ApplicationStatus.Void : ApplicationStatus.Approved
                )),
            .. facts.Decisions.VoidNumbers.Select(number => new KnownApplication(number, ApplicationStatus.Void)),
        ];

    // Whether the status is the one that makes an application eligible was decided by the ownership rule.
    private static ApplicationStatus StatusOf(SourceInvoice source) =>
        string.Equals(source.Status, "approved_as_noted", StringComparison.OrdinalIgnoreCase)
            ? ApplicationStatus.ApprovedAsNoted
            : ApplicationStatus.Approved;

    private static CertifiedHeader Header(SourceInvoice source) =>
        new()
        {
            OriginalContractSum = source.OriginalContractSum,
            NetChangeOrders = source.NetChangeOrders,
            ContractSumToDate = source.ContractSumToDate,
            GrossToDate = source.GrossToDate,
            RetainageToDate = source.RetainageToDate,
            PreviousCertificates = source.PreviousCertificates,
            PaymentDue = source.CertifiedPayment - (source.TaxAmount ?? 0m),
        };

    private static ApplicationLine Line(SourceInvoiceLine line) =>
        new()
        {
            LineId = line.ProcoreLineId ?? "",
            PartCount = Math.Max(1, line.Parts.Count),
            Description = line.Description,
            Coding = line.FlatCode,
            ScheduledValue = line.ScheduledValue,
            WorkPrevious = line.WorkPrevious,
            WorkThisPeriod = line.WorkThisPeriod,
            MaterialsStored = line.MaterialsStored,
            CompletedToDate = line.CompletedToDate,
            CompletedPrevious = line.CompletedPrevious,
            WorkRetainageHeld = line.WorkRetainageHeld,
            StoredRetainageHeld = line.StoredRetainageHeld,
            WorkRetainageReleased = line.WorkRetainageReleased,
            StoredRetainageReleased = line.StoredRetainageReleased,
            ClaimedAmount = line.ClaimedAmount,
            IsRetainageOverridden = line.ManualOverride,
        };
}
