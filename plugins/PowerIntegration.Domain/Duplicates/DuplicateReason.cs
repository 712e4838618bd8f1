namespace PowerIntegration.Domain.Duplicates;

/// <summary>Why two invoices may be one.</summary>
public enum DuplicateReason
{
    /// <summary>The supplier's number is the same.</summary>
    SameNumber,

    /// <summary>The amount is the same within 45 days, from another source.</summary>
    SameAmountOtherSource,

    /// <summary>The amount is the same within 45 days, on another contract.</summary>
    SameAmountOtherContract,

    /// <summary>The amount is the same within 45 days, and one has no application number.</summary>
    SameAmountNoApplication,
}
