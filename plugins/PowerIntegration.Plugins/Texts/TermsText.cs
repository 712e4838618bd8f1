using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Plugins.Texts;

/// <summary>Reads the terms of a contract. What is not written stays open; the engine names the term that it misses.</summary>
internal static class TermsText
{
    private enum RetainageKind
    {
        None,
        Flat,
        Split,
        PerLine,
        Frozen,
        LumpSum,
        Step,
        SlidingScale,
    }

    private enum NotedApplication
    {
        Posts,
        IsHeld,
    }

    /// <summary>Reads terms that say themselves to which contract they belong.</summary>
    public static ContractTerms Read(JsonFields fields) => Of(fields, fields.Text("contract"), fields.OptionalText("currency"));

    /// <summary>Reads the terms of a contract whose row says number and currency.</summary>
    public static ContractTerms Of(JsonFields fields, string number, string? currency) =>
        new()
        {
            ContractNumber = number,
            Currency = currency,
            Retainage = fields.Optional("retainage") is { } retainage ? Retainage(retainage) : null,
            RetainageCap = fields.Optional("retainageCap") is { } cap ? Limit(cap) : null,
            RetainageSource = fields.OptionalWord<RetainageSource>("retainageAmounts"),
            RetainageKeeper = fields.OptionalWord<RetainageKeeper>("retainageKeptBy"),
            StoredMaterials = fields.OptionalWord<StoredMaterials>("storedMaterials"),
            StaleStoragePeriods = fields.OptionalWhole("staleStoragePeriods"),
            OverbillingTolerance = fields.OptionalAmount("overbillingTolerance"),
            NegativeLines = fields.OptionalWord<NegativeLines>("negativeLines"),
            CreditDocument = fields.OptionalWord<CreditDocument>("creditDocument"),
            ResidualPlace = fields.OptionalWord<ResidualPlace>("roundingDifference"),
            PostsApprovedAsNoted = fields.OptionalWord<NotedApplication>("approvedAsNoted") is { } noted ? noted == NotedApplication.Posts : null,
        };

    // A kind that cannot be read is a problem already; the engine is not asked then.
    private static RetainageTerms? Retainage(JsonFields fields) =>
        fields.Text("kind").Length == 0
            ? null
            : fields.Word<RetainageKind>("kind") switch
            {
                RetainageKind.Flat => new RetainageTerms.Flat(fields.Rate("rate")),
                RetainageKind.Split => new RetainageTerms.Split(fields.Rate("workRate"), fields.OptionalRate("storedRate")),
                RetainageKind.PerLine => new RetainageTerms.PerLine(
                    fields.Rate("workRate"),
                    fields.Rate("storedRate"),
                    [.. fields.Objects("lines").Select(OwnRate)]
                ),
                RetainageKind.Frozen => new RetainageTerms.Frozen(),
                RetainageKind.LumpSum => new RetainageTerms.LumpSum(fields.Amount("amount")),
                RetainageKind.Step => Step(fields),
                RetainageKind.SlidingScale => new RetainageTerms.SlidingScale([.. fields.Objects("rules").Select(ScaleRule)]),
                _ => new RetainageTerms.None(fields.OptionalText("agreement")),
            };

    private static RetainageTerms.Step Step(JsonFields fields) =>
        new(
            fields.Rate("threshold"),
            fields.Rate("rateBefore"),
            fields.Rate("rateAfter"),
            fields.OptionalWord<StepReading>("reading"),
            fields.Word<BilledMeasure>("measure"),
            fields.Word<ContractSumBase>("sum")
        );

    private static LineRate OwnRate(JsonFields fields) =>
        new(fields.Text("line"), fields.OptionalRate("workRate"), fields.OptionalRate("storedRate"));

    private static SlidingScaleRule ScaleRule(JsonFields fields)
    {
        var rate = fields.Rate("rate");
        if (fields.Optional("upTo") is { } limit)
        {
            return new SlidingScaleRule(rate, Limit(limit));
        }

        fields.Text("upTo");
        return new SlidingScaleRule(rate, new RetainageLimit(LimitBase.Amount, 0m));
    }

    private static RetainageLimit Limit(JsonFields fields)
    {
        var kind = fields.Word<LimitBase>("of");
        return new RetainageLimit(kind, kind == LimitBase.Amount ? fields.Amount("value") : fields.Rate("value"));
    }
}
