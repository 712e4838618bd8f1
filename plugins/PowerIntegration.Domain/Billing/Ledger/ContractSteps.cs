using System;
using System.Collections.Generic;
using System.Linq;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Billing;

/// <summary>Lays one application over the ledger: one step for every line that either of them knows.</summary>
public static class ContractSteps
{
    /// <summary>
    /// Steps in the order of the invoice, then the ledger's lines that the invoice does not mention. Those keep their balance: missing is not zero.
    /// </summary>
    /// <param name="invoice">An invoice whose lines are complete: every line id and amount is there, and no line id stands twice.</param>
    /// <param name="ledger">The lines of the last posted document; empty where nothing was posted yet.</param>
    public static IReadOnlyList<LineStep> Of(SourceInvoice invoice, IReadOnlyList<LedgerLine> ledger)
    {
        var posted = ledger.ToDictionary(line => line.ProcoreLineId, StringComparer.Ordinal);
        var steps = new List<LineStep>();
        foreach (var line in invoice.Lines.OrderBy(line => line.LineNumber))
        {
            posted.TryGetValue(line.ProcoreLineId!, out var before);
            posted.Remove(line.ProcoreLineId!);
            steps.Add(Step(line, before));
        }

        steps.AddRange(ledger.Where(line => posted.ContainsKey(line.ProcoreLineId)).OrderBy(line => line.LineNumber).Select(Unchanged));
        Invariant.Require(steps.Count == invoice.Lines.Count + posted.Count, "Every line of the invoice and of the ledger has one step.");
        return steps;
    }

    private static LineStep Step(SourceInvoiceLine line, LedgerLine? before) => new()
    {
        ProcoreLineId = line.ProcoreLineId!,
        Description = line.Description,
        FlatCode = line.FlatCode,
        ScheduledValue = line.ScheduledValue!.Value,
        Before = before?.Balance ?? default,
        After = new LineBalance(
            line.WorkPrevious!.Value + line.WorkThisPeriod!.Value + line.MaterialsStored!.Value,
            new BucketAmounts(line.WorkRetainageHeld!.Value, line.StoredRetainageHeld!.Value)),
        Source = line,
    };

    private static LineStep Unchanged(LedgerLine line) => new()
    {
        ProcoreLineId = line.ProcoreLineId,
        Description = line.Description,
        FlatCode = line.FlatCode,
        ScheduledValue = line.ScheduledValue ?? 0m,
        Before = line.Balance,
        After = line.Balance,
    };
}
