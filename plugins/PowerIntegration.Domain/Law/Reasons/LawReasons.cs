using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.Reasons;

/// <summary>What tax, the law of the place and the owner's payment stop.</summary>
public static class LawReasons
{
    /// <summary>A rule of the place lacks a figure that its kind needs.</summary>
    public static ReasonCode JurisdictionRuleIncomplete { get; } = new("jurisdiction-rule-incomplete", StopState.Refused, 490);

    /// <summary>Two rules of the place apply to one contract.</summary>
    public static ReasonCode JurisdictionRuleOverlap { get; } = new("jurisdiction-rule-overlap", StopState.Refused, 500);

    /// <summary>The contract does not say what a verified rule of the place depends on.</summary>
    public static ReasonCode JurisdictionFactMissing { get; } = new("jurisdiction-fact-missing", StopState.Held, 510);

    /// <summary>More is held back than a verified rule of the place allows.</summary>
    public static ReasonCode RetainageCapExceeded { get; } = new("retainage-cap-exceeded", StopState.Held, 520);

    /// <summary>The contract's terms of tax or withholding are incomplete or contradict each other.</summary>
    public static ReasonCode TaxTermMissing { get; } = new("tax-term-missing", StopState.Refused, 530);

    /// <summary>Tax comes from another place than the one that the contract names.</summary>
    public static ReasonCode TaxComputedTwice { get; } = new("tax-computed-twice", StopState.Held, 540);

    /// <summary>Oracle's tax differs from what the terms give.</summary>
    public static ReasonCode TaxDiffers { get; } = new("tax-differs", StopState.Held, 550);

    /// <summary>Materials exceed the payment from which tax is withheld.</summary>
    public static ReasonCode WithholdingBaseNegative { get; } = new("withholding-base-negative", StopState.Held, 560);

    /// <summary>A statutory holdback may not be paid out yet.</summary>
    public static ReasonCode HoldbackReleaseBlocked { get; } = new("holdback-release-blocked", StopState.Held, 570);

    /// <summary>A payment clause lacks the outside date or the days that make it work.</summary>
    public static ReasonCode PaymentTermMissing { get; } = new("payment-term-missing", StopState.Refused, 580);

    /// <summary>The owner's payment cannot be divided over what is outstanding.</summary>
    public static ReasonCode OwnerPaymentDiffers { get; } = new("owner-payment-differs", StopState.Refused, 590);
}
