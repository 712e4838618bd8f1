using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Wbs;

namespace PowerIntegration.Tool.Mapping;

/// <summary>The result of each row of a workbook: it takes values and returns values, and reads and writes nothing.</summary>
internal sealed class MapCheck
{
    private readonly EnvironmentFacts environment;
    private readonly Dictionary<string, ILookup<string, StoredRule>> stored = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> costCodes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, RowResult> results = [];

    private MapCheck(EnvironmentFacts environment) => this.environment = environment;

    /// <summary>Checks rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="environment">What they are checked against.</param>
    /// <returns>A result for each row, in their order.</returns>
    public static IReadOnlyList<RowResult> Of(IEnumerable<MapRow> rows, EnvironmentFacts environment)
    {
        var check = new MapCheck(environment);
        var readable = new List<RowRule>();
        foreach (var row in rows)
        {
            var faults = new List<RowFault>();
            if (RowReading.Of(row, faults) is { } rule)
            {
                readable.Add(rule);
            }
            else
            {
                check.results[row.Number] = Error(row.Number, faults, null);
            }
        }

        readable.ForEach(check.Alone);
        foreach (var scope in readable.GroupBy(row => row.Project ?? "", StringComparer.Ordinal))
        {
            check.Together(scope.Key, [.. scope]);
        }

        return [.. check.results.Values];
    }

    // The row by itself, against what the environment has.
    private void Alone(RowRule row)
    {
        var alike = Stored(row.Project ?? "")[row.Codes].Where(rule => RuleCodes.ShareADay(rule.Rule, row.Rule)).ToList();
        if (alike.Find(rule => RuleCodes.SayTheSame(rule.Rule, row.Rule)) is { } same)
        {
            var message = same.IsDraft ? $"The draft {same.Words} says the same and waits for a second person." : $"{same.Words} says the same.";
            results[row.Row.Number] = new RowResult(row.Row.Number, RowOutcome.Unchanged, message) { Rule = row };
            return;
        }

        var faults = RowCheck.Of(row, environment).ToList();
        var active = alike.Where(rule => !rule.IsDraft).ToList();
        if (alike.Find(rule => rule.IsDraft) is { } draft)
        {
            faults.Add(
                row.Row.Fault(
                    MapColumn.CostCode,
                    $"The draft {draft.Words}{By(draft)} is about the same codes and days. Delete it, or have it activated first."
                )
            );
        }
        else if (active.Count > 1)
        {
            faults.Add(
                row.Row.Fault(
                    MapColumn.ValidFrom,
                    $"Several active rules are about the same codes and days: {string.Join(" and ", active.Select(rule => rule.Words))}. "
                        + "A row can replace one of them. Change the dates, or enter a row for each."
                )
            );
        }

        results[row.Row.Number] =
            faults.Count > 0
                ? Error(row.Row.Number, faults, row)
                : new RowResult(row.Row.Number, RowOutcome.Accepted, Accepted(row, active.FirstOrDefault()) + Unused(row))
                {
                    Rule = row,
                    Replaces = active.FirstOrDefault(),
                };
    }

    // The rows of one scope against each other, and against the active rules that stay.
    private void Together(string scope, List<RowRule> rows)
    {
        foreach (var alike in rows.GroupBy(row => row.Codes, StringComparer.Ordinal).Where(alike => alike.Skip(1).Any()))
        {
            Twice([.. alike.OrderBy(row => row.Rule.ValidFrom)]);
        }

        var accepted = rows.Where(row => results[row.Row.Number].Outcome == RowOutcome.Accepted).ToList();
        var ends = accepted
            .Where(row => results[row.Row.Number].Replaces is not null)
            .ToDictionary(row => results[row.Row.Number].Replaces!.Id, row => row.Rule.ValidFrom!.Value.AddDays(-1));
        var staying = Stored(scope)
            .SelectMany(rules => rules)
            .Where(rule => !rule.IsDraft)
            .Select(rule => Remaining(rule, ends))
            .OfType<WbsMappingRule>();
        var conflicts = new RowConflicts([.. accepted.Select(row => row.Rule), .. staying]);
        foreach (var row in accepted)
        {
            if (conflicts.Of(row.Rule) is { } sentence)
            {
                results[row.Row.Number] = Error(row.Row.Number, [row.Row.Fault(MapColumn.CostCode, sentence)], row);
            }
        }
    }

    private void Twice(List<RowRule> alike)
    {
        foreach (var (one, other) in alike.Zip(alike.Skip(1)))
        {
            if (RuleCodes.ShareADay(one.Rule, other.Rule))
            {
                Add(one, $"Row {other.Row.Number} is about the same codes and days. Delete one of the rows, or change its dates.");
                Add(other, $"Row {one.Row.Number} is about the same codes and days. Delete one of the rows, or change its dates.");
            }
        }

        foreach (var twice in alike.GroupBy(row => results[row.Row.Number].Replaces?.Id).Where(twice => twice.Key is not null && twice.Skip(1).Any()))
        {
            foreach (var row in twice.Skip(1))
            {
                Add(
                    row,
                    $"Rows {twice.First().Row.Number} and {row.Row.Number} replace the same active rule. "
                        + "Import the later one after the first is active."
                );
            }
        }
    }

    private void Add(RowRule row, string message) =>
        results[row.Row.Number] = Error(row.Row.Number, [.. results[row.Row.Number].Faults, row.Row.Fault(MapColumn.CostCode, message)], row);

    private ILookup<string, StoredRule> Stored(string scope)
    {
        if (!stored.TryGetValue(scope, out var rules))
        {
            var all =
                scope.Length == 0 ? environment.CompanyRules
                : environment.Projects.TryGetValue(scope, out var project) ? project.Rules
                : [];
            stored[scope] = rules = all.ToLookup(rule => RuleCodes.Of(rule.Rule), StringComparer.Ordinal);
        }

        return rules;
    }

    // Of a rule that is replaced, the days before remain. Sentences about conflicts name a rule by its key; people find it by its name.
    private static WbsMappingRule? Remaining(StoredRule stored, Dictionary<Guid, CalendarDate> ends)
    {
        var rule = stored.Rule with { Key = $"'{stored.Name}'" };
        return !ends.TryGetValue(stored.Id, out var last) || rule.ValidTo <= last ? rule
            : rule.ValidFrom > last ? null
            : rule with { ValidTo = last };
    }

    private static RowResult Error(int row, IReadOnlyList<RowFault> faults, RowRule? rule) =>
        new(row, RowOutcome.Error, "") { Faults = faults, Rule = rule };

    private static string Accepted(RowRule row, StoredRule? replaced) =>
        replaced is null ? $"New rule for {RuleCodes.Words(row.Rule)}."
        : replaced.Rule.ValidFrom < row.Rule.ValidFrom ? $"Replaces {replaced.Words}, which then ends on {row.Rule.ValidFrom!.Value.AddDays(-1)}."
        : $"Replaces {replaced.Words}, which is then superseded.";

    // No mistake, for codes come later than their mapping; but a mistyped code looks the same.
    private string Unused(RowRule row) =>
        row.Project is { } number && CostCodes(number) is { Count: > 0 } codes && !Fits(row.Rule.CostCode, codes)
            ? " No Procore code of the project has this cost code yet."
            : "";

    private static bool Fits(CodePattern pattern, HashSet<string> codes) =>
        pattern.IsAny || (pattern.IsExact ? codes.Contains(pattern.Text) : codes.Any(pattern.Fits));

    private HashSet<string> CostCodes(string project)
    {
        if (!costCodes.TryGetValue(project, out var codes))
        {
            var all = environment.Projects[project].Codes.Select(code => code.Codes.CostCode).OfType<string>();
            costCodes[project] = codes = new HashSet<string>(all, StringComparer.Ordinal);
        }

        return codes;
    }

    private static string By(StoredRule draft) => draft.Contributors.Length == 0 ? "" : $" by {draft.Contributors}";
}
