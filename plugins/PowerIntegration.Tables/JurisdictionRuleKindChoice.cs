namespace PowerIntegration.Tables;

/// <summary>Values of the global choice <c>pint_jurisdictionrulekind</c>.</summary>
public static class JurisdictionRuleKindChoice
{
    /// <summary>Retainage cap.</summary>
    public const int RetainageCap = 723100000;

    /// <summary>Payment clause.</summary>
    public const int PaymentClause = 723100001;

    /// <summary>Payment days.</summary>
    public const int PaymentDays = 723100002;

    /// <summary>Retainage tax.</summary>
    public const int RetainageTax = 723100003;

    /// <summary>Withholding.</summary>
    public const int Withholding = 723100004;

    /// <summary>Reverse charge.</summary>
    public const int ReverseCharge = 723100005;

    /// <summary>Statutory holdback.</summary>
    public const int StatutoryHoldback = 723100006;

    /// <summary>Holdback release.</summary>
    public const int HoldbackRelease = 723100007;

    /// <summary>Retention trust.</summary>
    public const int RetentionTrust = 723100008;
}
