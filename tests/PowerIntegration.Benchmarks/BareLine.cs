using System;
using PowerIntegration.Domain.Billing;

namespace PowerIntegration.Benchmarks;

/// <summary>The columns of one line and the least arithmetic that bills it: what any program must do.</summary>
public sealed class BareLine
{
    private decimal scheduled;
    private decimal workPrevious;
    private decimal workThisPeriod;
    private decimal stored;
    private decimal grossBefore;
    private decimal heldBefore;
    private decimal gross;
    private decimal heldOnWork;
    private decimal heldOnStored;
    private decimal percent;
    private decimal toFinish;
    private decimal payable;

    /// <summary>Takes the columns out of the engine's inputs.</summary>
    public static BareLine Of(ContractLine posted, ApplicationLine line) => new()
    {
        scheduled = posted.ScheduledValue,
        workPrevious = line.WorkPrevious!.Value,
        workThisPeriod = line.WorkThisPeriod!.Value,
        stored = line.MaterialsStored!.Value,
        grossBefore = posted.Posted.Gross,
        heldBefore = posted.Posted.Retainage.Total,
    };

    /// <summary>Bills the lines at ten per cent and adds up lines 3 to 9; gives line 8.</summary>
    public static decimal Bill(BareLine[] lines)
    {
        decimal contract = 0m, earned = 0m, held = 0m, before = 0m, paid = 0m;
        foreach (var line in lines)
        {
            line.gross = line.workPrevious + line.workThisPeriod + line.stored;
            line.heldOnWork = decimal.Round(0.10m * (line.workPrevious + line.workThisPeriod), 2, MidpointRounding.AwayFromZero);
            line.heldOnStored = decimal.Round(0.10m * line.stored, 2, MidpointRounding.AwayFromZero);
            line.percent = line.scheduled == 0m ? 0m : decimal.Round(100m * line.gross / line.scheduled, 2, MidpointRounding.AwayFromZero);
            line.toFinish = line.scheduled - line.gross;
            line.payable = line.gross - line.grossBefore - (line.heldOnWork + line.heldOnStored - line.heldBefore);
            contract += line.scheduled;
            earned += line.gross;
            held += line.heldOnWork + line.heldOnStored;
            before += line.grossBefore - line.heldBefore;
            paid += line.payable;
        }

        var due = earned - held - before;
        return due == paid && contract - (earned - held) >= 0m ? due : throw new InvalidOperationException("The loop does not add up.");
    }
}
