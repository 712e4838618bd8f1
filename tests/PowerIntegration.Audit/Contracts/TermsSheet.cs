namespace PowerIntegration.Audit.Contracts;

/// <summary>What the contract says about money. Rates are parts of a million, amounts are cents.</summary>
public sealed record TermsSheet
{
    /// <summary>How retainage is held.</summary>
    public required RetainageMode Retainage { get; init; }

    /// <summary>Rate on completed work; before the threshold, where there is one.</summary>
    public int WorkRate { get; init; }

    /// <summary>Rate on stored material; before the threshold, where there is one.</summary>
    public int StoredRate { get; init; }

    /// <summary>Rate after the threshold.</summary>
    public int ReducedRate { get; init; }

    /// <summary>Share of the base at which the step is reached.</summary>
    public int Threshold { get; init; }

    /// <summary>What the threshold is a share of.</summary>
    public ShareBase ThresholdBase { get; init; }

    /// <summary>Whether stored material counts towards the threshold.</summary>
    public bool StoredCounts { get; init; }

    /// <summary>The fixed amount of a lump sum.</summary>
    public long LumpSum { get; init; }

    /// <summary>The rules of a sliding scale, in order.</summary>
    public IReadOnlyList<ScaleRule> Scale { get; init; } = [];

    /// <summary>The most that may be held at all; none where the contract has no such limit.</summary>
    public HeldLimit? Cap { get; init; }

    /// <summary>The application from which nothing more is withheld by agreement; none where that never happens.</summary>
    public int? FrozenFrom { get; init; }

    /// <summary>True where the amounts held are the ones the application states.</summary>
    public bool RetainageFromSource { get; init; }

    /// <summary>True where what is credited goes onto a document of its own.</summary>
    public bool SplitsBySign { get; init; }

    /// <summary>Which document takes money back.</summary>
    public MemoKind Memo { get; init; }

    /// <summary>Tax; none where the contract has no tax.</summary>
    public TaxSheet? Tax { get; init; }
}
