using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Tool.Workbooks;

namespace PowerIntegration.Tool.Mapping;

/// <summary>Writes the active rules of a project as a workbook that can be imported again, and its codes beside them.</summary>
internal sealed class MapExport(MapSettings settings, Func<IMappingStore> open, TimeProvider clock, TextWriter output)
{
    /// <summary>Name of the sheet with the codes.</summary>
    public const string CodesName = "Codes";

    private static readonly string[] CodeHeadings =
    [
        "Code",
        "Task segment",
        "Cost code",
        "Cost type",
        "Sub job",
        "Other segments",
        "Name",
        "Mapped today",
        "Oracle task",
        "Reason",
        "Last coverage run",
        "Suggested task",
    ];

    /// <summary>Exports.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var number = settings.Project!;
        var isCompany = number == RowReading.WholeCompany;
        using var store = await Task.Run(open, cancellation);
        var environment = await new FactsReading(store, cancellation).ReadAsync(settings.Environment, isCompany ? [] : [number], isCompany);
        if (!isCompany && !environment.Projects.ContainsKey(number))
        {
            var near = NearText.Of(number, environment.ProjectNumbers);
            throw new InvalidDataException(
                $"The environment {environment.Key} has no active project with the Oracle number {number}."
                    + (near.Length == 0 ? " Give the number as Oracle writes it." : $" Did you mean {near}?")
            );
        }

        var all = isCompany ? environment.CompanyRules : environment.Projects[number].Rules;
        var rules = all.Where(rule => !rule.IsDraft).ToList();
        var codes = isCompany ? [] : Codes(environment.Projects[number], CalendarDate.FromDateTime(clock.GetUtcNow().UtcDateTime));
        WorkbookWriter.Write(
            settings.Export!,
            isCompany ? [Rules(rules, number)] : [Rules(rules, number), new WrittenSheet(CodesName, CodeHeadings, codes)]
        );
        await output.WriteLineAsync(
            $"{Sentence.Count(rules.Count, "active rule")} and {Sentence.Count(codes.Count, "code")} were written to {settings.Export}. "
                + $"{Sentence.Count(all.Count - rules.Count, "draft")} left out."
        );
        return 0;
    }

    private static WrittenSheet Rules(IEnumerable<StoredRule> rules, string project) =>
        new(
            MapSheet.Name,
            MapSheet.Headings,
            [
                .. rules
                    .OrderBy(rule => rule.Rule.CostCode.ToString(), StringComparer.Ordinal)
                    .ThenBy(rule => rule.Rule.CostType.ToString(), StringComparer.Ordinal)
                    .ThenBy(rule => rule.Rule.ValidFrom)
                    .Select(rule => Row(rule, project)),
            ]
        );

    private static string[] Row(StoredRule stored, string project)
    {
        var rule = stored.Rule;
        return
        [
            project,
            rule.TaskSegment.ToString(),
            rule.CostCode.ToString(),
            rule.CostType.ToString(),
            rule.SubJob.IsAny ? "" : rule.SubJob.ToString(),
            RuleCodes.Others(rule) ?? "",
            rule.TaskNumber ?? "",
            rule.ExpenditureType,
            rule.Organization.IsVendorUnit ? RowReading.VendorUnit : rule.Organization.FixedName ?? "",
            rule.ValidFrom?.ToString() ?? "",
            rule.ValidTo?.ToString() ?? "",
            stored.Name,
        ];
    }

    private static List<IReadOnlyList<string>> Codes(ProjectFacts project, CalendarDate today) =>
        [.. project.Codes.OrderBy(code => code.FlatCode, StringComparer.Ordinal).Select(code => Code(code, project.Mapping, today))];

    private static IReadOnlyList<string> Code(ListedCode code, WbsMapping mapping, CalendarDate today)
    {
        var resolution = WbsResolution.Of("Today", code.Codes, mapping, today);
        return
        [
            code.FlatCode,
            code.Codes.TaskSegment ?? "",
            code.Codes.CostCode ?? "",
            code.Codes.CostType ?? "",
            code.Codes.SubJob ?? "",
            SegmentText.Write(code.Codes.Others.Names.Select(name => new KeyValuePair<string, string>(name, code.Codes.Others[name]!))) ?? "",
            string.Join(" / ", code.Names),
            resolution.Coding is null ? "no" : "yes",
            resolution.Coding?.TaskNumber ?? "",
            resolution.Refusal?.Sentence ?? "",
            code.Coverage is { } last ? (last.State + " " + last.Message).Trim() : "",
            code.Coverage?.SuggestedTask ?? "",
        ];
    }
}
