using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Domain.Wbs.Coverage;
using Xunit;

namespace PowerIntegration.Domain.Tests.Wbs;

/// <summary>Hard mappings with their figures, proved for a project and coded for a document.</summary>
public sealed class HardCodingTests
{
    private const int Codes = 5_000;

    // One cost code with three cost types: three codings, coverage three of three.
    [Fact]
    public void Three_cost_types_of_one_cost_code_are_covered_three_of_three()
    {
        var mapping = Mapping(
            Rule("L", "03-200", "L", "3.1", "Labor"),
            Rule("M", "03-200", "M", "3.2", "Material"),
            Rule("S", "03-200", "S", "3.2", "Subcontract")
        );
        UsedCode[] codes = [Code("03-200", "L", "ST"), Code("03-200", "M"), Code("03-200", "S")];
        var report = ProjectCoverage.Of(codes, mapping, [new CalendarDate(2026, 4, 30)]);
        Assert.Equal((3, 3, 0), (report.Codes, report.Covered, report.Faults));
        Assert.Equal("All 3 codes have one Oracle coding on each date.", report.Sentence);
        Assert.Equal(["3.1 Labor", "3.2 Material", "3.2 Subcontract"], codes.Select(code => Coded(mapping, code, new CalendarDate(2026, 4, 30))));
    }

    // A retired code that is used again for other scope: both rules are active, and their days do not overlap.
    [Fact]
    public void A_code_that_is_used_again_has_the_old_task_to_the_end_of_April_and_the_new_one_from_May()
    {
        var before = Rule("old scope", "05-100", "*", "T5.1", "Subcontract") with { ValidTo = new CalendarDate(2026, 4, 30) };
        var after = Rule("new scope", "05-100", "*", "T7.4", "Subcontract") with { ValidFrom = new CalendarDate(2026, 5, 1) };
        var mapping = Mapping(before, after);
        var code = Code("05-100", "S");
        Assert.Equal("T5.1 Subcontract", Coded(mapping, code, new CalendarDate(2026, 4, 30)));
        Assert.Equal("T7.4 Subcontract", Coded(mapping, code, new CalendarDate(2026, 5, 1)));
        Assert.Equal(0, ProjectCoverage.Of([code], mapping, [new(2026, 4, 30), new(2026, 5, 1), new(2026, 5, 31)]).Faults);
        var overlapping = Mapping(before with { ValidTo = new CalendarDate(2026, 5, 1) }, after);
        Assert.Equal("wbs-ambiguous", Coded(overlapping, code, new CalendarDate(2026, 5, 1)));
    }

    // One code in projects of two organizations, and one whose vendor's site is in another business unit while cross-charge is off.
    [Theory]
    [InlineData("UNIT EAST", "UNIT EAST", "East")]
    [InlineData("UNIT WEST", "UNIT WEST", "West")]
    [InlineData("UNIT EAST", "UNIT WEST", "business-unit")]
    public void One_code_gets_the_organization_of_each_project_and_is_refused_across_business_units(string project, string vendor, string expected)
    {
        var mapping = Mapping(Rule("one", "03-200", "S", "3.2", "Subcontract") with { Organization = OrganizationRule.VendorUnit }) with
        {
            BusinessUnit = project,
            AllowsCrossCharge = false,
        };
        var code = Code("03-200", "S");
        var resolution = WbsResolution.Of("Invoice 7, line 2", code.Codes, mapping, new CalendarDate(2026, 4, 30), new CodeUse("VI", vendor));
        Assert.Equal(expected, resolution.Coding?.ExpenditureOrganization ?? resolution.Refusal!.WireCode);
    }

    // A transaction control that forbids Equipment on 1.540 from April on.
    [Theory]
    [InlineData("2026-03-31", "Equipment", "1.540 Equipment")]
    [InlineData("2026-04-01", "Equipment", "transaction-control")]
    [InlineData("2026-04-01", "Material", "1.540 Material")]
    public void A_transaction_control_forbids_equipment_on_its_task_from_its_first_day(string day, string type, string expected)
    {
        var mapping = Mapping(Rule("one", "01-540", "*", "1.540", type)) with
        {
            Controls = [new TransactionControl("1.540", "Equipment", new CalendarDate(2026, 4, 1), null)],
        };
        Assert.True(CalendarDate.TryParse(day, out var on));
        Assert.Equal(expected, Coded(mapping, Code("01-540", "E"), on));
    }

    // 5,000 codes of which 82 have a fault: each is found once with its reason, and no other.
    [Fact]
    public void Of_five_thousand_codes_exactly_the_eighty_two_faults_are_found_each_once()
    {
        var reasons = Enumerable
            .Range(0, Codes)
            .Select(number =>
                number % 61 != 7 || number / 61 >= 82 ? ""
                : number / 61 is var fault && fault < 60 ? "wbs-unmapped"
                : fault < 72 ? "wbs-ambiguous"
                : fault < 79 ? "task-not-lowest-level"
                : "task-not-chargeable"
            )
            .ToList();
        var rules = reasons.SelectMany((reason, number) => Rules(reason, $"C{number:D4}"));
        var codes = reasons.Select((_, number) => Code($"C{number:D4}", "S")).ToList();
        var report = ProjectCoverage.Of(codes, Mapping([.. rules]), CoverageDays.Between(new(2026, 1, 31), new(2026, 12, 31)));
        Assert.Equal((Codes, 82, 82), (report.Codes, report.Faults, report.Findings.Count));
        Assert.Equal("4,918 of 5,000 codes have one Oracle coding on each date. 82 have not, with open work of 82.00.", report.Sentence);
        Assert.Equal(
            ["task-not-chargeable 3", "task-not-lowest-level 7", "wbs-ambiguous 12", "wbs-unmapped 60"],
            report.Findings.CountBy(finding => finding.Reason).Select(reason => $"{reason.Key} {reason.Value}").Order(StringComparer.Ordinal)
        );
        Assert.All(report.Findings, finding => Assert.Equal(finding.Reason, reasons[codes.IndexOf(finding.Code)]));
    }

    private static IEnumerable<WbsMappingRule> Rules(string reason, string costCode) =>
        reason switch
        {
            "wbs-unmapped" => [],
            "wbs-ambiguous" => [Rule(costCode, costCode, "*", "3.1", "Subcontract"), Rule(costCode + " again", costCode, "*", "3.2", "Subcontract")],
            "task-not-lowest-level" => [Rule(costCode, costCode, "*", "summary", "Subcontract")],
            "task-not-chargeable" => [Rule(costCode, costCode, "*", "closed", "Subcontract")],
            _ => [Rule(costCode, costCode, "*", "3.2", "Subcontract")],
        };

    private static string Coded(WbsMapping mapping, UsedCode code, CalendarDate day)
    {
        var resolution = WbsResolution.Of("Invoice 7, line 2", code.Codes, mapping, day, code.Use);
        return resolution.Coding is { } coding ? $"{coding.TaskNumber} {coding.ExpenditureType}" : resolution.Refusal!.WireCode;
    }

    private static UsedCode Code(string costCode, string costType, string needed = "VI") =>
        new()
        {
            Key = costCode + costType,
            FlatCode = $"{costCode}.{costType}",
            Codes = new SegmentCodes(null, costCode, costType),
            Use = new CodeUse(needed, null),
            OpenAmount = 1m,
        };

    private static WbsMappingRule Rule(string key, string costCode, string costType, string task, string type) =>
        new()
        {
            Key = key,
            IsOfProject = true,
            CostCode = CodePattern.Parse(costCode),
            CostType = CodePattern.Parse(costType),
            TaskNumber = task,
            ExpenditureType = type,
        };

    private static WbsMapping Mapping(params WbsMappingRule[] rules) =>
        new()
        {
            ProjectNumber = "P1",
            ExpenditureOrganization = "East",
            TaskSource = TaskSource.Rule,
            BusinessUnit = "UNIT EAST",
            Rules = new MappingRules(rules),
            Tasks = new ProjectTasks([
                .. new[] { "3.1", "3.2", "T5.1", "T7.4", "1.540" }.Select(number => Task(number)),
                Task("summary", isLowest: false),
                Task("closed", isChargeable: false),
            ]),
            Catalog = new OracleCatalog(
                [Type("Labor", "ST"), .. new[] { "Material", "Subcontract", "Equipment" }.Select(name => Type(name, "VI"))],
                [Organization("East", "UNIT EAST"), Organization("West", "UNIT WEST")]
            ),
        };

    private static ProjectTask Task(string number, bool isLowest = true, bool isChargeable = true) =>
        new()
        {
            TaskNumber = number,
            IsLowestLevel = isLowest,
            IsChargeable = isChargeable,
        };

    private static OracleExpenditureType Type(string name, string needed) =>
        new()
        {
            Name = name,
            Classes = [needed],
            IsActive = true,
        };

    private static OracleOrganization Organization(string name, string unit) =>
        new()
        {
            Name = name,
            BusinessUnit = unit,
            OwnsExpenditures = true,
            IsUnitDefault = true,
        };
}
