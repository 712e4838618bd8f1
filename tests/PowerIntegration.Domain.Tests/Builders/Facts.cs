using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Ownership;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Domain.Tests.Builders;

/// <summary>Builds facts with which an application is prepared without a complaint.</summary>
internal static class Facts
{
    public static readonly Guid OwnId = new("00000000-0000-0000-0000-000000000001");

    public static readonly Guid BaseId = new("00000000-0000-0000-0000-0000000000b0");

    /// <summary>The vendor that bills, linked to the supplier that is paid.</summary>
    public static readonly VendorLink Vendor = new(
        "LAKESHORE|1|VENDOR|35|LAKESHORE-US-BU",
        null,
        true,
        "35",
        "Lakeshore US BU",
        "Halsted Electric Co.",
        "1012",
        "JOLIET"
    );

    public static PreparationFacts Of(SourceInvoice invoice, ContractLedger? ledger = null, RetainageTerms? terms = null) =>
        new()
        {
            Document = Summary(invoice, OwnId),
            Source = invoice,
            Commitment = new CommitmentFacts
            {
                Number = "SC-002",
                VendorName = "Halsted Electric Co.",
                VendorNumber = "1012",
                VendorSite = "JOLIET",
                VendorLink = Vendor,
                Currency = "USD",
                IsMatched = true,
                TermsKey = "LAKESHORE|1|TERMS|SC-002|1",
                Terms = Terms(terms ?? Rates(0.10m, 0.10m)),
                IsActive = true,
                BasePreparationId = ledger is null ? null : BaseId,
                LastPostedNumber = ledger?.LastPostedNumber ?? 0,
            },
            Project = new ProjectFacts
            {
                Name = "Fulton Yards Tower",
                Currency = "USD",
                IsActive = true,
            },
            Payables = new PayablesFacts
            {
                BusinessUnit = "Lakeshore US BU",
                InvoiceSource = "PROCORE",
                PaymentTerms = "Net 30",
                RetainageAccount = "101-10-20250-000-000-000",
                Currency = "USD",
                IsActive = true,
            },
            Others = [],
            Ledger = ledger ?? FirstLedger.Of("USD", invoice),
            Links = [.. invoice.Lines.Where(line => line.ProcoreLineId is not null).Select(Link)],
            Mapping = Mapping,
            Periods = [.. Enumerable.Range(1, 12).Select(month => Period(month, isOpen: true))],
            OwnershipRules = [OwnershipRule],
        };

    public static WbsMapping Mapping { get; } =
        new()
        {
            ProjectNumber = "FYT-2401",
            ExpenditureOrganization = "Chicago Construction",
            Rules = new MappingRules([Rule("SUB")]),
            Tasks = new ProjectTasks([
                new ProjectTask
                {
                    TaskNumber = "2600",
                    IsLowestLevel = true,
                    IsChargeable = true,
                    Start = new CalendarDate(2025, 1, 1),
                    Finish = new CalendarDate(2026, 12, 31),
                },
            ]),
        };

    public static OwnershipRule OwnershipRule { get; } =
        new()
        {
            Key = "LAKESHORE|1|OWNERSHIP|SUBCONTRACTOR-INVOICE",
            IsForProject = false,
            Place = ApprovalPlace.Procore,
            TriggerStatus = "approved",
            ValidFrom = new CalendarDate(2025, 1, 1),
        };

    /// <summary>Amounts of the source, retainage kept by us, negative lines accepted, a credit memo where money comes back.</summary>
    public static ContractTerms Terms(RetainageTerms retainage) =>
        new()
        {
            ContractNumber = "SC-002",
            RecordName = "Commitment",
            Currency = "USD",
            Retainage = retainage,
            RetainageSource = RetainageSource.Source,
            RetainageKeeper = RetainageKeeper.Us,
            StoredMaterials = StoredMaterials.Manual,
            StaleStoragePeriods = 3,
            OverbillingTolerance = 0m,
            NegativeLines = NegativeLines.Accepted,
            CreditDocument = CreditDocument.CreditMemo,
            ResidualPlace = ResidualPlace.LargestLine,
        };

    public static RetainageTerms Rates(decimal work, decimal stored) => new RetainageTerms.Split(work, stored);

    public static WbsMappingRule Rule(string costType, string costCode = "*", string taskSegment = "*", string? task = null) =>
        new()
        {
            Key = $"RULE|{taskSegment}|{costCode}|{costType}",
            TaskSegment = CodePattern.Parse(taskSegment),
            CostCode = CodePattern.Parse(costCode),
            CostType = CodePattern.Parse(costType),
            TaskNumber = task,
            ExpenditureType = "Subcontract",
            ValidFrom = new CalendarDate(2025, 1, 1),
        };

    public static AccountingPeriod Period(int month, bool isOpen) =>
        new()
        {
            Start = new CalendarDate(2025, month, 1),
            End = month == 12 ? new CalendarDate(2025, 12, 31) : new CalendarDate(2025, month + 1, 1).AddDays(-1),
            IsPayablesOpen = isOpen,
            IsLedgerOpen = isOpen,
            IsProjectsOpen = isOpen,
        };

    public static DocumentSummary Summary(SourceInvoice invoice, Guid id) =>
        new()
        {
            Id = id,
            ProcoreId = invoice.ProcoreId,
            ApplicationNumber = invoice.ApplicationNumber,
            Revision = 1,
            State = DocumentState.Received,
            InvoiceNumber = invoice.InvoiceNumber,
        };

    public static PurchaseOrderLink Link(SourceInvoiceLine line) =>
        new()
        {
            ProcoreLineId = line.ProcoreLineId!,
            PurchaseOrderNumber = "FYT-PO-1002",
            Line = line.LineNumber,
            Schedule = 1,
            Coding = new TaskCoding("FYT-2401", "2600", "Subcontract", "Chicago Construction"),
        };

    /// <summary>The ledger that a posted preparation of <see cref="Sample.Application"/> leaves.</summary>
    public static ContractLedger Ledger(PreparedInvoice posted) =>
        PreparedLedger.Of(
            posted,
            [.. Enumerable.Range(1, posted.LastPostedNumber).Select(number => FormattableString.Invariant($"{6000 + number}|1"))]
        );

    /// <summary>Facts of the application after the one that was posted.</summary>
    public static PreparationFacts After(PreparedInvoice posted, SourceInvoice invoice, RetainageTerms? terms = null) =>
        Of(invoice, Ledger(posted), terms) with
        {
            LedgerCodings = PreparedLedger.Codings(posted),
        };

    /// <summary>Prepares and requires that it is frozen.</summary>
    public static PreparationDecision.Frozen Frozen(PreparationFacts facts) =>
        BillingPreparation.Decide(facts) switch
        {
            PreparationDecision.Frozen frozen => frozen,
            PreparationDecision.Stopped stopped => throw new InvalidOperationException($"{stopped.Refusal.WireCode}: {stopped.Refusal.Sentence}"),
            var other => throw new InvalidOperationException(other.ToString()),
        };
}
