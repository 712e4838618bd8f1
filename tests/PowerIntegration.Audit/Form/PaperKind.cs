namespace PowerIntegration.Audit.Form;

/// <summary>Which document the payee's account gets.</summary>
public enum PaperKind
{
    /// <summary>An invoice.</summary>
    Standard,

    /// <summary>The supplier's credit memo.</summary>
    CreditMemo,

    /// <summary>Our debit memo.</summary>
    DebitMemo,

    /// <summary>A release of retainage: gross does not move.</summary>
    Release,
}
