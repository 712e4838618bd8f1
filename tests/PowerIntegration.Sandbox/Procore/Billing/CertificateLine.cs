using System;

namespace PowerIntegration.Sandbox.Procore.Billing;

/// <summary>One row of the continuation sheet. Amounts in the commitment's currency; written apart from the product's own arithmetic, so that the two check each other.</summary>
/// <param name="ScheduledValue">Column C.</param>
/// <param name="FromPrevious">Column D, work of earlier applications.</param>
/// <param name="ThisPeriod">Column E, work of this period, including material installed now that was stored before.</param>
/// <param name="Stored">Column F, the balance of stored material at the end of the period.</param>
/// <param name="StoredBefore">Column F of the application before.</param>
/// <param name="WorkRetainageBefore">Held on work after the application before.</param>
/// <param name="StoredRetainageBefore">Held on stored material after the application before.</param>
/// <param name="Rate">Retainage rate, 0.10 for ten per cent.</param>
internal sealed record CertificateLine(
    decimal ScheduledValue,
    decimal FromPrevious,
    decimal ThisPeriod,
    decimal Stored,
    decimal StoredBefore,
    decimal WorkRetainageBefore,
    decimal StoredRetainageBefore,
    decimal Rate)
{
    /// <summary>Column G.</summary>
    public decimal ToDate => FromPrevious + ThisPeriod + Stored;

    /// <summary>Column G of the application before.</summary>
    public decimal ToDateBefore => FromPrevious + StoredBefore;

    /// <summary>Column H.</summary>
    public decimal BalanceToFinish => ScheduledValue - ToDate;

    /// <summary>Column G in per cent of C; 0 where nothing is scheduled.</summary>
    public decimal Percent => ScheduledValue == 0 ? 0 : Round(100 * ToDate / ScheduledValue);

    /// <summary>Held on work to date.</summary>
    public decimal WorkRetainage => Round(Rate * (FromPrevious + ThisPeriod));

    /// <summary>Held on stored material to date.</summary>
    public decimal StoredRetainage => Round(Rate * Stored);

    /// <summary>What is billed of the line now.</summary>
    public decimal Movement => ToDate - ToDateBefore;

    /// <summary>The row of the next application before anything is billed in it.</summary>
    public CertificateLine Next() => this with
    {
        FromPrevious = FromPrevious + ThisPeriod,
        ThisPeriod = 0,
        StoredBefore = Stored,
        WorkRetainageBefore = WorkRetainage,
        StoredRetainageBefore = StoredRetainage,
    };

    private static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
