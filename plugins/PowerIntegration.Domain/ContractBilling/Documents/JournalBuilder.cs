using PowerIntegration.Domain.ContractBilling.Certificates;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Documents;

/// <summary>Posts the movements: cost by task and line, retainage payable, the payee's liability, deductions and reclassified cost.</summary>
internal static class JournalBuilder
{
    /// <summary>The legs. That debits and credits are equal is one of the identities of the proof.</summary>
    public static List<JournalEntry> Of(BillingSheet sheet, ContinuationLine[] lines, Certificate certificate, decimal payable)
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

        Add(
            entries,
            AccountRole.RetainagePayable,
            -(certificate.RetainageMovement.Total + released),
            "Retainage withheld, or given back by the terms"
        );
        Add(entries, AccountRole.RetainagePayable, released, "Retainage released");
        foreach (var deduction in sheet.Application.Deductions)
        {
            Add(entries, AccountRole.Deduction, -deduction.Amount, Sentence.Words(deduction.Kind) + " " + deduction.Name, account: deduction.Account);
        }

        Add(entries, AccountRole.Payable, -payable, "Payable to the payee");
        Reclassify(entries, sheet, lines);
        return entries;
    }

    private static void Reclassify(List<JournalEntry> entries, BillingSheet sheet, ContinuationLine[] lines)
    {
        if (sheet.Schedule.Reclassified.Count == 0)
        {
            return;
        }

        var byId = lines.ToLookup(line => line.LineId, StringComparer.Ordinal);
        foreach (var old in sheet.Schedule.Reclassified)
        {
            foreach (var line in byId[old.LineId])
            {
                Add(entries, AccountRole.Cost, old.Posted.Gross, "Reclassified from " + old.Coding, line.LineId, line.Coding);
                Add(entries, AccountRole.Cost, -old.Posted.Gross, "Reclassified to " + line.Coding, line.LineId, old.Coding);
            }
        }
    }

    // A debit is given as a positive amount, a credit as a negative one; no leg is zero.
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
