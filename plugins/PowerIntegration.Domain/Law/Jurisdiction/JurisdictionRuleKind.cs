namespace PowerIntegration.Domain.Law.Jurisdiction;

/// <summary>What a rule is about.</summary>
public enum JurisdictionRuleKind
{
    /// <summary>Maximum retainage.</summary>
    RetainageCap,

    /// <summary>The effect of a clause that makes payment wait for the owner's payment.</summary>
    PaymentClause,

    /// <summary>Days to pay, give notice or release retainage.</summary>
    PaymentDays,

    /// <summary>When tax on retainage is due.</summary>
    RetainageTax,

    /// <summary>Tax withheld from the vendor's payment.</summary>
    Withholding,

    /// <summary>Tax that the customer accounts for instead of paying it to the vendor.</summary>
    ReverseCharge,

    /// <summary>A share that must be withheld by statute.</summary>
    StatutoryHoldback,

    /// <summary>When a statutory holdback is paid out.</summary>
    HoldbackRelease,

    /// <summary>Retainage that is kept in trust for the vendor.</summary>
    RetentionTrust,
}
