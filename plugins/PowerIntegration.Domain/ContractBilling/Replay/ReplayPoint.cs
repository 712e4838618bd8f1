namespace PowerIntegration.Domain.ContractBilling.Replay;

/// <summary>What a contract had billed and held with one application.</summary>
internal sealed record ReplayPoint
{
    /// <summary>Total completed and stored to date.</summary>
    public required decimal Gross { get; init; }

    /// <summary>The part of it that is stored materials.</summary>
    public required decimal Stored { get; init; }

    /// <summary>Contract sum to date.</summary>
    public required decimal ContractSum { get; init; }

    /// <summary>The gross of the lines whose retainage is counted: all of them, or those that no person overrode.</summary>
    public required decimal CountedGross { get; init; }

    /// <summary>The part of it that is stored materials.</summary>
    public required decimal CountedStored { get; init; }

    /// <summary>Retainage held on those lines.</summary>
    public required decimal Held { get; init; }

    /// <summary>The part of it on stored materials; null where only the total is known.</summary>
    public decimal? HeldOnStored { get; init; }

    /// <summary>The gross of counted lines without stored materials.</summary>
    public decimal WorkOnlyGross { get; init; }

    /// <summary>Retainage held on those; null where retainage is not known by line.</summary>
    public decimal? WorkOnlyHeld { get; init; }

    /// <summary>How far rounding may have moved the held amount.</summary>
    public required decimal Tolerance { get; init; }

    /// <summary>Work completed to date.</summary>
    public decimal Work => Gross - Stored;

    /// <summary>Work on the counted lines.</summary>
    public decimal CountedWork => CountedGross - CountedStored;
}
