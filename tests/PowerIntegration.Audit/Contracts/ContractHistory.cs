namespace PowerIntegration.Audit.Contracts;

/// <summary>A whole contract: its terms, its lines as they first stood and its applications in order.</summary>
public sealed record ContractHistory
{
    /// <summary>Which contract of the run it is, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The terms.</summary>
    public required TermsSheet Terms { get; init; }

    /// <summary>The lines of the original contract.</summary>
    public required IReadOnlyList<LineSheet> Lines { get; init; }

    /// <summary>Lines that change orders added.</summary>
    public required IReadOnlyList<LineSheet> AddedLines { get; init; }

    /// <summary>The applications in order.</summary>
    public required IReadOnlyList<ApplicationSheet> Applications { get; init; }

    /// <summary>What every line earned in the end, told from what happened on it and not from its rows; cents, by line id.</summary>
    public required IReadOnlyDictionary<string, long> Earned { get; init; }
}
