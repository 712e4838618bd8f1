using PowerIntegration.Domain.Duties;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Domain.Readiness;

/// <summary>
/// Whether every code resolves to one Oracle coding: the codes of waiting documents on their days, each by itself, and the other codes of the project
/// in Procore today, counted together.
/// </summary>
public static class StructureLesson
{
    /// <summary>Looks at every code.</summary>
    /// <param name="project">The project.</param>
    /// <param name="facts">Mapping and codes.</param>
    public static LessonReadiness Of(ReadinessProject project, StructureFacts facts) =>
        new(
            Lesson.Structure,
            [
                .. facts.Mapping is { } mapping ? Codes(project, facts, mapping) : [Unmappable(project)],
                .. Unread(project, facts),
                .. WaitingDrafts.Items(facts.Drafts, ShippedRole.Controller),
            ]
        );

    private static IEnumerable<ReadinessItem> Codes(ReadinessProject project, StructureFacts facts, WbsMapping mapping)
    {
        var used = Used(project, facts, mapping).ToList();
        var stopped = new HashSet<SegmentCodes>(used.Select(code => code.Key));
        return used.Select(code => code.Value).Concat(Others(project, facts, mapping, stopped));
    }

    // One item for each code and cause: the mapping administrator maps one code at a time.
    private static IEnumerable<KeyValuePair<SegmentCodes, ReadinessItem>> Used(ReadinessProject project, StructureFacts facts, WbsMapping mapping) =>
        from use in project.Waiting.SelectMany(document => document.Codes.Select(codes => new CodeUse(codes, document)))
        group use by use.Codes into code
        from day in project.ByDay(code.Select(use => use.Document))
        where day.Waiting.Count > 0
        let refusal = WbsResolution.Of($"Project {project.Name}", code.Key, mapping, day.Day).Refusal
        where refusal is not null
        group new CodeDay(refusal, day) by new CodeCause(code.Key, refusal.Code) into cause
        select new KeyValuePair<SegmentCodes, ReadinessItem>(
            cause.Key.Codes,
            Item(cause.First().Refusal.Sentence, PlaceOf(facts, cause.Key.Code), [.. cause.SelectMany(one => one.Day.Waiting)])
        );

    private static IEnumerable<ReadinessItem> Others(
        ReadinessProject project,
        StructureFacts facts,
        WbsMapping mapping,
        HashSet<SegmentCodes> stopped
    ) =>
        from listed in facts.Listed
        where !stopped.Contains(listed.Codes)
        let refusal = WbsResolution.Of("", listed.Codes, mapping, project.Today).Refusal
        where refusal is not null
        group listed.Name by refusal.Code into cause
        orderby cause.Key.Order
        select Item(
            $"{Sentence.Count(cause.Count(), "code")} of project {project.Name} in Procore {Problem(cause.Key, cause.Count())}: "
                + $"{ReadinessWords.Names([.. cause])}. {NextStep(cause.Key)}",
            PlaceOf(facts, cause.Key),
            []
        );

    private static string Problem(ReasonCode code, int count)
    {
        var one = count == 1;
        return code == WbsReasons.WbsUnmapped ? (one ? "has" : "have") + " no active mapping"
            : code == WbsReasons.WbsAmbiguous ? (one ? "is" : "are") + " covered by two active mappings alike"
            : (one ? "is" : "are") + " mapped to a task that takes no cost today";
    }

    private static string NextStep(ReasonCode code) =>
        code == WbsReasons.WbsUnmapped ? "Map what will be billed."
        : code == WbsReasons.WbsAmbiguous ? "End all mappings but one."
        : "Map to a chargeable lowest-level task that is open, or correct the task.";

    private static IEnumerable<ReadinessItem> Unread(ReadinessProject project, StructureFacts facts)
    {
        if (facts.Listed.Count == 0)
        {
            yield return Item(
                $"The codes of project {project.Name} have not been read from Procore, so no one can tell whether they are mapped. They are read "
                    + "with the first application; check the mapping then.",
                facts.RulesPlace,
                []
            );
        }

        if (facts.IsCut)
        {
            yield return Item(
                $"Project {project.Name} has more codes or open lines than are compared here, so more of them may not be mapped. Map the codes "
                    + "below first, then look again.",
                facts.RulesPlace,
                []
            );
        }
    }

    private static ReadinessItem Unmappable(ReadinessProject project) =>
        Item(
            $"Project {project.Name} has no Oracle project number or no expenditure organization, so no code can be mapped. Enter both.",
            project.Place,
            project.Waiting
        );

    private static RecordPlace PlaceOf(StructureFacts facts, ReasonCode code) =>
        code == WbsReasons.WbsUnmapped || code == WbsReasons.WbsAmbiguous ? facts.RulesPlace : facts.TasksPlace;

    private static ReadinessItem Item(string sentence, RecordPlace place, IReadOnlyList<WaitingDocument> waiting) =>
        new()
        {
            Sentence = sentence,
            Decider = ShippedRole.MappingAdministrator,
            Place = place,
            Waiting = waiting,
        };

    private sealed record CodeUse(SegmentCodes Codes, WaitingDocument Document);

    private sealed record CodeCause(SegmentCodes Codes, ReasonCode Code);

    private sealed record CodeDay(Refusal Refusal, DayGroup Day);
}
