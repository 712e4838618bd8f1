using System;

namespace PowerIntegration.Benchmarks;

/// <summary>
/// The least that bills a contract: one pass of decimals over columns C to I. It trusts its input, looks nothing up, knows one flat rate and proves
/// nothing but line 8. Like the engine it keeps a line of results for every line and gives out something for every line that moves, because a
/// certificate and a document are what billing is for; it makes one small object where the engine makes a document line, a journal entry and the next
/// ledger's line.
/// </summary>
public static class BareLoop
{
    private const decimal Rate = 0.10m;

    /// <summary>Bills the lines at ten per cent, adds up lines 3 to 9, and gives line 8 once both ways to it agree.</summary>
    public static decimal Bill(BareColumns[] columns)
    {
        var lines = new BareLine[columns.Length];
        var legs = new BareLeg[columns.Length];
        var legCount = 0;
        decimal contract = 0m, earned = 0m, held = 0m, before = 0m, paid = 0m, toFinish = 0m;
        for (var index = 0; index < lines.Length; index++)
        {
            var line = Bill(columns[index]);
            lines[index] = line;
            contract += line.Scheduled;
            earned += line.Gross;
            held += line.HeldOnWork + line.HeldOnStored;
            before += line.GrossBefore - line.HeldBefore;
            paid += line.Payable;
            toFinish += line.ToFinish;
            if (line.Gross != line.GrossBefore)
            {
                legs[legCount++] = new BareLeg(line.LineId, line.Gross - line.GrossBefore);
            }
        }

        var due = earned - held - before;
        return due == paid && contract - (earned - held) == toFinish + held ? due : throw new InvalidOperationException("The loop does not add up.");
    }

    private static BareLine Bill(BareColumns columns)
    {
        var work = columns.WorkPrevious + columns.WorkThisPeriod;
        var gross = work + columns.Stored;
        var heldOnWork = decimal.Round(Rate * work, 2, MidpointRounding.AwayFromZero);
        var heldOnStored = decimal.Round(Rate * columns.Stored, 2, MidpointRounding.AwayFromZero);
        return new BareLine
        {
            LineId = columns.LineId,
            Scheduled = columns.Scheduled,
            WorkPrevious = columns.WorkPrevious,
            WorkThisPeriod = columns.WorkThisPeriod,
            Stored = columns.Stored,
            Gross = gross,
            Percent = columns.Scheduled == 0m ? 0m : decimal.Round(100m * gross / columns.Scheduled, 2, MidpointRounding.AwayFromZero),
            ToFinish = columns.Scheduled - gross,
            HeldOnWork = heldOnWork,
            HeldOnStored = heldOnStored,
            GrossBefore = columns.GrossBefore,
            HeldBefore = columns.HeldBefore,
            Payable = gross - columns.GrossBefore - (heldOnWork + heldOnStored - columns.HeldBefore),
        };
    }
}
