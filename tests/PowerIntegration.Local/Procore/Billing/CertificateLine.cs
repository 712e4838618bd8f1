namespace PowerIntegration.Local.Procore.Billing;

/// <summary>
/// One row of the continuation sheet. Amounts in the commitment's currency; written apart from the product's own arithmetic, so that the two check
/// each other.
/// </summary>
/// <param name="ScheduledValue">Column C.</param>
/// <param name="FromPrevious">Column D, work of earlier applications.</param>
/// <param name="ThisPeriod">Column E, work of this period, including material installed now that was stored before.</param>
/// <param name="Stored">Column F, the balance of stored material at the end of the period.</param>
/// <param name="StoredBefore">Column F of the application before.</param>
/// <param name="WorkRetainageBefore">Held on work after the application before.</param>
/// <param name="StoredRetainageBefore">Held on stored material after the application before.</param>
/// <param name="Rate">Retainage rate of this period, 0.10 for ten percent.</param>
internal sealed record CertificateLine(
    decimal ScheduledValue,
    decimal FromPrevious,
    decimal ThisPeriod,
    decimal Stored,
    decimal StoredBefore,
    decimal WorkRetainageBefore,
    decimal StoredRetainageBefore,
    decimal Rate
)
{
    /// <summary>Released on work in this period.</summary>
    public decimal WorkReleased { get; init; }

    /// <summary>Released on stored material in this period.</summary>
    public decimal StoredReleased { get; init; }

    /// <summary>What a person entered as retained on work in this period; null where the rate decides.</summary>
    public decimal? WorkRetainedByHand { get; init; }

    /// <summary>What a person entered as held on stored material, before releases of this period; null where the rate decides.</summary>
    public decimal? StoredHeldByHand { get; init; }

    /// <summary>Column G.</summary>
    public decimal ToDate => FromPrevious + ThisPeriod + Stored;

    /// <summary>Column G of the application before.</summary>
    public decimal ToDateBefore => FromPrevious + StoredBefore;

    /// <summary>Column H.</summary>
    public decimal BalanceToFinish => ScheduledValue - ToDate;

    /// <summary>Column G in percent of C; 0 where nothing is scheduled.</summary>
    public decimal Percent => ScheduledValue == 0 ? 0 : Round(100 * ToDate / ScheduledValue);

    /// <summary>Retained on work in this period; below zero where work was taken out.</summary>
    public decimal WorkRetained => WorkRetainedByHand ?? Retained(FromPrevious, FromPrevious + ThisPeriod, WorkRetainageBefore - WorkReleased);

    /// <summary>Retained on stored material in this period; below zero where material left the balance.</summary>
    public decimal StoredRetained =>
        StoredHeldByHand is { } held ? held - StoredRetainageBefore : Retained(StoredBefore, Stored, StoredRetainageBefore - StoredReleased);

    /// <summary>Held on work to date, after releases.</summary>
    public decimal WorkRetainage => WorkRetainageBefore + WorkRetained - WorkReleased;

    /// <summary>Held on stored material to date, after releases.</summary>
    public decimal StoredRetainage => StoredRetainageBefore + StoredRetained - StoredReleased;

    /// <summary>What is billed of the line now.</summary>
    public decimal Movement => ToDate - ToDateBefore;

    /// <summary>The row of the next application before anything is billed in it.</summary>
    public CertificateLine Next() => new(ScheduledValue, FromPrevious + ThisPeriod, 0, Stored, Stored, WorkRetainage, StoredRetainage, Rate);

    /// <summary>The row with the rate lowered on everything that was held before: the difference shows as released in this period.</summary>
    /// <param name="rate">The new rate.</param>
    public CertificateLine Lowered(decimal rate) =>
        this with
        {
            Rate = rate,
            WorkReleased = Round(WorkRetainageBefore * (Rate - rate) / Rate),
            StoredReleased = Round(StoredRetainageBefore * (Rate - rate) / Rate),
        };

    /// <summary>Half away from zero, to the cent.</summary>
    public static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    // Rounded to date, so that cents do not add up over the periods. Where nothing is left to retain on, nothing stays held.
    private decimal Retained(decimal before, decimal now, decimal held) => now == 0 ? -Math.Max(0, held) : Round(Rate * now) - Round(Rate * before);
}
