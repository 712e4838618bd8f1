using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Tool.Mapping;
using Xunit;

namespace PowerIntegration.Tool.Tests.Mapping;

/// <summary>The result of each row: accepted, unchanged, or an error that names cell, value and what to do.</summary>
public sealed class MapCheckTests
{
    [Fact]
    public void A_row_that_no_rule_says_is_accepted()
    {
        var result = Assert.Single(Check(AnEnvironment.Facts, AnEnvironment.Sound));
        Assert.Equal((2, RowOutcome.Accepted, "New rule for 07-840 / SUB."), (result.Row, result.Outcome, result.Message));
    }

    [Theory]
    [InlineData("07-840", false)]
    [InlineData("07-8*", false)]
    [InlineData("*", false)]
    [InlineData("07-480", true)]
    [InlineData("08*", true)]
    public void A_cost_code_that_the_project_does_not_have_yet_is_accepted_and_said(string code, bool isSaid)
    {
        var result = Assert.Single(Check(AnEnvironment.Facts, AnEnvironment.But(MapColumn.CostCode, code)));
        Assert.Equal(RowOutcome.Accepted, result.Outcome);
        Assert.Equal(isSaid, result.Message.EndsWith(" No Procore code of the project has this cost code yet.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, "'Rule 7' (from 2026-01-01) says the same.")]
    [InlineData(true, "The draft 'Rule 7' (from 2026-01-01) says the same and waits for a second person.")]
    public void A_row_that_a_rule_says_is_unchanged_whatever_its_note(bool isDraft, string message)
    {
        var stored = AnEnvironment.Stored(7, AnEnvironment.Sound) with { IsDraft = isDraft };
        var result = Assert.Single(Check(AnEnvironment.With(stored), AnEnvironment.But(MapColumn.Note, "Another note")));
        Assert.Equal((RowOutcome.Unchanged, message), (result.Outcome, result.Message));
    }

    [Theory]
    [InlineData("2026-01-01", "Replaces 'Rule 7' (from 2026-01-01), which is then superseded.")]
    [InlineData("2026-07-01", "Replaces 'Rule 7' (from 2026-01-01), which then ends on 2026-06-30.")]
    public void A_row_with_another_coding_replaces_the_active_rule_of_its_codes(string from, string message)
    {
        var row = AnEnvironment.But(MapColumn.OracleTask, "2600");
        row[(int)MapColumn.ValidFrom] = from;
        var result = Assert.Single(Check(AnEnvironment.With(AnEnvironment.Stored(7, AnEnvironment.Sound)), row));
        Assert.Equal((RowOutcome.Accepted, message, AnEnvironment.Id(7)), (result.Outcome, result.Message, result.Replaces!.Id));
    }

    [Fact]
    public void A_row_with_another_last_day_replaces_the_rule_too()
    {
        var result = Assert.Single(
            Check(AnEnvironment.With(AnEnvironment.Stored(7, AnEnvironment.Sound)), AnEnvironment.But(MapColumn.ValidTo, "2026-12-31"))
        );
        Assert.Equal((RowOutcome.Accepted, AnEnvironment.Id(7)), (result.Outcome, result.Replaces?.Id));
    }

    [Theory]
    [InlineData("2026-03-01", "2026-05-31", "Error")]
    [InlineData("2026-10-01", "", "Accepted")]
    public void Of_a_rule_that_a_row_replaces_the_days_before_remain(string from, string to, string outcome)
    {
        var replacing = AnEnvironment.But(MapColumn.CostType, "*");
        replacing[(int)MapColumn.ValidFrom] = "2026-07-01";
        replacing[(int)MapColumn.ValidTo] = "2026-09-30";
        var other = AnEnvironment.But(MapColumn.CostCode, "*");
        other[(int)MapColumn.ValidFrom] = from;
        other[(int)MapColumn.ValidTo] = to;
        var results = Check(AnEnvironment.With(AnEnvironment.Stored(7, AnEnvironment.But(MapColumn.CostType, "*"))), replacing, other);
        Assert.Equal(["Accepted", outcome], results.Select(result => result.Outcome.ToString()));
    }

    [Fact]
    public void A_row_for_days_after_the_end_of_a_rule_replaces_nothing()
    {
        var ended = AnEnvironment.But(MapColumn.ValidTo, "2026-06-30");
        var result = Assert.Single(Check(AnEnvironment.With(AnEnvironment.Stored(7, ended)), AnEnvironment.But(MapColumn.ValidFrom, "2026-07-01")));
        Assert.Equal((RowOutcome.Accepted, null), (result.Outcome, result.Replaces));
    }

    [Fact]
    public void A_draft_of_other_content_and_two_active_rules_are_in_the_way()
    {
        var draft = AnEnvironment.Stored(7, AnEnvironment.But(MapColumn.OracleTask, "2600")) with { IsDraft = true, Contributors = "Maria Keller" };
        Assert.StartsWith(
            "C2: '07-840'. The draft 'Rule 7' (from 2026-01-01) by Maria Keller is about the same codes and days.",
            Fault(AnEnvironment.With(draft), AnEnvironment.Sound),
            StringComparison.Ordinal
        );
        var first = AnEnvironment.Stored(7, AnEnvironment.But(MapColumn.ValidTo, "2026-06-30"));
        var second = AnEnvironment.Stored(8, AnEnvironment.But(MapColumn.ValidFrom, "2026-07-01"));
        Assert.StartsWith(
            "J2: '2026-03-01'. Several active rules are about the same codes and days: 'Rule 7' (from 2026-01-01 to 2026-06-30) and 'Rule 8'",
            Fault(AnEnvironment.With(first, second), AnEnvironment.But(MapColumn.ValidFrom, "2026-03-01")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Project", "FYT2401", "A2: 'FYT2401'. The environment LAKESHORE has no active project with this Oracle number.", "FYT-2401")]
    [InlineData("Project", "P9", "A2: 'P9'. The environment LAKESHORE has no active project with this Oracle number.", "")]
    [InlineData("OracleTask", "", "G2: The task is missing. In this project the mapping names the task", "0784")]
    [InlineData("OracleTask", "784", "G2: '784'. Oracle project P1 has no task with this number.", "0784")]
    [InlineData("OracleTask", "7840", "G2: '7840'. Oracle project P1 has no task with this number.", "0784")]
    [InlineData("OracleTask", "09", "G2: '09'. The task has subtasks", "0990")]
    [InlineData("OracleTask", "closed", "G2: 'closed'. The task is not chargeable.", "0784")]
    [InlineData("OracleTask", "1000", "G2: '1000'. The task is open from (no start date) to 2025-12-31, on no day of the rule.", "0784")]
    [InlineData("ExpenditureType", "subcontract", "H2: 'subcontract'. Oracle has no expenditure type with this name.", "Subcontract")]
    [InlineData("ExpenditureType", "Old", "H2: 'Old'. The expenditure type is not active in Oracle on 2026-01-01.", "")]
    [InlineData("Organization", "Org C", "I2: 'Org C'. Oracle has no organization with this name that owns expenditures.", "")]
    [InlineData("Organization", "ORG B", "I2: 'ORG B'. Oracle has no organization with this name that owns expenditures.", "Org B")]
    [InlineData("Organization", "Tax only", "I2: 'Tax only'. Oracle has no organization with this name that owns expenditures.", "")]
    public void What_Oracle_would_not_take_is_an_error_with_a_suggestion(string column, string value, string sentence, string suggestion)
    {
        var fault = Fault(AnEnvironment.Facts, AnEnvironment.But(Enum.Parse<MapColumn>(column), value));
        Assert.StartsWith(sentence, fault, StringComparison.Ordinal);
        if (suggestion.Length > 0)
        {
            Assert.EndsWith($" Suggestion: {suggestion}.", fault, StringComparison.Ordinal);
        }
        else
        {
            Assert.DoesNotContain("Suggestion", fault, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_rule_does_not_begin_before_documents_of_its_codes_are_posted()
    {
        PostedCode Posted(string code) => new(new SegmentCodes(null, code, "SUB"), new CalendarDate(2026, 8, 31));
        var environment = AnEnvironment.With(AnEnvironment.Project with { Posted = [Posted("07-840")] });
        var fault = Fault(environment, AnEnvironment.Sound);
        Assert.StartsWith("J2: '2026-01-01'. Documents with such codes are posted for periods up to 2026-08-31.", fault, StringComparison.Ordinal);
        Assert.EndsWith("Suggestion: 2026-09-01.", fault, StringComparison.Ordinal);
        Assert.StartsWith("J2: '2026-08-31'.", Fault(environment, AnEnvironment.But(MapColumn.ValidFrom, "2026-08-31")), StringComparison.Ordinal);
        Assert.Equal(RowOutcome.Accepted, Assert.Single(Check(environment, AnEnvironment.But(MapColumn.ValidFrom, "2026-09-01"))).Outcome);
        var other = AnEnvironment.With(AnEnvironment.Project with { Posted = [Posted("09-900")] });
        Assert.Equal(RowOutcome.Accepted, Assert.Single(Check(other, AnEnvironment.Sound)).Outcome);
    }

    [Fact]
    public void Two_rows_for_one_code_and_day_are_errors_of_both()
    {
        var results = Check(AnEnvironment.Facts, AnEnvironment.Sound, AnEnvironment.But(MapColumn.OracleTask, "2600"));
        Assert.All(results, result => Assert.Equal(RowOutcome.Error, result.Outcome));
        Assert.Equal(
            [
                "Row 3 is about the same codes and days. Delete one of the rows, or change its dates.",
                "Row 2 is about the same codes and days. Delete one of the rows, or change its dates.",
            ],
            results.Select(result => Assert.Single(result.Faults).Message)
        );
        var later = AnEnvironment.But(MapColumn.ValidFrom, "2026-07-01");
        var before = AnEnvironment.But(MapColumn.ValidTo, "2026-06-30");
        Assert.All(Check(AnEnvironment.Facts, before, later), result => Assert.Equal(RowOutcome.Accepted, result.Outcome));
        Assert.Equal(
            RowOutcome.Error,
            Check(AnEnvironment.With(AnEnvironment.Stored(7, AnEnvironment.But(MapColumn.OracleTask, "2600"))), before, later)[1].Outcome
        );
    }

    [Fact]
    public void Two_equally_specific_rows_name_each_other_and_a_code_that_both_take()
    {
        var byCode = AnEnvironment.But(MapColumn.CostType, "*");
        var byType = AnEnvironment.But(MapColumn.CostCode, "*");
        var results = Check(AnEnvironment.Facts, byCode, byType);
        Assert.All(results, result => Assert.Equal(RowOutcome.Error, result.Outcome));
        Assert.Contains("of row 2 and of row 3 are equally specific", results[0].Faults[0].Message, StringComparison.Ordinal);
        Assert.Contains("of row 3 and of row 2 are equally specific", results[1].Faults[0].Message, StringComparison.Ordinal);
        Assert.Contains("cost code '07-840', cost type 'SUB' from 2026-01-01", results[0].Faults[0].Message, StringComparison.Ordinal);

        var fault = Fault(AnEnvironment.With(AnEnvironment.Stored(7, byType)), byCode);
        Assert.Contains("of row 2 and 'Rule 7' are equally specific", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_of_the_whole_company_names_a_task_that_each_project_has_for_itself()
    {
        var row = AnEnvironment.But(MapColumn.Project, "*");
        row[(int)MapColumn.OracleTask] = "4711";
        Assert.Equal(RowOutcome.Accepted, Assert.Single(Check(AnEnvironment.Facts, row)).Outcome);
        row[(int)MapColumn.ExpenditureType] = "Nothing";
        Assert.StartsWith("H2: 'Nothing'.", Fault(AnEnvironment.Facts, row), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_mistakes_of_a_row_are_all_named()
    {
        var row = AnEnvironment.But(MapColumn.OracleTask, "9");
        row[(int)MapColumn.ExpenditureType] = "Nothing";
        Assert.Equal(["G2", "H2"], Assert.Single(Check(AnEnvironment.Facts, row)).Faults.Select(fault => fault.Cell));
    }

    private static IReadOnlyList<RowResult> Check(EnvironmentFacts environment, params string[][] rows) =>
        MapCheck.Of(rows.Select((cells, place) => AnEnvironment.Row(place + 2, cells)), environment);

    private static string Fault(EnvironmentFacts environment, string[] row)
    {
        var result = Assert.Single(Check(environment, row));
        Assert.Equal(RowOutcome.Error, result.Outcome);
        return Assert.Single(result.Faults).ToString();
    }
}
