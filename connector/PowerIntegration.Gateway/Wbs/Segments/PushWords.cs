using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Wbs.Segments;
using PowerIntegration.Tables;

namespace PowerIntegration.Gateway.Wbs.Segments;

/// <summary>What a run says about a segment.</summary>
internal static class PushWords
{
    // More of them would hide the rest of the message.
    private const int NamedMax = 5;

    private const string Without =
        "Map by cost code and cost type instead: set the task source of the project to 'Mapping rule' and add mapping rules.";

    /// <summary>The rest of the hour belongs to other work.</summary>
    public const string Scarce =
        "Most of Procore's requests for this hour are used up; the rest is kept for invoices. The run continues automatically.";

    /// <summary>A company that cannot have custom segments.</summary>
    public static string NotSupported(string segment) =>
        $"Procore does not support custom segments such as {segment} in a company with ERP Integrations or Field Productivity. {Without}";

    /// <summary>A project without the segment.</summary>
    public static string NotFound(string project, string segment) =>
        $"Project {project} has no custom segment '{segment}' in Procore. Add the segment to the work breakdown structure of the project "
        + "in Procore, then start again. A company with ERP Integrations or Field Productivity cannot have one: "
        + $"{char.ToLowerInvariant(Without[0])}{Without[1..]}";

    /// <summary>A project that does not say which segment it is.</summary>
    public static string NotNamed(string project) =>
        $"Project {project} has no task segment. Enter the name of the custom segment that is to have the Oracle tasks, then start again.";

    /// <summary>A segment whose items only the company changes.</summary>
    public static string OfCompany(string segment) =>
        $"Procore lets only the company change the items of segment {segment}. Ask the Procore administrator to allow projects to add items to it.";

    /// <summary>No task would be left.</summary>
    public static string NothingWanted(string project) =>
        $"Oracle shows no task of project {project} that takes cost, so every item would become inactive. Ask the Oracle administrator which tasks "
        + "the integration user may see, then start again.";

    /// <summary>Everything is as it should be.</summary>
    public static string Finished(string segment, SegmentPlan plan, PushedCodes codes, IReadOnlyList<string> refused) =>
        Fit([
            $"Segment {segment} has an active item for {Sentence.Count(plan.Wanted - refused.Count, "Oracle task")}.",
            Some(
                plan.Others,
                others =>
                    others == 1
                        ? "1 item that is not an Oracle task was left unchanged:"
                        : $"{others} items that are not Oracle tasks were left unchanged:",
                ", "
            ),
            Some([.. plan.Problems, .. refused], problems => $"{Sentence.Count(problems, "problem")}:", " "),
            OfCodes(codes),
        ]);

    /// <summary>A task whose number has the delimiter of codes in it, and that Procore did not take.</summary>
    public static string NotTaken(string number, string delimiter, string reason) =>
        $"Task {number} did not become an item. {reason} If Procore does not take '{delimiter}' in a code, renumber the task.";

    /// <summary>Procore did not take some changes.</summary>
    public static string Refused(string segment, IReadOnlyList<string> refusals) =>
        Fit([
            $"Segment {segment} could not be brought into step with Oracle. Correct the reasons below, then start again.",
            Some(refusals, count => $"{Sentence.Count(count, "change")}:", " "),
        ]);

    private static string? OfCodes(PushedCodes pushed)
    {
        var codes = pushed.Codes;
        var made = codes.Needed - codes.Missing.Count;
        List<string?> parts =
        [
            made == 0 ? null
            : made == 1 ? "1 WBS code in use has a code with its task beside it."
            : $"{made} WBS codes in use have a code with their task beside them.",
            Some(pushed.Refusals, refused => $"{Sentence.Count(refused, "WBS code")} could not be made:", " "),
            Some(codes.Undecided, open => $"{Sentence.Count(open, "WBS code")} in use without one Oracle task today:", ", ") is { } undecided
                ? undecided + ". Add mapping rules for them, then start again."
                : null,
            Some(codes.Inactive, open => $"{Sentence.Count(open, "WBS code")} in use with an inactive item, which no new code takes:", ", "),
        ];
        return parts.TrueForAll(part => part is null) ? null : string.Join(" ", parts.OfType<string>());
    }

    private static string? Some(IReadOnlyList<string> parts, Func<int, string> start, string between) =>
        parts.Count == 0 ? null
        : parts.Count <= NamedMax ? $"{start(parts.Count)} {string.Join(between, parts)}"
        : $"{start(parts.Count)} {string.Join(between, parts.Take(NamedMax))} and {parts.Count - NamedMax} more";

    private static string Fit(IEnumerable<string?> parts) => Sentence.Fit(string.Join(" ", parts.OfType<string>()), RunTable.MessageLengthMax);
}
