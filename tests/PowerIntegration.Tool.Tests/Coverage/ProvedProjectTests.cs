using System.CommandLine;
using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using PowerIntegration.CommandLine;
using PowerIntegration.Tables;
using PowerIntegration.Tool.Coverage;
using PowerIntegration.Tool.Rights;
using PowerIntegration.Tool.Tests.Mapping;
using Xunit;

namespace PowerIntegration.Tool.Tests.Coverage;

/// <summary>The proof of a project of an environment, as a person or a pipeline asks for it.</summary>
public sealed class ProvedProjectTests : IDisposable
{
    private const string Head = "Project P1 (P1) in LAKESHORE, each month end from 2026-09-14 to 2027-09-14.";

    private readonly ServedStore store = new();

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task What_is_not_covered_is_one_line_with_days_reason_money_and_suggestion()
    {
        store.Add(Code(1, "07-840.SUB", "07-840", "Firestopping", committed: 5_000m, billed: 1_200m, budget: 10_000m));
        store.Add(Code(2, "26-240.SUB", "26-240", "Switchgear", committed: 300m));
        store.Add(Rule(1, "26-240"));
        store.Add(Catalog());
        store.Add(Organization());
        var (code, output, error) = await RunAsync("--project", "P1");
        Assert.Equal((1, ""), (code, error));
        Assert.Equal(
            [
                "1 of 2 codes have one Oracle coding on each date. 1 has not, with open work of 3,800.00.",
                Head,
                "07-840.SUB, 2026-09-30 to 2027-09-14, uncovered: Code 07-840.SUB: cost code '07-840', cost type 'SUB', task segment (none) has "
                    + "no mapping to a task of Oracle project P1 on 2026-09-30. Ask the mapping administrator to add a mapping for 07-840 / SUB, "
                    + "then retry the document. "
                    + "Budget 10,000.00, committed 5,000.00, billed 1,200.00. "
                    + "Suggestion: task 0784 \"Firestopping\", because it has the name of the code.",
            ],
            output.ReplaceLineEndings("\n").Trim().Split('\n')
        );
        Assert.Empty(store.Writes);
    }

    [Fact]
    public async Task Where_each_code_is_covered_the_exit_code_is_zero()
    {
        store.Add(Code(1, "07-840.SUB", "07-840", "Firestopping", committed: 5_000m));
        store.Add(Rule(1, "07-840"));
        store.Add(Catalog());
        store.Add(Organization());
        var (code, output, error) = await RunAsync("--project", "P1");
        Assert.Equal((0, ""), (code, error));
        Assert.Equal("All 1 codes have one Oracle coding on each date.\n" + Head, output.ReplaceLineEndings("\n").Trim());
    }

    [Fact]
    public async Task A_draft_covers_nothing_and_a_rule_of_the_company_does()
    {
        store.Add(Code(1, "07-840.SUB", "07-840", "Firestopping"));
        var rule = Rule(1, "07-840");
        rule[WbsMappingRuleTable.RuleState] = new OptionSetValue(RuleStateChoice.Draft);
        store.Add(rule);
        Assert.Equal(1, (await RunAsync("--project", "P1")).Code);
        var company = Rule(2, "07-840");
        company.Attributes.Remove(WbsMappingRuleTable.ProjectId);
        company[WbsMappingRuleTable.EnvironmentId] = new EntityReference(EnvironmentTable.LogicalName, AnEnvironment.Id(9));
        store.Add(company);
        Assert.Equal(0, (await RunAsync("--project", "P1")).Code);
    }

    [Fact]
    public async Task The_day_of_a_document_that_waits_is_proved_too()
    {
        store.Add(Code(1, "07-840.SUB", "07-840", "Firestopping", committed: 5_000m));
        store.Add(Rule(1, "07-840"));
        store.Add(
            ServedStore.Row(
                SourceLineTable.LogicalName,
                70,
                (SourceLineTable.WbsCodeId, "77001"),
                ("document." + DocumentTable.PeriodEnd, new AliasedValue(DocumentTable.LogicalName, DocumentTable.PeriodEnd, Day(2025, 12, 31)))
            )
        );
        var (code, output, _) = await RunAsync("--project", "P1");
        Assert.Equal(1, code);
        Assert.Contains("07-840.SUB, 2025-12-31, uncovered: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_ended_says_until_when_it_covered_the_code()
    {
        store.Add(Code(1, "07-840.SUB", "07-840", "Firestopping"));
        var rule = Rule(1, "07-840");
        rule[WbsMappingRuleTable.ValidTo] = Day(2026, 10, 31);
        store.Add(rule);
        var (_, output, _) = await RunAsync("--project", "P1", "--from", "2026-10-01", "--to", "2026-12-31");
        Assert.Contains("07-840.SUB, 2026-11-30 to 2026-12-31, stale: ", output, StringComparison.Ordinal);
        Assert.Contains(" Covered until 2026-10-31. Budget none, committed 0.00, billed 0.00.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_for_every_code_is_no_proof()
    {
        store.Add(Code(1, "07-840.SUB", "07-840", "Firestopping"));
        store.Add(Rule(1, "*"));
        var (code, output, _) = await RunAsync("--project", "P1");
        Assert.Equal(1, code);
        Assert.Contains(
            ", catch-all: Code 07-840.SUB gets task 0784 from mapping rule K1, which takes every code.",
            output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_project_without_codes_proves_nothing()
    {
        var (code, output, error) = await RunAsync("--project", "P1");
        Assert.Equal((1, ""), (code, error));
        Assert.StartsWith("The project has no codes in use.", output, StringComparison.Ordinal);
        Assert.Contains("Nothing was proved. Refresh the structures", output, StringComparison.Ordinal);
        Assert.Contains("no coding was checked against them", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_gets_one_object()
    {
        store.Add(Code(1, "07-840.SUB", "07-840", "Firestopping", committed: 5_000m, billed: 1_200m));
        store.Add(Code(2, "26-240.SUB", "26-240", "Switchgear"));
        store.Add(Rule(1, "26-240"));
        var (code, output, _) = await RunAsync("--project", "P1", "--json");
        Assert.Equal(1, code);
        var proof = JsonNode.Parse(output)!;
        Assert.Equal(("P1", 2, 1, 3_800m), (Text(proof["project"]), (int)proof["codes"]!, (int)proof["faults"]!, (decimal)proof["amountAtRisk"]!));
        var finding = Assert.Single(proof["findings"]!.AsArray())!;
        Assert.Equal(
            "07-840.SUB 2026-09-30 2027-09-14 uncovered no-row wbs-unmapped 5000 1200 3800",
            string.Join(' ', "code from to state reason reasonCode committed billed amountAtRisk".Split(' ').Select(name => Text(finding[name])))
        );
        Assert.Null(finding["budget"]);
        Assert.Equal("0784 same-name", $"{finding["suggestions"]![0]!["task"]} {finding["suggestions"]![0]!["reason"]}");
    }

    [Fact]
    public async Task A_project_is_found_by_its_name_where_no_number_is_the_same()
    {
        store.Add(Project(2, "P2", "Fulton Yards"));
        Assert.Contains("Project P2 (Fulton Yards)", (await RunAsync("--project", "Fulton Yards")).Output, StringComparison.Ordinal);
        store.Add(Project(3, "P3", "Fulton Yards"));
        Assert.Equal(
            "2 active projects of the environment LAKESHORE are called Fulton Yards. Give the Oracle number of one of them: P2, P3.",
            (await RunAsync("--project", "Fulton Yards")).Error.Trim()
        );
        store.Add(Project(4, "Fulton Yards", "Named by a number"));
        Assert.Contains("(Named by a number)", (await RunAsync("--project", "Fulton Yards")).Output, StringComparison.Ordinal);
        var (code, output, error) = await RunAsync("--project", "fulton-yards");
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("or the name fulton-yards. Did you mean Fulton Yards?", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--dataverse needs --project")]
    [InlineData("--out is only for --files.", "--project", "P1", "--out", "result")]
    [InlineData("Give --files with a folder, or --dataverse", "--project", "P1", "--files", ".")]
    [InlineData("The first date is 'soon', which is not a date such as 2025-10-31.", "--project", "P1", "--from", "soon")]
    [InlineData("The last date 2026-09-13 is before the first date 2026-09-14.", "--project", "P1", "--to", "2026-09-13")]
    [InlineData("The last date 2205-10-31 is more than 10 years away.", "--project", "P1", "--to", "2205-10-31")]
    [InlineData("The environment 'X' is not active there.", "--project", "P1", "--environment", "X")]
    public async Task A_command_line_that_cannot_be_followed_is_one_sentence(string sentence, params string[] line)
    {
        var (code, output, error) = await RunAsync(line);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith(sentence, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Theory]
    [InlineData("--files needs --out", "--files", ".")]
    [InlineData("--environment, --project, --from, --to and --json are only for --dataverse.", "--files", ".", "--out", "result", "--json")]
    [InlineData("Give --files with a folder, or --dataverse")]
    [InlineData("--dataverse takes the address", "--project", "P1", "--dataverse", "http://lakeshore.example")]
    public async Task Options_of_files_and_of_an_environment_are_told_apart(string sentence, params string[] line)
    {
        var (code, output, error) = await RunLineAsync(line);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith(sentence, error, StringComparison.Ordinal);
    }

    private static string Text(JsonNode? node) => node?.ToString() ?? "";

    private static DateTime Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);

    private static Entity Project(int id, string number, string name) =>
        ServedStore.Row(
            ProjectTable.LogicalName,
            id,
            (ProjectTable.OracleProjectNumber, number),
            (ProjectTable.Name, name),
            (ProjectTable.ExpenditureOrganization, "Org A")
        );

    private static Entity Code(int id, string flat, string code, string name, decimal committed = 0m, decimal billed = 0m, decimal? budget = null)
    {
        var row = ServedStore.Row(
            ProcoreWbsCodeTable.LogicalName,
            id,
            (ProcoreWbsCodeTable.Key, $"CODE-{id}"),
            (ProcoreWbsCodeTable.ProcoreId, $"7700{id}"),
            (ProcoreWbsCodeTable.FlatCode, flat),
            (ProcoreWbsCodeTable.CostCode, code),
            (ProcoreWbsCodeTable.CostType, "SUB"),
            (ProcoreWbsCodeTable.CostCodeName, name),
            (ProcoreWbsCodeTable.Committed, committed),
            (ProcoreWbsCodeTable.Billed, billed)
        );
        if (budget is { } amount)
        {
            row[ProcoreWbsCodeTable.Budget] = amount;
        }

        return row;
    }

    private static Entity Rule(int id, string costCode) =>
        ServedStore.Row(
            WbsMappingRuleTable.LogicalName,
            100 + id,
            (WbsMappingRuleTable.Key, $"K{id}"),
            (WbsMappingRuleTable.ProjectId, new EntityReference(ProjectTable.LogicalName, AnEnvironment.Id(1))),
            (WbsMappingRuleTable.RuleState, new OptionSetValue(RuleStateChoice.Active)),
            (WbsMappingRuleTable.TaskSegmentCode, "*"),
            (WbsMappingRuleTable.CostCode, costCode),
            (WbsMappingRuleTable.CostType, "*"),
            (WbsMappingRuleTable.OracleTaskId, new EntityReference(OracleTaskTable.LogicalName, AnEnvironment.Id(784))),
            (WbsMappingRuleTable.ExpenditureType, "Subcontract"),
            (WbsMappingRuleTable.ValidFrom, Day(2026, 1, 1))
        );

    private static Entity Catalog() =>
        ServedStore.Row(
            OracleExpenditureTypeTable.LogicalName,
            40,
            (OracleExpenditureTypeTable.Name, "Subcontract"),
            (OracleExpenditureTypeTable.Classes, AnEnvironment.Type("Subcontract").Classes[0]),
            (OracleExpenditureTypeTable.Active, true)
        );

    private static Entity Organization() =>
        ServedStore.Row(
            OracleOrganizationTable.LogicalName,
            41,
            (OracleOrganizationTable.Name, "Org A"),
            (OracleOrganizationTable.OwnsExpenditures, true)
        );

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] line) =>
        RunLineAsync([.. line, "--dataverse", "https://lakeshore.example"]);

    private async Task<(int Code, string Output, string Error)> RunLineAsync(string[] line)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var surroundings = new Surroundings(_ => null, () => throw new InvalidOperationException("Nothing is sent."), new StandingClock());
        var root = new RootCommand("Test.") { CoverageCommand.Create(surroundings, _ => store) };
        var code = await CommandRun.InvokeAsync(root, ["coverage", .. line], new() { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
