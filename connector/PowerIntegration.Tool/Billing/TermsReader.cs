using PowerIntegration.Domain.ContractBilling.Terms;

namespace PowerIntegration.Tool.Billing;

/// <summary>Reads the terms of a contract file. What is not written stays open; the engine says which term it misses.</summary>
internal static class TermsReader
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

    /// <summary>Reads the terms; what is not written keeps what held before.</summary>
    public static ContractTerms Read(ContractPlace place, ContractTerms before) =>
        before with
        {
            Retainage = place.PlaceOrNull("retainage") is { } retainage ? Retainage(retainage) : before.Retainage,
            RetainageCap = place.PlaceOrNull("retainageCap") is { } cap ? Limit(cap) : before.RetainageCap,
            RetainageSource = place.WordOrNull<RetainageSource>("retainageAmounts") ?? before.RetainageSource,
            RetainageKeeper = place.WordOrNull<RetainageKeeper>("retainageKeptBy") ?? before.RetainageKeeper,
            StoredMaterials = place.WordOrNull<StoredMaterials>("storedMaterials") ?? before.StoredMaterials,
            StaleStoragePeriods = place.IntegerOrNull("staleStoragePeriods") ?? before.StaleStoragePeriods,
            OverbillingTolerance = place.AmountOrNull("overbillingTolerance") ?? before.OverbillingTolerance,
            NegativeLines = place.WordOrNull<NegativeLines>("negativeLines") ?? before.NegativeLines,
            CreditDocument = place.WordOrNull<CreditDocument>("creditDocument") ?? before.CreditDocument,
            ResidualPlace = place.WordOrNull<ResidualPlace>("roundingDifference") ?? before.ResidualPlace,
            PostsApprovedAsNoted = place.WordOrNull<NotedApplication>("approvedAsNoted") is { } noted
                ? noted == NotedApplication.Posts
                : before.PostsApprovedAsNoted,
        };

    private static RetainageTerms Retainage(ContractPlace place) =>
        place.Word<RetainageKind>("kind") switch
        {
            RetainageKind.None => new RetainageTerms.None(place.TextOrNull("agreement")),
            RetainageKind.Flat => new RetainageTerms.Flat(place.Rate("rate")),
            RetainageKind.Split => new RetainageTerms.Split(place.Rate("workRate"), place.RateOrNull("storedRate")),
            RetainageKind.PerLine => new RetainageTerms.PerLine(
                place.Rate("workRate"),
                place.Rate("storedRate"),
                [.. place.Places("lines").Select(OwnRate)]
            ),
            RetainageKind.Frozen => new RetainageTerms.Frozen(),
            RetainageKind.LumpSum => new RetainageTerms.LumpSum(place.Amount("amount")),
            RetainageKind.Step => new RetainageTerms.Step(
                place.Rate("threshold"),
                place.Rate("rateBefore"),
                place.Rate("rateAfter"),
                place.WordOrNull<StepReading>("reading"),
                place.Word<BilledMeasure>("measure"),
                place.Word<ContractSumBase>("sum")
            ),
            _ => new RetainageTerms.SlidingScale([
                .. place.Places("rules").Select(rule => new SlidingScaleRule(rule.Rate("rate"), Limit(rule.Place("upTo")))),
            ]),
        };

    private static LineRate OwnRate(ContractPlace place) => new(place.Text("line"), place.RateOrNull("workRate"), place.RateOrNull("storedRate"));

    private static RetainageLimit Limit(ContractPlace place)
    {
        var kind = place.Word<LimitBase>("of");
        return new RetainageLimit(kind, kind == LimitBase.Amount ? place.Amount("value") : place.Rate("value"));
    }
}
