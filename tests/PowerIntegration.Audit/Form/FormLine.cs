namespace PowerIntegration.Audit.Form;

/// <summary>One predicted row of the continuation sheet, in cents. The letters are the columns of the form.</summary>
public sealed record FormLine
{
    /// <summary>The stable id.</summary>
    public required string LineId { get; init; }

    /// <summary>Where the cost of this period is booked.</summary>
    public string? Coding { get; init; }

    /// <summary>Where the cost of the posted application before was booked.</summary>
    public string? PreviousCoding { get; init; }

    /// <summary>C.</summary>
    public long C { get; init; }

    /// <summary>C of the form before; nothing for a line that a change order added since.</summary>
    public long PreviousC { get; init; }

    /// <summary>D.</summary>
    public long D { get; internal set; }

    /// <summary>E.</summary>
    public long E { get; internal set; }

    /// <summary>F.</summary>
    public long F { get; init; }

    /// <summary>Held on completed work, after releases.</summary>
    public long HeldOnWork { get; internal set; }

    /// <summary>Held on stored material, after releases.</summary>
    public long HeldOnStored { get; internal set; }

    /// <summary>Held for the punch list: the part of releases that was not paid.</summary>
    public long HeldForPunchList { get; internal set; }

    /// <summary>The part of the gross that was in the source's D before and was never posted.</summary>
    public long CaughtUp { get; internal set; }

    /// <summary>Held for the punch list by the posted application before.</summary>
    public long PreviousPunchList { get; init; }

    /// <summary>G of the posted application before.</summary>
    public long PreviousG { get; init; }

    /// <summary>Held on work by the posted application before.</summary>
    public long PreviousHeldOnWork { get; init; }

    /// <summary>Held on stored material by the posted application before.</summary>
    public long PreviousHeldOnStored { get; init; }

    /// <summary>G = D + E + F.</summary>
    public long G => D + E + F;

    /// <summary>H = C - G.</summary>
    public long H => C - G;

    /// <summary>I, all that is held.</summary>
    public long Held => HeldOnWork + HeldOnStored + HeldForPunchList;

    /// <summary>G ÷ C in hundredths of a percent, half away from zero; none of nothing is zero.</summary>
    public long Percent => C == 0 ? 0 : Fraction.Rounded(G * 10_000, C);

    /// <summary>Gross of this period.</summary>
    public long Gross => G - PreviousG;

    /// <summary>Held more, or less, than before.</summary>
    public long HeldMore => Held - PreviousHeldOnWork - PreviousHeldOnStored - PreviousPunchList;

    /// <summary>Payable now.</summary>
    public long Payable => Gross - HeldMore;
}
