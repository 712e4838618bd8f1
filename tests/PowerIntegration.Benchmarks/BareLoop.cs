namespace PowerIntegration.Benchmarks;

/// <summary>
/// The least that bills a contract: one pass of decimals over columns C to I, and where the lines share one total, what sharing needs. It trusts its
/// input, looks nothing up and proves nothing but lines 8 and 9. Like the engine it keeps a line of results for every line and gives out something
/// for every line that moves, because a certificate and a document are what billing is for; it makes one small object where the engine makes a
/// document line, a journal entry and the next ledger's line.
/// </summary>
public static class BareLoop
{
    private const decimal Rate = 0.10m;
    private const decimal ReducedRate = 0.05m;
    private const decimal Limit = 0.02m;

    /// <summary>Bills the lines at ten percent, adds up lines 3 to 9, and gives line 8 once both ways to it agree.</summary>
    public static decimal Bill(BareColumns[] columns) => Bill(columns, null);

    /// <summary>
    /// The same at ten percent until two percent of the contract sum are held, then at five; the lines share the total by largest remainder.
    /// </summary>
    public static decimal BillShared(BareColumns[] columns)
    {
        decimal contract = 0m,
            earned = 0m;
        foreach (var line in columns)
        {
            contract += line.Scheduled;
            earned += line.WorkPrevious + line.WorkThisPeriod + line.Stored;
        }

        var limit = Round(Limit * contract);
        var held = Rate * earned <= limit ? Rate * earned : limit + (ReducedRate * (earned - (limit / Rate)));
        return Bill(columns, Share(columns, Round(held), earned));
    }

    private static decimal[] Share(BareColumns[] columns, decimal total, decimal earned)
    {
        var shares = new decimal[columns.Length];
        var remainders = new decimal[columns.Length];
        var order = new int[columns.Length];
        var left = total;
        for (var index = 0; index < shares.Length; index++)
        {
            var line = columns[index];
            var exact = total * (line.WorkPrevious + line.WorkThisPeriod + line.Stored) / earned;
            shares[index] = decimal.Floor(exact * 100m) / 100m;
            remainders[index] = shares[index] - exact;
            order[index] = index;
            left -= shares[index];
        }

        Array.Sort(remainders, order);
        for (var cent = 0; left > 0m; cent++)
        {
            shares[order[cent]] += 0.01m;
            left -= 0.01m;
        }

        return shares;
    }

    private static decimal Bill(BareColumns[] columns, decimal[]? shares)
    {
        var lines = new BareLine[columns.Length];
        var legs = new BareLeg[columns.Length];
        var legCount = 0;
        decimal contract = 0m,
            earned = 0m,
            held = 0m,
            before = 0m,
            paid = 0m,
            toFinish = 0m;
        for (var index = 0; index < lines.Length; index++)
        {
            var line = shares is null ? Bill(columns[index]) : Bill(columns[index], shares[index]);
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
        return Bill(columns, work + columns.Stored, Round(Rate * work), Round(Rate * columns.Stored));
    }

    private static BareLine Bill(BareColumns columns, decimal share)
    {
        var gross = columns.WorkPrevious + columns.WorkThisPeriod + columns.Stored;
        var onStored = Round(share * columns.Stored / gross);
        return Bill(columns, gross, share - onStored, onStored);
    }

    private static BareLine Bill(BareColumns columns, decimal gross, decimal heldOnWork, decimal heldOnStored) =>
        new()
        {
            LineId = columns.LineId,
            Scheduled = columns.Scheduled,
            WorkPrevious = columns.WorkPrevious,
            WorkThisPeriod = columns.WorkThisPeriod,
            Stored = columns.Stored,
            Gross = gross,
            Percent = columns.Scheduled == 0m ? 0m : Round(100m * gross / columns.Scheduled),
            ToFinish = columns.Scheduled - gross,
            HeldOnWork = heldOnWork,
            HeldOnStored = heldOnStored,
            GrossBefore = columns.GrossBefore,
            HeldBefore = columns.HeldBefore,
            Payable = gross - columns.GrossBefore - (heldOnWork + heldOnStored - columns.HeldBefore),
        };

    private static decimal Round(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);
}
