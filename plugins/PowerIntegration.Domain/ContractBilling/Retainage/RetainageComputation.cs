using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling.Retainage;

/// <summary>
/// Sets the retainage that every line holds with this application: the approved amounts of the source, checked against the terms, or the amounts of
/// the terms.
/// </summary>
internal static class RetainageComputation
{
    public static void Run(BillingSheet sheet, RefusalList refusals)
    {
        if (sheet.Terms.Retainage is RetainageTerms.SlidingScale scale)
        {
            refusals.Add(SlidingScale.Check(scale, sheet));
        }

        var entitled = Entitlement.Of(sheet);
        var isSource = sheet.Terms.RetainageSource == RetainageSource.Source && sheet.Application.Lines.Count > 0;
        if (isSource)
        {
            FromSource(sheet, entitled);
            Compare(sheet, entitled, refusals);
        }
        else
        {
            ByTerms(sheet, entitled);
        }

        Cap(sheet, refusals);
    }

    private static void ByTerms(BillingSheet sheet, Func<int, BucketAmounts> entitled)
    {
        var held = LastingReleases.Left(sheet, entitled);
        for (var index = 0; index < sheet.Lines.Count; index++)
        {
            if (sheet.Application.Lines.Count > 0 || IsDeleted(sheet, sheet.Lines[index]))
            {
                sheet.Lines[index].Held = held(index);
            }
        }
    }

    private static bool IsDeleted(BillingSheet sheet, SheetLine line) => sheet.Schedule.Deleted.ContainsKey(line.LineId);

    private static void FromSource(BillingSheet sheet, Func<int, BucketAmounts> entitled)
    {
        var reading = ReadingOf(sheet, entitled);
        for (var index = 0; index < sheet.Lines.Count; index++)
        {
            if (sheet.Lines[index].Source is { } source)
            {
                FromSource(sheet, sheet.Lines[index], source, entitled(index), reading);
            }
        }
    }

    private static void FromSource(BillingSheet sheet, SheetLine line, ApplicationLine source, BucketAmounts entitled, ReleaseReading reading)
    {
        line.Held = new BucketAmounts(source.WorkRetainageHeld!.Value, source.StoredRetainageHeld!.Value, line.Held.PunchList) - line.HeldOnCut;
        if (reading == ReleaseReading.ByTerms || (source.WorkRetainageReleased is null && source.StoredRetainageReleased is null))
        {
            return;
        }

        var said = new BucketAmounts(source.WorkRetainageReleased ?? 0m, source.StoredRetainageReleased ?? 0m);
        var released =
            reading == ReleaseReading.ByLine ? Released(ToleranceOf(sheet, source), said, LastingReleases.Left(line, entitled) - line.Held) : said;
        line.Release(released, released.Total);
    }

    // By work and stored materials first. Where material was installed since a release, the source may keep what is left of that release in the
    // other part than the terms do; then the line as a whole says how much is released now.
    private static BucketAmounts Released(decimal tolerance, BucketAmounts said, BucketAmounts missing)
    {
        decimal work = Released(tolerance, said.Work, missing.Work),
            stored = Released(tolerance, said.Stored, missing.Stored);
        var rest = Math.Max(0m, Released(tolerance, said.Total, missing.Total) - work - stored);
        var more = Math.Min(rest, Math.Max(0m, said.Work - work));
        return new BucketAmounts(work + more, stored + Math.Min(rest - more, Math.Max(0m, said.Stored - stored)));
    }

    // Each part of a breakdown was rounded by itself.
    private static decimal ToleranceOf(BillingSheet sheet, ApplicationLine source) =>
        RetainageTolerance.Of(sheet.Application.Number, sheet.Currency) * source.PartCount;

    // The stated release, limited to what is held less than by the terms.
    private static decimal Released(decimal tolerance, decimal said, decimal missing)
    {
        if (said == 0m || Math.Abs(missing - said) <= tolerance)
        {
            return said;
        }

        return missing <= tolerance ? 0m : Math.Min(said, missing);
    }

    // A source has one way to lower what is held. Only the part below the terms is a release; the rest is returned by the terms.
    private static ReleaseReading ReadingOf(BillingSheet sheet, Func<int, BucketAmounts> entitled) =>
        IsByLine(sheet) || sheet.Terms.Retainage is RetainageTerms.Step { Reading: StepReading.WholeBalance } ? ReleaseReading.ByLine
        : IsGivenBackByTerms(sheet, entitled) ? ReleaseReading.ByTerms
        : ReleaseReading.AsSaid;

    private static bool IsGivenBackByTerms(BillingSheet sheet, Func<int, BucketAmounts> entitled)
    {
        var left = LastingReleases.Left(sheet, entitled);
        decimal expected = 0m,
            held = 0m;
        for (var index = 0; index < sheet.Lines.Count; index++)
        {
            var line = sheet.Lines[index];
            expected += left(index).Total;
            held += line.Source is { } source
                ? source.WorkRetainageHeld!.Value + source.StoredRetainageHeld!.Value + line.Held.PunchList
                : line.Held.Total;
        }

        return Math.Abs(expected - held) <= RetainageTolerance.Of(sheet.Application.Number, sheet.Currency) * Parts(sheet);
    }

    private static int Parts(BillingSheet sheet) => Math.Max(1, sheet.Lines.Sum(line => line.Source?.PartCount ?? 1));

    private static bool IsByLine(BillingSheet sheet) =>
        RateTable.Of(sheet.Terms.Retainage!) is not null || sheet.Terms.Retainage is RetainageTerms.Frozen;

    private static void Compare(BillingSheet sheet, Func<int, BucketAmounts> entitled, RefusalList refusals)
    {
        var left = LastingReleases.Left(sheet, entitled);
        var isByLine = IsByLine(sheet);
        var tolerance = RetainageTolerance.Of(sheet.Application.Number, sheet.Currency);
        decimal expectedTotal = 0m,
            heldTotal = 0m;
        for (var index = 0; index < sheet.Lines.Count; index++)
        {
            var line = sheet.Lines[index];
            var expected = left(index).Total;
            expectedTotal += expected;
            heldTotal += line.Held.Total;
            if (isByLine && line.Source is not null)
            {
                Difference(sheet, line, line.Held.Total, expected, tolerance * line.Source.PartCount, refusals);
            }
        }

        // Terms for the contract total do not say how lines share it; the source decides that.
        if (!isByLine)
        {
            Difference(sheet, null, heldTotal, expectedTotal, tolerance * Parts(sheet), refusals);
        }
    }

    private static void Difference(BillingSheet sheet, SheetLine? line, decimal held, decimal expected, decimal tolerance, RefusalList refusals)
    {
        if (held == expected)
        {
            return;
        }

        var subject = line is null ? sheet.Name : sheet.NameLine(line);
        var sentence = $"{subject} has retainage of {sheet.Amount(held)}, but the terms give {sheet.Amount(expected)}.";
        var isOverridden = line?.Source!.IsRetainageOverridden ?? sheet.Application.Lines.Any(source => source.IsRetainageOverridden);
        if (Math.Abs(held - expected) <= tolerance)
        {
            Warn(BillingWarningCode.RetainageRounded, " The difference is rounding.");
        }
        else if (isOverridden)
        {
            Warn(BillingWarningCode.RetainageOverridden, " The retainage was overridden, so the overridden amount is posted.");
        }
        else
        {
            refusals.Add(BillingReasons.RetainageDiffers, sentence + " Correct the retainage, or ask the controller to correct the terms.");
        }

        void Warn(BillingWarningCode code, string why) =>
            sheet.Warnings.Add(new BillingWarning(code, line?.LineId, sentence + why) { Held = held, Expected = expected });
    }

    private static void Cap(BillingSheet sheet, RefusalList refusals)
    {
        // Without lines nothing more is withheld; a release by itself is what brings the retainage under the limit.
        if (sheet.Application.Lines.Count == 0)
        {
            return;
        }

        var most = sheet.Terms.RetainageCap is { } cap ? Entitlement.AmountOf(cap, sheet) : (decimal?)null;
        if (sheet.Terms.Retainage is RetainageTerms.SlidingScale scale)
        {
            var last = Entitlement.AmountOf(scale.Rules[scale.Rules.Count - 1].Limit, sheet);
            most = most is { } both ? Math.Min(both, last) : last;
        }

        if (most is not { } limit)
        {
            return;
        }

        // A share of a contract sum below zero is no limit below zero.
        var limited = Math.Max(0m, limit);

        var held = sheet.Lines.Sum(line => line.Held.Total);
        if (held > limited)
        {
            refusals.Add(
                BillingReasons.RetainageAboveCap,
                $"{sheet.Name} has retainage of {sheet.Amount(held)}, over the limit of {sheet.Amount(limited)}. "
                    + "Release the difference, or ask the controller to correct the limit."
            );
        }
    }

    /// <summary>How what a source calls a release is read.</summary>
    private enum ReleaseReading
    {
        /// <summary>As stated.</summary>
        AsSaid,

        /// <summary>Line by line, as far as a line holds less than its terms.</summary>
        ByLine,

        /// <summary>The terms for the contract total return it; nothing is released.</summary>
        ByTerms,
    }
}
