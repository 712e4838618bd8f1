using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Domain.Texts;

/// <summary>Reads the terms of a contract. What is not written stays open; the engine names the term that it misses.</summary>
public static class TermsText
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

    /// <summary>Reads the terms of a contract of which number and currency are known.</summary>
    public static ContractTerms Of(JsonFields fields, string number, string? currency) =>
        Change(fields, new ContractTerms { ContractNumber = number, Currency = currency });

    /// <summary>Reads terms that change by agreement; what is not written stays as it was.</summary>
    public static ContractTerms Change(JsonFields fields, ContractTerms before) =>
        before with
        {
            Retainage = fields.Optional("retainage") is { } retainage ? Retainage(retainage) : before.Retainage,
            RetainageCap = fields.Optional("retainageCap") is { } cap ? Limit(cap) : before.RetainageCap,
            RetainageSource = fields.OptionalChoice<RetainageSource>("retainageAmounts") ?? before.RetainageSource,
            RetainageKeeper = fields.OptionalChoice<RetainageKeeper>("retainageKeptBy") ?? before.RetainageKeeper,
            StoredMaterials = fields.OptionalChoice<StoredMaterials>("storedMaterials") ?? before.StoredMaterials,
            StaleStoragePeriods = fields.OptionalWholeNumber("staleStoragePeriods") ?? before.StaleStoragePeriods,
            OverbillingTolerance = fields.OptionalAmount("overbillingTolerance") ?? before.OverbillingTolerance,
            NegativeLines = fields.OptionalChoice<NegativeLines>("negativeLines") ?? before.NegativeLines,
            CreditDocument = fields.OptionalChoice<CreditDocument>("creditDocument") ?? before.CreditDocument,
            ResidualPlace = fields.OptionalChoice<ResidualPlace>("roundingDifference") ?? before.ResidualPlace,
            PostsApprovedAsNoted = fields.OptionalChoice<NotedApplication>("approvedAsNoted") is { } noted
                ? noted == NotedApplication.Posts
                : before.PostsApprovedAsNoted,
        };

    // A kind that cannot be read is a problem already; the engine is not asked then.
    private static RetainageTerms? Retainage(JsonFields fields) =>
        fields.Text("kind").Length == 0
            ? null
            : fields.Choice<RetainageKind>("kind") switch
            {
                RetainageKind.Flat => new RetainageTerms.Flat(fields.Rate("rate")),
                RetainageKind.Split => new RetainageTerms.Split(fields.Rate("workRate"), fields.OptionalRate("storedRate")),
                RetainageKind.PerLine => new RetainageTerms.PerLine(
                    fields.Rate("workRate"),
                    fields.Rate("storedRate"),
                    [.. fields.Objects("lines", "line").Select(OwnRate)]
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
            fields.OptionalChoice<StepReading>("reading"),
            fields.Choice<BilledMeasure>("measure"),
            fields.Choice<ContractSumBase>("sum")
        );

    private static LineRate OwnRate(JsonFields fields) =>
        new(fields.Text("line"), fields.OptionalRate("workRate"), fields.OptionalRate("storedRate"));

    private static SlidingScaleRule ScaleRule(JsonFields fields)
    {
        var rate = fields.Rate("rate");
        return new SlidingScaleRule(rate, fields.Inside("upTo") is { } limit ? Limit(limit) : new RetainageLimit(LimitBase.Amount, 0m));
    }

    private static RetainageLimit Limit(JsonFields fields)
    {
        var kind = fields.Choice<LimitBase>("of");
        return new RetainageLimit(kind, kind == LimitBase.Amount ? fields.Amount("value") : fields.Rate("value"));
    }
}
