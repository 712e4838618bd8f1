using System.Collections.Generic;

namespace PowerIntegration.Domain.Billing;

/// <summary>The columns of everything that billing gives out, each added up by itself and not taken from a certificate.</summary>
internal sealed class ProofSums
{
    public ProofSums(ContinuationLine[] lines, IReadOnlyList<BillingDocument> documents, IReadOnlyList<JournalEntry> journals)
    {
        foreach (var line in lines)
        {
            Add(line);
        }

        foreach (var document in documents)
        {
            Add(document);
        }

        foreach (var entry in journals)
        {
            Debits += entry.Debit;
            Credits += entry.Credit;
        }
    }

    /// <summary>Column C.</summary>
    public decimal Scheduled { get; private set; }

    /// <summary>Columns D, E and F.</summary>
    public decimal Completed { get; private set; }

    public decimal HeldOnWork { get; private set; }

    public decimal HeldOnStored { get; private set; }

    public decimal HeldForPunchList { get; private set; }

    public decimal GrossMoved { get; private set; }

    public decimal RetainageMoved { get; private set; }

    /// <summary>Column H.</summary>
    public decimal Unfinished { get; private set; }

    /// <summary>Earned less retainage at the base from which the lines move.</summary>
    public decimal EarnedBefore { get; private set; }

    /// <summary>What the documents pay.</summary>
    public decimal Paid { get; private set; }

    public decimal DocumentAmounts { get; private set; }

    public decimal DocumentLines { get; private set; }

    public decimal Debits { get; private set; }

    public decimal Credits { get; private set; }

    /// <summary>Earned less retainage of a ledger's lines.</summary>
    public static decimal Earned(IReadOnlyList<ContractLine> lines)
    {
        var earned = 0m;
        foreach (var line in lines)
        {
            earned += line.Posted.EarnedLessRetainage;
        }

        return earned;
    }

    private void Add(ContinuationLine line)
    {
        Scheduled += line.ScheduledValue;
        Completed += line.WorkPrevious + line.WorkThisPeriod + line.MaterialsStored;
        HeldOnWork += line.After.Retainage.Work;
        HeldOnStored += line.After.Retainage.Stored;
        HeldForPunchList += line.After.Retainage.PunchList;
        GrossMoved += line.GrossMovement;
        RetainageMoved += line.RetainageMovement;
        Unfinished += line.BalanceToFinish;
        EarnedBefore += line.Before.EarnedLessRetainage;
    }

    private void Add(BillingDocument document)
    {
        Paid += document.Amount - document.WithheldByOracle;
        DocumentAmounts += document.Amount;
        foreach (var line in document.Lines)
        {
            DocumentLines += line.Amount;
        }
    }
}
