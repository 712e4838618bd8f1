namespace PowerIntegration.Audit.Contracts;

/// <summary>Which document takes money back.</summary>
public enum MemoKind
{
    /// <summary>The supplier's.</summary>
    Credit,

    /// <summary>Our own.</summary>
    Debit,
}
