using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Schedule;
using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Domain.ContractBilling.Sheet;

/// <summary>The working data of one call of the engine.</summary>
internal sealed class BillingSheet
{
    public BillingSheet(ContractTerms terms, ContractLedger ledger, Application application, Currency currency, ChangedSchedule schedule)
    {
        Terms = terms;
        Ledger = ledger;
        Application = application;
        Currency = currency;
        Schedule = schedule;
        Threshold = ledger.Threshold;
        Lines = new List<SheetLine>(Math.Max(schedule.Lines.Count, application.Lines.Count));
    }

    public ContractTerms Terms { get; }

    public ContractLedger Ledger { get; }

    public Application Application { get; }

    public Currency Currency { get; }

    /// <summary>The ledger's lines after the changes of the schedule of values.</summary>
    public ChangedSchedule Schedule { get; }

    public List<SheetLine> Lines { get; }

    public List<BillingWarning> Warnings { get; } = [];

    public ThresholdPassed? Threshold { get; set; }

    /// <summary>The rates that were used; null where the terms apply to the contract total.</summary>
    public RateTable? Rates { get; set; }

    /// <summary>True where the lines share what the terms hold on the contract total; then what is released counts against that total.</summary>
    public bool IsHeldInTotal { get; set; }

    /// <summary>True for a new revision of the last posted application: only the difference posts.</summary>
    public bool IsCorrection => Application.Number == Ledger.LastPostedNumber && !Application.IsReleaseOnly;

    private const int DescriptionLengthMax = 80;

    /// <summary>True for a line that leaves the schedule of values with everything on it: nothing is held on it any more.</summary>
    public bool IsCredited(SheetLine line) => Schedule.Deleted.TryGetValue(line.LineId, out var treatment) && treatment == DeletedLine.Credit;

    public string Name => NameOf(Terms, Application);

    public decimal RevisedSum { get; private set; }

    public decimal GrossToDate { get; private set; }

    public decimal StoredToDate { get; private set; }

    public decimal WorkToDate => GrossToDate - StoredToDate;

    /// <summary>What the certified lines hold.</summary>
    public BucketAmounts HeldToDate { get; private set; }

    /// <summary>What change orders added and took off to date, with this application.</summary>
    public ChangeOrderTotals ChangeOrders { get; private set; }

    public static string NameOf(ContractTerms terms, Application application) =>
        Refusals.Sentence.Of($"{terms.Subject}, application {application.Number}");

    // People recognize a line by its description; the id comes from the source system.
    public string NameLine(SheetLine line) =>
        Name
        + ", line "
        + line.LineId
        + (
            string.IsNullOrWhiteSpace(line.Posted.Description)
                ? ""
                : $" ({Refusals.Sentence.Fit(line.Posted.Description!.Trim(), DescriptionLengthMax)})"
        );

    /// <summary>An amount with the currency of the contract, for sentences.</summary>
    public Money Amount(decimal amount) => new(amount, Currency);

    public void Warn(BillingWarningCode code, string? lineId, string sentence) => Warnings.Add(new BillingWarning(code, lineId, sentence));

    /// <summary>Adds a line.</summary>
    public void Add(SheetLine line)
    {
        Lines.Add(line);
        AddUp(line);
    }

    /// <summary>Adds up the lines again; required after a line is changed.</summary>
    public void AddUp()
    {
        RevisedSum = 0m;
        GrossToDate = 0m;
        StoredToDate = 0m;
        Lines.ForEach(AddUp);
    }

    private void AddUp(SheetLine line)
    {
        line.AddUp();
        RevisedSum += line.ScheduledValue;
        GrossToDate += line.Gross;
        StoredToDate += line.Stored;
    }

    /// <summary>Closes the sheet: returns its certified lines and totals what they hold.</summary>
    public ContinuationLine[] Certify()
    {
        var certified = new ContinuationLine[Lines.Count];
        decimal work = 0m,
            stored = 0m,
            punchList = 0m;
        var changes = ChangedSchedule();
        for (var index = 0; index < certified.Length; index++)
        {
            var line = Lines[index];
            if (line.ScheduledValue != line.Posted.ScheduledValue)
            {
                changes = changes.With(line.ScheduledValue - line.Posted.ScheduledValue);
            }

            certified[index] = line.Certify(IsCorrection);
            work += line.Held.Work;
            stored += line.Held.Stored;
            if (line.Held.PunchList != 0m)
            {
                punchList += line.Held.PunchList;
            }
        }

        HeldToDate = new BucketAmounts(work, stored, punchList);

        // The first application brings its lines with it and does not say which of them come from change orders.
        ChangeOrders = Ledger.IsScheduleUnknown ? ChangeOrderTotals.OfNet(RevisedSum - Ledger.OriginalContractSum) : changes;
        Lines.Clear();
        return certified;
    }

    // To date before the lines of the application: a split or a merge may change the total, though it should not.
    private ChangeOrderTotals ChangedSchedule()
    {
        var sum = Ledger.ContractSum();
        var totals = Ledger.ChangeOrdersAt(sum);
        return Application.ScheduleChanges.Count == 0 ? totals : totals.With(Schedule.Lines.Sum(line => line.ScheduledValue) - sum);
    }
}
