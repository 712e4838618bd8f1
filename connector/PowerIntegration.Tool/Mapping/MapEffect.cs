using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Domain.Wbs.Effects;

namespace PowerIntegration.Tool.Mapping;

/// <summary>What the accepted rows would do to documents that wait.</summary>
/// <param name="Helped">Documents with a code that a row would resolve.</param>
/// <param name="Freed">Those of them whose lines would all have a coding, as the activation counts them.</param>
internal sealed record MapEffect(IReadOnlyList<WaitingCost> Helped, IReadOnlyList<WaitingCost> Freed)
{
    /// <summary>The effect of results.</summary>
    public static MapEffect Of(IReadOnlyList<RowResult> results, EnvironmentFacts environment)
    {
        var accepted = results.Where(result => result.Outcome == RowOutcome.Accepted).ToList();
        var helped = new List<WaitingCost>();
        var freed = new List<WaitingCost>();
        foreach (var waiting in environment.Waiting.ToLookup(document => document.Project, document => document.Cost, StringComparer.Ordinal))
        {
            if (accepted.Count > 0 && environment.Projects.TryGetValue(waiting.Key, out var project))
            {
                var after = After(project, waiting.Key, accepted);
                helped.AddRange(waiting.Where(document => Parts(document).Any(part => IsFreed(part, project.Mapping, after))));
                freed.AddRange(MappingEffect.Freed(waiting, project.Mapping, after));
            }
        }

        return new MapEffect(helped, freed);
    }

    /// <summary>The amounts of documents, one for each currency.</summary>
    public static string Amounts(IEnumerable<WaitingCost> documents) =>
        string.Join(
            " and ",
            documents
                .GroupBy(document => document.Currency, StringComparer.Ordinal)
                .OrderBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => $"{Sentence.Amount(same.Sum(document => document.Amount ?? 0m))} {same.Key}".TrimEnd())
        );

    private static IEnumerable<WaitingCost> Parts(WaitingCost document) => document.Codes.Select(codes => document with { Codes = [codes] });

    private static bool IsFreed(WaitingCost part, WbsMapping before, WbsMapping after) => MappingEffect.Freed([part], before, after).Count > 0;

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
