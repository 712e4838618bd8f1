using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Reasons;

/// <summary>Why tax, local law or the owner's payment stops a document.</summary>
public static class LawReasons
{
    /// <summary>A legal rule is missing a figure that its kind needs.</summary>
    public static ReasonCode JurisdictionRuleIncomplete { get; } = new("jurisdiction-rule-incomplete", StopState.Refused, 490);

    /// <summary>Two legal rules apply to one contract.</summary>
    public static ReasonCode JurisdictionRuleOverlap { get; } = new("jurisdiction-rule-overlap", StopState.Refused, 500);

    /// <summary>A fact that a verified rule depends on is missing.</summary>
    public static ReasonCode JurisdictionFactMissing { get; } = new("jurisdiction-fact-missing", StopState.Held, 510);

    /// <summary>Retainage is above the limit of a verified rule.</summary>
    public static ReasonCode RetainageCapExceeded { get; } = new("retainage-cap-exceeded", StopState.Held, 520);

    /// <summary>The tax or withholding tax terms are incomplete or conflict.</summary>
    public static ReasonCode TaxTermMissing { get; } = new("tax-term-missing", StopState.Refused, 530);

    /// <summary>Tax comes from another source than the terms state.</summary>
    public static ReasonCode TaxComputedTwice { get; } = new("tax-computed-twice", StopState.Held, 540);

    /// <summary>Oracle's tax differs from what the terms give.</summary>
    public static ReasonCode TaxDiffers { get; } = new("tax-differs", StopState.Held, 550);

    /// <summary>Materials exceed the payment subject to withholding tax.</summary>
    public static ReasonCode WithholdingBaseNegative { get; } = new("withholding-base-negative", StopState.Held, 560);

    /// <summary>A statutory holdback may not be paid out yet.</summary>
    public static ReasonCode HoldbackReleaseBlocked { get; } = new("holdback-release-blocked", StopState.Held, 570);

    /// <summary>A payment clause is missing its outside date or its days.</summary>
    public static ReasonCode PaymentTermMissing { get; } = new("payment-term-missing", StopState.Refused, 580);

    /// <summary>Payment waits for the owner's, and Payables has no hold for it.</summary>
    public static ReasonCode PaymentHoldMissing { get; } = new("payment-hold-missing", StopState.Refused, 585);

    /// <summary>Oracle has the invoice and refuses the payment hold, so it is not validated.</summary>
    public static ReasonCode PaymentHoldRefused { get; } = new("payment-hold-refused", StopState.Held, 587);

    /// <summary>The owner's payment cannot be divided over what is outstanding.</summary>
    public static ReasonCode OwnerPaymentDiffers { get; } = new("owner-payment-differs", StopState.Refused, 590);
}
