namespace PowerIntegration.Domain.Refusals;

/// <summary>Wire spelling and resulting state of every reason code.</summary>
public static class ReasonCodes
{
    private static readonly Dictionary<ReasonCode, Entry> Entries = new()
    {
        [ReasonCode.DocumentNotFound] = new("document-not-found", StopState.Refused),
        [ReasonCode.InputUnusable] = new("input-unusable", StopState.Refused),
        [ReasonCode.DocumentState] = new("document-state", StopState.Refused),
        [ReasonCode.ConfigurationNotActive] = new("configuration-not-active", StopState.Held),
        [ReasonCode.OwnershipMissing] = new("ownership-missing", StopState.Held),
        [ReasonCode.OwnershipAmbiguous] = new("ownership-ambiguous", StopState.Held),
        [ReasonCode.TermsMissing] = new("terms-missing", StopState.Refused),
        [ReasonCode.TermsContradictory] = new("terms-contradictory", StopState.Refused),
        [ReasonCode.RateOutOfRange] = new("rate-out-of-range", StopState.Refused),
        [ReasonCode.OpeningNotSigned] = new("opening-not-signed", StopState.Held),
        [ReasonCode.OpeningDiffers] = new("opening-differs", StopState.Held),
        [ReasonCode.SourceVoid] = new("source-void", StopState.Refused),
        [ReasonCode.ProcoreUndecided] = new("procore-undecided", StopState.Held),
        [ReasonCode.DecisionRecorded] = new("decision-recorded", StopState.Held),
        [ReasonCode.ProcoreApprovalMissing] = new("procore-approval-missing", StopState.Held),
        [ReasonCode.EarlierRevisionInFlight] = new("earlier-revision-in-flight", StopState.Held),
        [ReasonCode.OutOfOrder] = new("out-of-order", StopState.Held),
        [ReasonCode.PredecessorNotPosted] = new("predecessor-not-posted", StopState.Held),
        [ReasonCode.PredecessorMissing] = new("predecessor-missing", StopState.Held),
        [ReasonCode.ReversalOutOfOrder] = new("reversal-out-of-order", StopState.Refused),
        [ReasonCode.SecondPersonRequired] = new("second-person-required", StopState.Held),
        [ReasonCode.LinesMissing] = new("lines-missing", StopState.Refused),
        [ReasonCode.TooManyLines] = new("too-many-lines", StopState.Refused),
        [ReasonCode.LineIdMissing] = new("line-id-missing", StopState.Refused),
        [ReasonCode.LineRepeated] = new("line-repeated", StopState.Refused),
        [ReasonCode.DateMissing] = new("date-missing", StopState.Refused),
        [ReasonCode.AmountMissing] = new("amount-missing", StopState.Refused),
        [ReasonCode.CurrencyUnknown] = new("currency-unknown", StopState.Refused),
        [ReasonCode.CurrencyDiffers] = new("currency-differs", StopState.Held),
        [ReasonCode.AmountTooPrecise] = new("amount-too-precise", StopState.Refused),
        [ReasonCode.ScheduleChangeUnusable] = new("schedule-change-unusable", StopState.Refused),
        [ReasonCode.InvoiceNumberUnusable] = new("invoice-number-unusable", StopState.Refused),
        [ReasonCode.PossibleDuplicate] = new("possible-duplicate", StopState.Held),
        [ReasonCode.StoredNegative] = new("stored-negative", StopState.Refused),
        [ReasonCode.FinalWithStored] = new("final-with-stored", StopState.Refused),
        [ReasonCode.LineDoesNotAddUp] = new("line-does-not-add-up", StopState.Refused),
        [ReasonCode.CertificateDoesNotAddUp] = new("certificate-does-not-add-up", StopState.Refused),
        [ReasonCode.HeaderCutUnusable] = new("header-cut-unusable", StopState.Refused),
        [ReasonCode.Overbilled] = new("overbilled", StopState.Held),
        [ReasonCode.StoredModeDiffers] = new("stored-mode-differs", StopState.Held),
        [ReasonCode.PreviousDiffers] = new("previous-differs", StopState.Held),
        [ReasonCode.OracleBalanceDiffers] = new("oracle-balance-differs", StopState.Held),
        [ReasonCode.RetainageAboveCap] = new("retainage-above-cap", StopState.Held),
        [ReasonCode.RetainageDiffers] = new("retainage-differs", StopState.Held),
        [ReasonCode.ReleaseUnusable] = new("release-unusable", StopState.Refused),
        [ReasonCode.ReleaseAboveHeld] = new("release-above-held", StopState.Refused),
        [ReasonCode.DeductionIncomplete] = new("deduction-incomplete", StopState.Held),
        [ReasonCode.OracleRetainageDiffers] = new("oracle-retainage-differs", StopState.Held),
        [ReasonCode.JurisdictionRuleIncomplete] = new("jurisdiction-rule-incomplete", StopState.Refused),
        [ReasonCode.JurisdictionRuleOverlap] = new("jurisdiction-rule-overlap", StopState.Refused),
        [ReasonCode.JurisdictionFactMissing] = new("jurisdiction-fact-missing", StopState.Held),
        [ReasonCode.RetainageCapExceeded] = new("retainage-cap-exceeded", StopState.Held),
        [ReasonCode.TaxTermMissing] = new("tax-term-missing", StopState.Refused),
        [ReasonCode.TaxComputedTwice] = new("tax-computed-twice", StopState.Held),
        [ReasonCode.TaxDiffers] = new("tax-differs", StopState.Held),
        [ReasonCode.WithholdingBaseNegative] = new("withholding-base-negative", StopState.Held),
        [ReasonCode.HoldbackReleaseBlocked] = new("holdback-release-blocked", StopState.Held),
        [ReasonCode.PaymentTermMissing] = new("payment-term-missing", StopState.Refused),
        [ReasonCode.OwnerPaymentDiffers] = new("owner-payment-differs", StopState.Refused),
        [ReasonCode.WbsUnmapped] = new("wbs-unmapped", StopState.Refused),
        [ReasonCode.WbsAmbiguous] = new("wbs-ambiguous", StopState.Refused),
        [ReasonCode.TaskUnknown] = new("task-unknown", StopState.Refused),
        [ReasonCode.TaskNotLowestLevel] = new("task-not-lowest-level", StopState.Refused),
        [ReasonCode.TaskNotChargeable] = new("task-not-chargeable", StopState.Refused),
        [ReasonCode.TaskNotOpen] = new("task-not-open", StopState.Refused),
        [ReasonCode.NoPurchaseOrderLine] = new("no-purchase-order-line", StopState.Held),
        [ReasonCode.PurchaseOrderCodingMissing] = new("purchase-order-coding-missing", StopState.Held),
        [ReasonCode.CodingDiffersFromPurchaseOrder] = new("coding-differs-from-purchase-order", StopState.Refused),
        [ReasonCode.NoOpenPeriod] = new("no-open-period", StopState.Held),
        [ReasonCode.PayloadChangedAfterSend] = new("payload-changed-after-send", StopState.Held),
        [ReasonCode.PayloadDiffers] = new("payload-differs", StopState.Held),
        [ReasonCode.ReadBackMissing] = new("read-back-missing", StopState.Held),
        [ReasonCode.ReadBackUnreadable] = new("read-back-unreadable", StopState.Held),
        [ReasonCode.OracleRefused] = new("oracle-refused", StopState.Refused),
        [ReasonCode.OracleDiffers] = new("oracle-differs", StopState.Held),
    };

    /// <summary>The code as rows, outputs and people carry it, such as <c>wbs-unmapped</c>.</summary>
    public static string ToWire(ReasonCode code) => Entries[code].Wire;

    /// <summary>Whether the document waits for a cause to go (Held) or for a person (Refused).</summary>
    public static StopState StateOf(ReasonCode code) => Entries[code].State;

    /// <summary>Reads a wire spelling; false where no code is spelt so.</summary>
    public static bool TryParse(string? wire, out ReasonCode code)
    {
        foreach (var entry in Entries)
        {
            if (string.Equals(entry.Value.Wire, wire, StringComparison.Ordinal))
            {
                code = entry.Key;
                return true;
            }
        }

        code = default;
        return false;
    }

    private sealed record Entry(string Wire, StopState State);
}
