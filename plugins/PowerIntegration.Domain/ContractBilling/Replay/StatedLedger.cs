using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Domain.ContractBilling.Replay;

/// <summary>The balances that an application states: the base of the next one where the application itself cannot be billed.</summary>
public static class StatedLedger
{
    /// <summary>The ledger with the balances of the application. A line that it does not list keeps its balance.</summary>
    /// <param name="ledger">The ledger before.</param>
    /// <param name="entry">The application with its terms.</param>
    public static ContractLedger After(ContractLedger ledger, ReplayApplication entry)
    {
        var application = entry.Application;
        var stated = new Dictionary<string, ApplicationLine>(StringComparer.Ordinal);
        foreach (var line in application.Lines)
        {
            stated[line.LineId] = line;
        }

        var lines = ledger.Lines.Select(line => stated.TryGetValue(line.LineId, out var said) ? After(line, said, entry.Terms) : line).ToList();
        var listed = new HashSet<string>(ledger.Lines.Select(line => line.LineId), StringComparer.Ordinal);
        lines.AddRange(application.Lines.Where(line => listed.Add(line.LineId)).Select(line => After(New(line), line, entry.Terms)));
        return ledger with
        {
            Lines = lines,
            LastPostedNumber = application.Number,
            LastPeriodEnd = application.PeriodEnd ?? ledger.LastPeriodEnd,
            PostedRevisions = [.. ledger.PostedRevisions, application.RevisionKey],
            StoredMaterials = entry.Terms.StoredMaterials ?? ledger.StoredMaterials,
        };
    }

    /// <summary>Work completed to date as the line states it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="before">Its balance before, for a line that does not state its previous work.</param>
    /// <param name="stored">How stored materials carry into the next application.</param>
    internal static decimal WorkOf(ApplicationLine line, LineBalance before, StoredMaterials? stored) =>
        (line.WorkPrevious ?? (stored == StoredMaterials.AutoMove ? before.Gross : before.Work)) + (line.WorkThisPeriod ?? 0m);

    private static ContractLine New(ApplicationLine line) =>
        new()
        {
            LineId = line.LineId,
            Description = line.Description,
            Coding = line.Coding,
            ScheduledValue = 0m,
        };

    private static ContractLine After(ContractLine before, ApplicationLine line, ContractTerms terms)
    {
        var stored = line.MaterialsStored ?? 0m;
        return before with
        {
            ScheduledValue = line.ScheduledValue ?? before.ScheduledValue,
            Posted = new LineBalance(
                WorkOf(line, before.Posted, terms.StoredMaterials) + stored,
                new BucketAmounts(line.WorkRetainageHeld ?? before.Posted.Retainage.Work, line.StoredRetainageHeld ?? before.Posted.Retainage.Stored)
            )
            {
                Stored = stored,
            },
            Released =
                before.Released + new BucketAmounts(Math.Max(0m, line.WorkRetainageReleased ?? 0m), Math.Max(0m, line.StoredRetainageReleased ?? 0m)),
        };
    }
}
