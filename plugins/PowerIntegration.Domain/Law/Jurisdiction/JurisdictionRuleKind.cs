namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>What a rule speaks about.</summary>
public enum JurisdictionRuleKind
{
    /// <summary>How much may be held back.</summary>
    RetainageCap,

    /// <summary>What a clause is worth that makes payment wait for the owner's.</summary>
    PaymentClause,

    /// <summary>Days within which somebody pays, gives notice or releases retainage.</summary>
    PaymentDays,

    /// <summary>When tax on the part held back is due.</summary>
    RetainageTax,

    /// <summary>Tax withheld from the supplier's payment.</summary>
    Withholding,

    /// <summary>Tax that the customer accounts for instead of paying it to the supplier.</summary>
    ReverseCharge,

    /// <summary>A share that statute obliges to hold back.</summary>
    StatutoryHoldback,

    /// <summary>When a statutory holdback is paid out.</summary>
    HoldbackRelease,

    /// <summary>Retention that is kept in trust for the supplier.</summary>
    RetentionTrust,
}
