using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Reasons;

/// <summary>Why the billing engine stops an application.</summary>
public static class BillingReasons
{
    /// <summary>A required term is missing; no default is assumed.</summary>
    public static ReasonCode TermsMissing { get; } = new("terms-missing", StopState.Refused, 70);

    /// <summary>Two terms conflict.</summary>
    public static ReasonCode TermsContradictory { get; } = new("terms-contradictory", StopState.Refused, 80);

    /// <summary>A rate or threshold is below zero or above 100 percent.</summary>
    public static ReasonCode RateOutOfRange { get; } = new("rate-out-of-range", StopState.Refused, 90);

    /// <summary>The opening balances of a running contract are not signed.</summary>
    public static ReasonCode OpeningNotSigned { get; } = new("opening-not-signed", StopState.Held, 100);

    /// <summary>The opening balances do not tie to Procore, Oracle and the retainage account.</summary>
    public static ReasonCode OpeningDiffers { get; } = new("opening-differs", StopState.Held, 110);

    /// <summary>The period ends before the period of the last posted application.</summary>
    public static ReasonCode PeriodBackward { get; } = new("date-before-previous", StopState.Refused, 265);

    /// <summary>A change of the schedule of values does not fit the ledger.</summary>
    public static ReasonCode ScheduleChangeUnusable { get; } = new("schedule-change-unusable", StopState.Refused, 310);

    /// <summary>Materials presently stored are below zero.</summary>
    public static ReasonCode StoredNegative { get; } = new("stored-negative", StopState.Refused, 340);

    /// <summary>The final application leaves stored materials.</summary>
    public static ReasonCode FinalWithStored { get; } = new("final-with-stored", StopState.Refused, 350);

    /// <summary>Previous work, work this period and stored materials are not the total to date.</summary>
    public static ReasonCode LineDoesNotAddUp { get; } = new("line-does-not-add-up", StopState.Refused, 360);

    /// <summary>An amount to date of a line is on the other side of zero than its scheduled value.</summary>
    public static ReasonCode LineOutOfRange { get; } = new("line-out-of-range", StopState.Refused, 365);

    /// <summary>The header does not match the lines or its own totals.</summary>
    public static ReasonCode CertificateDoesNotAddUp { get; } = new("certificate-does-not-add-up", StopState.Refused, 370);

    /// <summary>A cut on the header cannot be divided over the lines.</summary>
    public static ReasonCode HeaderCutUnusable { get; } = new("header-cut-unusable", StopState.Refused, 380);

    /// <summary>A line is billed over its scheduled value.</summary>
    public static ReasonCode Overbilled { get; } = new("overbilled", StopState.Held, 390);

    /// <summary>Stored materials moved differently from the terms.</summary>
    public static ReasonCode StoredModeDiffers { get; } = new("stored-mode-differs", StopState.Held, 400);

    /// <summary>Procore's previous application differs from what was posted.</summary>
    public static ReasonCode PreviousDiffers { get; } = new("previous-differs", StopState.Held, 410);

    /// <summary>Oracle has posted different amounts than the ledger.</summary>
    public static ReasonCode OracleBalanceDiffers { get; } = new("oracle-balance-differs", StopState.Held, 420);

    /// <summary>More retainage is held than the contract or the statute allows.</summary>
    public static ReasonCode RetainageAboveCap { get; } = new("retainage-above-cap", StopState.Held, 430);

    /// <summary>Retainage in Procore differs from the contract's terms.</summary>
    public static ReasonCode RetainageDiffers { get; } = new("retainage-differs", StopState.Held, 440);

    /// <summary>A release has no amount, an unknown line or a punch-list hold above it.</summary>
    public static ReasonCode ReleaseUnusable { get; } = new("release-unusable", StopState.Refused, 450);

    /// <summary>A release is above what is held.</summary>
    public static ReasonCode ReleaseAboveHeld { get; } = new("release-above-held", StopState.Refused, 460);

    /// <summary>A deduction has no amount, no account or no approval.</summary>
    public static ReasonCode DeductionIncomplete { get; } = new("deduction-incomplete", StopState.Held, 470);

    /// <summary>Oracle would withhold a different amount than the terms.</summary>
    public static ReasonCode OracleRetainageDiffers { get; } = new("oracle-retainage-differs", StopState.Held, 480);
}
