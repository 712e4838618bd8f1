using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>The opening balances of a running commitment as its rows have them.</summary>
/// <param name="Ledger">The ledger that they make; without meaning where there are problems.</param>
/// <param name="Ties">To what they tie.</param>
/// <param name="Problems">What cannot be read, one sentence each.</param>
public sealed record OpeningEntry(ContractLedger Ledger, OpeningBalance Ties, IReadOnlyList<string> Problems)
{
    /// <summary>Gross to date of all lines.</summary>
    public decimal Gross => Ledger.Lines.Sum(line => line.Posted.Gross);

    /// <summary>Retainage held on all lines.</summary>
    public decimal Retainage => Ledger.Lines.Sum(line => line.Posted.Retainage.Total);

    /// <summary>What a signature is bound to: SHA-256, in lower-case hexadecimal, of every figure and word of header and lines.</summary>
    /// <param name="commitmentId">Row id of the commitment.</param>
    public string HashFor(Guid commitmentId)
    {
        var text = new CanonicalText()
            .Section("opening balances")
            .Field("contract", commitmentId.ToString("D"))
            .Field("currency", Ledger.Currency)
            .Field("original sum", Ledger.OriginalContractSum)
            .Field("last number", Ledger.LastPostedNumber)
            .Field("stored materials", Ledger.StoredMaterials?.ToString())
            .Field("threshold application", Ledger.Threshold?.ApplicationNumber)
            .Field("threshold amount", Ledger.Threshold?.Amount)
            .Field("date", Ties.Date)
            .Field("gross", Ties.Gross)
            .Field("retainage", Ties.Retainage)
            .Field("oracle gross", Ties.OracleGross)
            .Field("retainage account", Ties.RetainageAccount);
        foreach (var revision in Ledger.PostedRevisions)
        {
            text.Section("posted revision").Field("key", revision);
        }

        foreach (var line in Ledger.ClosedLines)
        {
            text.Section("closed line").Field("line", line.LineId);
        }

        foreach (var line in Ledger.Lines)
        {
            text.Section("line")
                .Field("line", line.LineId)
                .Field("description", line.Description)
                .Field("coding", line.Coding)
                .Field("closed", line.IsClosed)
                .Field("scheduled value", line.ScheduledValue)
                .Field("work retainage released", line.Released.Work)
                .Field("stored retainage released", line.Released.Stored)
                .Field("stored unchanged", line.StoredUnchangedPeriods);
            Balance(text, "posted", line.Posted);
            if (line.AtThreshold is { } passed)
            {
                Balance(text, "at threshold", passed);
            }
        }

        return text.Sha256();
    }

    private static void Balance(CanonicalText text, string name, LineBalance balance) =>
        text.Section(name)
            .Field("gross", balance.Gross)
            .Field("stored", balance.Stored)
            .Field("work retainage", balance.Retainage.Work)
            .Field("stored retainage", balance.Retainage.Stored)
            .Field("punch list retainage", balance.Retainage.PunchList);
}
