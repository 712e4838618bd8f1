using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Versions;

/// <summary>The version of a commitment's terms that applies to one document. Invariant: where there is a refusal, there is no version.</summary>
public sealed record TermsSelection
{
    private TermsSelection() { }

    /// <summary>The version; null where none applies, or more than one.</summary>
    public TermsVersion? Version { get; private init; }

    /// <summary>Why there is none, with the next step; null where there is one.</summary>
    public Refusal? Refusal { get; private init; }

    /// <summary>Selects by the end of the period. A document without one is refused elsewhere; the newest version serves its other checks.</summary>
    /// <param name="contractNumber">The commitment's number.</param>
    /// <param name="active">Its active versions, in any order.</param>
    /// <param name="periodEnd">End of the document's period; null where it has none.</param>
    public static TermsSelection Of(string contractNumber, IReadOnlyList<TermsVersion> active, CalendarDate? periodEnd)
    {
        var holding = periodEnd is { } end
            ? active.Where(version => version.HoldsOn(end)).OrderBy(version => version.Number).ToList()
            : [.. active.OrderByDescending(version => version.ValidFrom).Take(1)];
        if (holding.Count == 1)
        {
            return holding[0].Problems.Count == 0
                ? new TermsSelection { Version = holding[0] }
                : Stopped(
                    SharedReasons.InputUnusable,
                    $"{Unusable(holding[0])} Ask the controller to enter a corrected version and supersede this one."
                );
        }

        var period = periodEnd is { } day ? $" for the period ending {day}" : "";
        return holding.Count == 0
            ? Stopped(
                BillingReasons.TermsMissing,
                $"Commitment {contractNumber} has no active terms{period}{Known(active)}. Ask the controller to enter and activate terms that "
                    + "cover it, then prepare the document again."
            )
            : Stopped(
                BillingReasons.TermsContradictory,
                $"Commitment {contractNumber} has {holding.Count} active versions of its terms{period}: "
                    + $"{string.Join(" and ", holding.Select(version => version.Key))}. Ask the controller to end or supersede all but one, "
                    + "then prepare the document again."
            );
    }

    /// <summary>Why a version cannot be used: its problems, one sentence each.</summary>
    public static string Unusable(TermsVersion version) => $"Terms {version.Key} cannot be used: {string.Join(" ", version.Problems)}";

    private static string Known(IReadOnlyList<TermsVersion> active) =>
        active.Count == 0 ? "" : $"; active versions are {string.Join(", ", active.OrderBy(version => version.ValidFrom).Select(Span))}";

    private static string Span(TermsVersion version) =>
        $"{version.Key} from {version.ValidFrom}" + (version.ValidTo is { } last ? $" to {last}" : "");

    private static TermsSelection Stopped(ReasonCode code, string sentence) => new() { Refusal = new Refusal(code, sentence) };
}
