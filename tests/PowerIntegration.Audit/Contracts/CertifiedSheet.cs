namespace PowerIntegration.Audit.Contracts;

/// <summary>The certified lines of the header, in cents; those that are not there were not certified.</summary>
public sealed record CertifiedSheet
{
    /// <summary>Original contract sum.</summary>
    public long? Line1 { get; init; }

    /// <summary>Net change by change orders.</summary>
    public long? Line2 { get; init; }

    /// <summary>Contract sum to date.</summary>
    public long? Line3 { get; init; }

    /// <summary>Total completed and stored to date.</summary>
    public long? Line4 { get; init; }

    /// <summary>Total retainage.</summary>
    public long? Line5 { get; init; }

    /// <summary>Less previous certificates.</summary>
    public long? Line7 { get; init; }

    /// <summary>Current payment due.</summary>
    public long? Line8 { get; init; }

    /// <summary>True where the header is the one before the cut, as the source states it.</summary>
    public bool IsBeforeCut { get; init; }

    /// <summary>True where line 8 is all that says how much is certified.</summary>
    public bool IsLine8Alone => Line8 is not null && Line4 is null && Line5 is null;
}
