using PowerIntegration.Domain.ContractBilling.Certificates;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Documents;

/// <summary>The journal of the movements: cost by task and line, retainage payable, the liability, deductions and reclassified cost.</summary>
internal static class JournalBuilder
{
    /// <summary>The entries. The proof checks that debits equal credits.</summary>
    public static List<JournalEntry> Of(
        BillingSheet sheet,
        ContinuationLine[] lines,
        IReadOnlyList<ReclassifiedCost> reclassified,
        Certificate certificate,
        decimal payable
    )
    {
        var entries = new List<JournalEntry>(lines.Length + 4);
        var released = 0m;
        foreach (var line in lines)
        {
            Add(entries, AccountRole.Cost, line.NormalMovement, line.Description ?? "Cost", line.LineId, line.Coding);
            if (line.Additional is { } additional)
            {
                Add(entries, AccountRole.Cost, additional.CatchUp, "Adjustment of an earlier application", line.LineId, line.Coding);
                released += additional.Released;
            }
        }

        Add(entries, AccountRole.RetainagePayable, -(certificate.RetainageMovement.Total + released), "Retainage withheld or reduced by the terms");
        Add(entries, AccountRole.RetainagePayable, released, "Retainage released");
        foreach (var deduction in sheet.Application.Deductions)
        {
            Add(entries, AccountRole.Deduction, -deduction.Amount, Sentence.Words(deduction.Kind) + " " + deduction.Name, account: deduction.Account);
        }

        Add(entries, AccountRole.Payable, -payable, "Payable to the vendor");
        Reclassify(entries, reclassified);
        return entries;
    }

    /// <summary>The posted cost that moves to another coding: none where nothing moves.</summary>
    public static IReadOnlyList<ReclassifiedCost> Reclassified(BillingSheet sheet, ContinuationLine[] lines)
    {
        if (sheet.Schedule.Reclassified.Count == 0)
        {
            return [];
        }

        var byId = lines.ToLookup(line => line.LineId, StringComparer.Ordinal);
        return
        [
            .. sheet
                .Schedule.Reclassified.Where(old => old.Posted.Gross != 0m)
                .SelectMany(old => byId[old.LineId].Select(line => new ReclassifiedCost(line.LineId, old.Coding, line.Coding, old.Posted.Gross))),
        ];
    }

    /// <summary>Adds both legs of every move.</summary>
    public static void Reclassify(List<JournalEntry> entries, IReadOnlyList<ReclassifiedCost> reclassified)
    {
        foreach (var moved in reclassified)
        {
            Add(entries, AccountRole.Cost, moved.Amount, "Reclassified from " + moved.From, moved.LineId, moved.To);
            Add(entries, AccountRole.Cost, -moved.Amount, "Reclassified to " + moved.To, moved.LineId, moved.From);
        }
    }

    // A debit is a positive amount, a credit a negative one; no entry is zero.
    private static void Add(
        List<JournalEntry> entries,
        AccountRole role,
        decimal amount,
        string description,
        string? lineId = null,
        string? coding = null,
        string? account = null
    )
    {
        if (amount != 0m)
        {
            entries.Add(
                new JournalEntry
                {
                    Role = role,
                    LineId = lineId,
                    Coding = coding,
                    Account = account,
                    Amount = amount,
                    Description = description,
                }
            );
        }
    }
}
