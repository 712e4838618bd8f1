using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Ledger;

namespace PowerIntegration.Domain.ContractBilling.Proofs;

/// <summary>Totals of everything that billing returns, each added up independently of the certificate.</summary>
internal sealed class ProofSums
{
    public ProofSums(ContinuationLine[] lines, IReadOnlyList<BillingDocument> documents, List<JournalEntry> journals)
    {
        Add(lines);
        foreach (var document in documents)
        {
            Add(document);
        }

        Add(journals);
    }

    /// <summary>Column C.</summary>
    public decimal Scheduled { get; private set; }

    /// <summary>Columns D, E and F.</summary>
    public decimal Completed { get; private set; }

    public decimal HeldOnWork { get; private set; }

    public decimal HeldOnStored { get; private set; }

    public decimal HeldForPunchList { get; private set; }

    /// <summary>Retainage of the lines, all buckets.</summary>
    public decimal Held => HeldOnWork + HeldOnStored + HeldForPunchList;

    /// <summary>The last column of the sheet, as it is printed.</summary>
    public decimal LinesPay { get; private set; }

    /// <summary>How far that column is wrong, line by line and without sign.</summary>
    public decimal LinesPayWrong { get; private set; }

    /// <summary>What the lines pay of a release.</summary>
    public decimal Released { get; private set; }

    /// <summary>Column H.</summary>
    public decimal Unfinished { get; private set; }

    /// <summary>Gross of the lines at the base.</summary>
    public decimal GrossBefore { get; private set; }

    /// <summary>Retainage of the lines at the base.</summary>
    public decimal HeldBefore { get; private set; }

    /// <summary>What the journal credits to the payable account.</summary>
    public decimal Credited { get; private set; }

    /// <summary>What the documents pay.</summary>
    public decimal Paid { get; private set; }

    public decimal DocumentAmounts { get; private set; }

    public decimal DocumentLines { get; private set; }

    public decimal Debits { get; private set; }

    public decimal Credits { get; private set; }

    // Every column in a local variable: a property that is read and written for each line takes half as long again.
    private void Add(ContinuationLine[] lines)
    {
        decimal scheduled = 0m,
            completed = 0m,
            heldOnWork = 0m,
            heldOnStored = 0m,
            punchList = 0m,
            unfinished = 0m,
            grossBefore = 0m,
            heldBefore = 0m,
            pay = 0m,
            wrong = 0m,
            released = 0m;
        foreach (var line in lines)
        {
            ref readonly var before = ref line.From;
            ref readonly var after = ref line.To;
            scheduled += line.ScheduledValue;
            completed += line.WorkPrevious + line.WorkThisPeriod + after.Stored;
            heldOnWork += after.Retainage.Work;
            heldOnStored += after.Retainage.Stored;
            if (after.Retainage.PunchList != 0m)
            {
                punchList += after.Retainage.PunchList;
            }

            unfinished += line.ScheduledValue - after.Gross;
            grossBefore += before.Gross;
            var held = before.Retainage.Work + before.Retainage.Stored + before.Retainage.PunchList;
            heldBefore += held;

            // As printed, and once more bucket by bucket: two wrong lines must not make up for each other.
            var printed = line.Movement.Payable;
            var own = after.Gross - before.Gross - (after.Retainage.Work + after.Retainage.Stored + after.Retainage.PunchList - held);
            pay += printed;
            if (printed != own)
            {
                wrong += System.Math.Abs(printed - own);
            }

            released += line.Released;
        }

        Scheduled = scheduled;
        Completed = completed;
        HeldOnWork = heldOnWork;
        HeldOnStored = heldOnStored;
        HeldForPunchList = punchList;
        Unfinished = unfinished;
        GrossBefore = grossBefore;
        HeldBefore = heldBefore;
        LinesPay = pay;
        LinesPayWrong = wrong;
        Released = released;
    }

    private void Add(BillingDocument document)
    {
        Paid += document.Amount - document.WithheldByOracle;
        DocumentAmounts += document.Amount;
        var lines = 0m;
        for (var index = 0; index < document.Lines.Count; index++)
        {
            lines += document.Lines[index].Amount;
        }

        DocumentLines += lines;
    }

    private void Add(List<JournalEntry> journals)
    {
        decimal debits = 0m,
            credits = 0m,
            payable = 0m;
        foreach (var entry in journals)
        {
            if (entry.Amount > 0m)
            {
                debits += entry.Amount;
            }
            else
            {
                credits -= entry.Amount;
            }

            if (entry.Role == AccountRole.Payable)
            {
                payable -= entry.Amount;
            }
        }

        Debits = debits;
        Credits = credits;
        Credited = payable;
    }
}
