using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Domain.Wbs.Coverage;
using PowerIntegration.Domain.Wbs.Suggestions;
using Xunit;

namespace PowerIntegration.Domain.Tests.Wbs;

/// <summary>The proof of a whole project: every code on every day, what is not covered one by one, the money once.</summary>
public sealed class ProjectCoverageTests
{
    private static readonly CalendarDate First = new(2025, 10, 31);
    private static readonly CalendarDate Last = new(2026, 1, 15);
    private static readonly IReadOnlyList<CalendarDate> Days = CoverageDays.Between(First, Last);

    [Theory]
    [InlineData("2025-10-31", "2026-01-15", "2025-10-31 2025-11-30 2025-12-31 2026-01-15")]
    [InlineData("2025-10-01", "2025-10-01", "2025-10-01")]
    [InlineData("2025-10-05", "2025-10-31", "2025-10-31")]
    [InlineData("2024-02-01", "2024-03-01", "2024-02-29 2024-03-01")]
    public void Open_work_needs_the_end_of_each_month_and_the_last_day(string from, string to, string expected) =>
        Assert.Equal(expected, string.Join(' ', CoverageDays.Between(Day(from), Day(to))));

    [Fact]
    public void Covered_codes_are_counted_and_the_others_named_with_days_reason_and_money()
    {
        var report = Prove(
            [Code("2600", "26-240", 100m), Code(null, "07-840", 250.50m), Code("0999", "09-900", 0m)],
            Rule("SUB"),
            Rule("ended", costCode: "07-840", to: new CalendarDate(2025, 11, 30), task: "0784")
        );
        Assert.Equal((3, 6, 0, 0, 2, 4), (report.Codes, report.Covered, report.CatchAll, report.Ambiguous, report.Stale, report.Uncovered));
        Assert.Equal((2, 250.50m), (report.Faults, report.AmountAtRisk));
        Assert.Equal(
            ["07-840 2025-12-31 2026-01-15 Stale wbs-unmapped until 2025-11-30", "09-900 2025-10-31 2026-01-15 Uncovered task-unknown until "],
            report.Findings.Select(Words)
        );
        Assert.Equal("1 of 3 codes have one Oracle coding on each date. 2 have not, with open work of 250.50.", report.Sentence);
        Assert.Contains("Code 07-840: cost code '07-840'", report.Findings[0].Refusal!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_with_different_reasons_are_findings_of_their_own_and_the_money_counts_once()
    {
        var report = Prove(
            [Code(null, "07-840", 10m)],
            Rule("first", costCode: "07-840", to: new CalendarDate(2025, 11, 30), task: "closed"),
            Rule("second", costCode: "07-840", from: new CalendarDate(2025, 12, 1), task: "missing")
        );
        Assert.Equal(
            ["07-840 2025-10-31 2025-11-30 Uncovered task-not-chargeable until ", "07-840 2025-12-31 2026-01-15 Uncovered task-unknown until "],
            report.Findings.Select(Words)
        );
        Assert.Equal((1, 10m), (report.Faults, report.AmountAtRisk));
        Assert.Equal("0 of 1 codes have one Oracle coding on each date. 1 has not, with open work of 10.00.", report.Sentence);
    }

    [Fact]
    public void A_code_is_also_proved_on_the_days_on_which_open_documents_bill_it()
    {
        var report = Prove(
            [Code(null, "07-840", 10m) with { Days = [new(2025, 12, 31), new(2025, 3, 31), new(2025, 12, 10)] }, Code(null, "07-841", 0m)],
            Rule("from April", costCode: "07-84*", from: new CalendarDate(2025, 4, 1), task: "0784")
        );
        Assert.Equal(["07-840 2025-03-31 2025-03-31 Uncovered wbs-unmapped until "], report.Findings.Select(Words));
        Assert.Equal((9, 1, 1), (report.Covered, report.Uncovered, report.Faults));
    }

    [Fact]
    public void A_rule_for_every_code_covers_and_is_named_with_what_may_be_meant()
    {
        var report = Prove([Code(null, "26-240", 7m) with { Names = ["Switchgear"] }], Rule("all", task: "0784"));
        var finding = Assert.Single(report.Findings);
        Assert.Equal((4, 0, 0), (report.CatchAll, report.Covered, report.Uncovered));
        Assert.Null(finding.Refusal);
        Assert.True(finding.Proof.IsCatchAll);
        Assert.Equal(new TaskSuggestion("2600", SuggestionEvidence.SameName), finding.Suggestions[0]);
    }

    [Fact]
    public void Suggestions_learn_from_the_covered_codes_whatever_their_order()
    {
        var report = Prove(
            [Code(null, "07-840", 1m, "MAT"), Code(null, "07-840", 1m)],
            Rule("SUB", costCode: "07-840", costType: "SUB", task: "2600")
        );
        Assert.Equal(new TaskSuggestion("2600", SuggestionEvidence.OtherCostTypes), Assert.Single(report.Findings).Suggestions[0]);
    }

    [Fact]
    public void A_project_without_codes_is_said_to_have_none() =>
        Assert.Equal(("The project has no codes in use.", 0), (Prove([]).Sentence, Prove([]).Faults));

    [Fact]
    public void All_covered_is_said_in_one_sentence() =>
        Assert.Equal("All 1 codes have one Oracle coding on each date.", Prove([Code("2600", "26-240", 5m)], Rule("SUB")).Sentence);

    private static string Words(CoverageFinding finding) =>
        $"{finding.Code.FlatCode} {finding.From} {finding.To} {finding.Proof.State} {finding.Refusal?.WireCode} until {finding.Proof.Until}";

    private static CoverageReport Prove(IReadOnlyList<UsedCode> codes, params WbsMappingRule[] rules) =>
        ProjectCoverage.Of(
            codes,
            new WbsMapping
            {
                ProjectNumber = "P-1",
                ExpenditureOrganization = "Org",
                Rules = new MappingRules(rules),
                Tasks = new ProjectTasks([
                    Task("2600", "Switchgear"),
                    Task("0784", "Firestopping"),
                    Task("closed", "Closed") with
                    {
                        IsChargeable = false,
                    },
                ]),
            },
            Days
        );

    private static UsedCode Code(string? task, string costCode, decimal open, string costType = "SUB") =>
        new()
        {
            Key = "K|" + costCode + costType,
            FlatCode = costCode,
            Codes = new SegmentCodes(task, costCode, costType),
            OpenAmount = open,
        };

    private static WbsMappingRule Rule(
        string key,
        string costCode = "*",
        string costType = "*",
        CalendarDate? from = null,
        CalendarDate? to = null,
        string? task = null
    ) =>
        new()
        {
            Key = key,
            CostCode = CodePattern.Parse(costCode),
            CostType = CodePattern.Parse(costType),
            TaskNumber = task,
            ExpenditureType = "Subcontract",
            ValidFrom = from,
            ValidTo = to,
        };

    private static ProjectTask Task(string number, string name) =>
        new()
        {
            TaskNumber = number,
            Name = name,
            IsLowestLevel = true,
            IsChargeable = true,
        };

    private static CalendarDate Day(string text) => CalendarDate.TryParse(text, out var day) ? day : throw new ArgumentException(text, nameof(text));
}
