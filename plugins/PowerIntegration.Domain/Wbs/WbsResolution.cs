using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Wbs;

/// <summary>The Oracle coding of one Procore code on one day: either a coding with its rule, or a refusal.</summary>
public sealed record WbsResolution
{
    // Invariant: exactly one of Coding and Refusal is null.
    private WbsResolution(TaskCoding? coding, WbsMappingRule? rule, Refusal? refusal)
    {
        Invariant.Require(coding is null != refusal is null, "A code resolves to a coding or to a refusal.");
        Coding = coding;
        Rule = rule;
        Refusal = refusal;
    }

    /// <summary>The coding; null where the code was refused.</summary>
    public TaskCoding? Coding { get; }

    /// <summary>The rule that was used; null where the code was refused.</summary>
    public WbsMappingRule? Rule { get; }

    /// <summary>Why there is no coding; null where there is one.</summary>
    public Refusal? Refusal { get; }

    /// <summary>
    /// Resolves a code by the most specific rule; two equally specific rules are ambiguous. Oracle must take the coding on the day, as far as its
    /// tasks, controls, types and organizations were read.
    /// </summary>
    /// <param name="subject">The beginning of a refusal's sentence.</param>
    /// <param name="codes">The code's segment values.</param>
    /// <param name="mapping">Rules of the project, and what of Oracle was read.</param>
    /// <param name="asOf">Expenditure item date.</param>
    /// <param name="use">What the code is used for; null where that is not known.</param>
    public static WbsResolution Of(string subject, SegmentCodes codes, WbsMapping mapping, CalendarDate asOf, CodeUse? use = null)
    {
        var decision = CodeDecision.Of(codes, use ?? CodeUse.Unspecified, mapping, asOf);
        return decision.Fault is { } fault
            ? new WbsResolution(null, null, new CodingRefusal(subject, codes, mapping, asOf, use ?? CodeUse.Unspecified).Of(fault, decision))
            : new WbsResolution(decision.Coding, decision.Match.Winner, null);
    }
}
