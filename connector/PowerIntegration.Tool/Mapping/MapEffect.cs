using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Tool.Mapping;

/// <summary>What the accepted rows would do to documents that wait.</summary>
/// <param name="Helped">Documents with a code that a row would resolve.</param>
/// <param name="Freed">Those of them whose lines would all have a coding.</param>
internal sealed record MapEffect(IReadOnlyList<WaitingDocument> Helped, IReadOnlyList<WaitingDocument> Freed)
{
    /// <summary>The effect of results.</summary>
    public static MapEffect Of(IReadOnlyList<RowResult> results, EnvironmentFacts environment)
    {
        var accepted = results.Where(result => result.Outcome == RowOutcome.Accepted).ToList();
        var helped = new List<WaitingDocument>();
        var freed = new List<WaitingDocument>();
        foreach (var waiting in environment.Waiting.GroupBy(document => document.Project, StringComparer.Ordinal))
        {
            if (accepted.Count == 0 || !environment.Projects.TryGetValue(waiting.Key, out var project))
            {
                continue;
            }

            var after = After(project, waiting.Key, accepted);
            foreach (var document in waiting)
            {
                var open = document.Codes.Where(codes => !Resolves(codes, project.Mapping, document)).ToList();
                var left = open.Count(codes => !Resolves(codes, after, document));
                helped.AddRange(left < open.Count ? [document] : []);
                freed.AddRange(left < open.Count && left == 0 ? [document] : []);
            }
        }

        return new MapEffect(helped, freed);
    }

    /// <summary>The amounts of documents, one for each currency.</summary>
    public static string Amounts(IEnumerable<WaitingDocument> documents) =>
        string.Join(
            ", ",
            documents
                .GroupBy(document => document.Currency, StringComparer.Ordinal)
                .OrderBy(currency => currency.Key, StringComparer.Ordinal)
                .Select(currency => $"{currency.Key} {Sentence.Amount(currency.Sum(document => document.Amount))}")
        );

    private static bool Resolves(SegmentCodes codes, WbsMapping mapping, WaitingDocument document) =>
        WbsResolution.Of("", codes, mapping, document.Day).Coding is not null;

    private static WbsMapping After(ProjectFacts project, string number, List<RowResult> accepted)
    {
        var here = accepted.Where(result => result.Rule!.Project is null || result.Rule.Project == number).ToList();
        var ends = here.Where(result => result.Replaces is not null)
            .ToDictionary(result => result.Replaces!.Rule.Key, result => result.Rule!.Rule.ValidFrom!.Value.AddDays(-1), StringComparer.Ordinal);
        var staying = project.Mapping.Rules.All.Select(rule =>
            ends.TryGetValue(rule.Key, out var last) && !(rule.ValidTo <= last) ? rule with { ValidTo = last } : rule
        );
        return project.Mapping with { Rules = new MappingRules(staying.Concat(here.Select(result => result.Rule!.Rule))) };
    }
}
