using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Domain.Wbs.Coverage;
using Xunit;

namespace PowerIntegration.Domain.Tests.Wbs;

public sealed class CoverageProofTests
{
    private static readonly CalendarDate May = new(2026, 5, 1);
    private static readonly SegmentCodes Steel = new(null, "05-100", "M");

    // B1: three codings from one cost code.
    [Theory]
    [InlineData("L", "3.1 Labor")]
    [InlineData("M", "3.2 Material")]
    [InlineData("S", "3.2 Subcontract")]
    public void Each_cost_type_of_a_cost_code_has_a_coding_of_its_own(string costType, string coding)
    {
        var mapping = Mapping(
            Rule("L", "03-200", "L", "3.1") with
            {
                ExpenditureType = "Labor",
            },
            Rule("M", "03-200", "M", "3.2"),
            Rule("S", "03-200", "S", "3.2") with
            {
                ExpenditureType = "Subcontract",
            }
        );
        var proof = Prove(mapping, new SegmentCodes(null, "03-200", costType), May);
        Assert.Equal(CoverageState.Covered, proof.State);
        Assert.Equal(coding, $"{proof.Decision.Coding!.TaskNumber} {proof.Decision.Coding.ExpenditureType}");
    }

    [Fact]
    public void On_the_first_day_of_the_calendar_nothing_was_covered_before() =>
        Assert.Equal(CoverageState.Uncovered, Prove(Mapping(), Steel, default).State);

    // B3: a retired code that is used again for another scope.
    [Theory]
    [InlineData(-1, "T5.1")]
    [InlineData(0, "T7.4")]
    public void A_code_that_is_used_again_has_another_task_from_that_day_on(int day, string task)
    {
        var mapping = Mapping(
            Rule("before", "05-100", "*", "T5.1") with
            {
                ValidTo = May.AddDays(-1),
            },
            Rule("after", "05-100", "*", "T7.4") with
            {
                ValidFrom = May,
            }
        );
        Assert.Equal(task, Prove(mapping, Steel, May.AddDays(day)).Decision.Coding!.TaskNumber);
    }

    // B5: the organization of the vendor's business unit.
    [Theory]
    [InlineData("EAST", "EAST", false, null, "Org East")]
    [InlineData("WEST", "WEST", false, null, "Org West")]
    [InlineData("EAST", "WEST", false, CodingFault.BusinessUnit, "")]
    [InlineData("EAST", "WEST", true, null, "Org West")]
    [InlineData("EAST", "SOUTH", true, CodingFault.Organization, "")]
    public void The_organization_of_another_business_unit_needs_cross_charge(
        string projectUnit,
        string vendorUnit,
        bool allowsCrossCharge,
        CodingFault? fault,
        string organization
    )
    {
        var mapping = Mapping(Rule("one", "*", "M", "T5.1") with { Organization = OrganizationRule.VendorUnit }) with
        {
            BusinessUnit = projectUnit,
            AllowsCrossCharge = allowsCrossCharge,
        };
        var decision = CodeDecision.Of(Steel, new CodeUse(null, vendorUnit), mapping, May);
        Assert.Equal(fault, decision.Fault);
        Assert.Equal(organization, fault is null ? decision.Coding!.ExpenditureOrganization : "");
    }

    // B11: a transaction control from a day on.
    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, CodingFault.TransactionControl)]
    public void A_transaction_control_forbids_a_type_from_its_first_day(int day, CodingFault? fault)
    {
        var mapping = Mapping(Rule("one", "05-100", "M", "T5.1")) with { Controls = [new TransactionControl("T5.1", "Material", May, null)] };
        Assert.Equal(fault, Prove(mapping, Steel, May.AddDays(day)).Decision.Fault);
    }

    [Theory]
    [InlineData("summary", CodingFault.SummaryTask)]
    [InlineData("closed", CodingFault.NotChargeable)]
    [InlineData("ended", CodingFault.TaskClosed)]
    [InlineData("later", CodingFault.TaskDates)]
    [InlineData("gone", CodingFault.TaskMissing)]
    public void A_task_that_takes_no_cost_is_named_by_its_cause(string task, CodingFault fault)
    {
        var proof = Prove(Mapping(Rule("one", "05-100", "*", task)), Steel, May);
        Assert.Equal(fault, proof.Decision.Fault);
        Assert.False(proof.IsSafe);
    }

    [Theory]
    [InlineData("Nowhere", CodingFault.TypeInactive)]
    [InlineData("Off", CodingFault.TypeInactive)]
    [InlineData("Labor", CodingFault.TypeClass)]
    public void A_type_must_be_active_and_fit_the_document(string type, CodingFault fault) =>
        Assert.Equal(fault, Prove(Mapping(Rule("one", "05-100", "*", "T5.1") with { ExpenditureType = type }), Steel, May).Decision.Fault);

    [Fact]
    public void What_was_covered_before_is_stale_and_says_until_when()
    {
        var ended = Rule("one", "05-100", "*", "T5.1") with { ValidTo = May.AddDays(-10) };
        var proof = Prove(Mapping(ended), Steel, May);
        Assert.Equal((CoverageState.Stale, CodingFault.NoRow), (proof.State, proof.Decision.Fault));
        Assert.Equal(May.AddDays(-10), proof.Until);
    }

    [Fact]
    public void A_task_that_became_a_summary_was_covered_until_the_day_before()
    {
        var changed = new ProjectTask
        {
            TaskNumber = "T9",
            IsLowestLevel = false,
            IsChargeable = true,
            ChangedOn = May.AddDays(-3),
        };
        var mapping = Mapping(Rule("one", "05-100", "*", "T9")) with { Tasks = new ProjectTasks([changed]) };
        Assert.Equal(May.AddDays(-4), Prove(mapping, Steel, May).Until);
        Assert.Equal(
            CoverageState.Uncovered,
            Prove(mapping with { Tasks = new ProjectTasks([changed with { ChangedOn = null }]) }, Steel, May).State
        );
    }

    [Fact]
    public void A_second_rule_ends_the_coverage_on_the_day_before_it_begins()
    {
        var mapping = Mapping(
            Rule("one", "05-100", "*", "T5.1"),
            Rule("two", "05-100", "*", "T7.4") with
            {
                ValidFrom = May.AddDays(-5),
                ValidTo = May.AddDays(-2),
            },
            Rule("three", "05-100", "M", "gone") with
            {
                ValidFrom = May.AddDays(-1),
            }
        );
        Assert.Equal(May.AddDays(-6), Prove(mapping, Steel, May).Until);
        Assert.Equal(CoverageState.Ambiguous, Prove(mapping, Steel, May.AddDays(-3)).State);
    }

    [Fact]
    public void A_rule_for_all_codes_covers_but_is_not_safe()
    {
        var catchAll = Mapping(Rule("one", "*", "M", "T5.1"));
        Assert.True(Prove(catchAll, Steel, May) is { State: CoverageState.Covered, IsCatchAll: true, IsSafe: false });
        Assert.False(Prove(Mapping(Rule("one", "05*", "M", "T5.1")), Steel, May).IsCatchAll);
        var segment = Steel with { TaskSegment = "T5.1" };
        Assert.True(Prove(catchAll with { TaskSource = TaskSource.Segment }, segment, May).IsSafe);
    }

    [Theory]
    [InlineData(TaskSource.Segment, "T7.4", "T7.4")]
    [InlineData(TaskSource.Segment, null, null)]
    [InlineData(TaskSource.Rule, "T7.4", "T5.1")]
    [InlineData(TaskSource.SegmentOrRule, "T7.4", "T7.4")]
    [InlineData(TaskSource.SegmentOrRule, null, "T5.1")]
    public void The_project_declares_where_the_task_comes_from(TaskSource source, string? segment, string? task)
    {
        var mapping = Mapping(Rule("one", "05-100", "*", "T5.1")) with { TaskSource = source };
        var proof = Prove(mapping, Steel with { TaskSegment = segment }, May);
        Assert.Equal(task, proof.State == CoverageState.Covered ? proof.Decision.Coding!.TaskNumber : null);
    }

    [Fact]
    public void Without_organizations_a_rule_by_the_vendors_unit_is_refused()
    {
        var mapping = Mapping(Rule("one", "05-100", "*", "T5.1") with { Organization = OrganizationRule.VendorUnit }) with { Catalog = null };
        Assert.Equal(CodingFault.Organization, Prove(mapping, Steel, May).Decision.Fault);
    }

    [Theory]
    [InlineData("transaction-control", "T5.1")]
    [InlineData("type-class", "VI")]
    [InlineData("type-inactive", "'Off'")]
    [InlineData("organization", "'Org Gone'")]
    [InlineData("business-unit", "'EAST'")]
    public void A_refusal_names_the_value_and_who_can_mend_it(string reason, string value)
    {
        var rule = Rule("one", "05-100", "*", "T5.1");
        var mapping = reason switch
        {
            "transaction-control" => Mapping(rule) with { Controls = [new TransactionControl(null, null, null, null)] },
            "type-class" => Mapping(rule with { ExpenditureType = "Labor" }),
            "type-inactive" => Mapping(rule with { ExpenditureType = "Off" }),
            "organization" => Mapping(rule with { Organization = OrganizationRule.Fixed("Org Gone") }),
            _ => Mapping(rule with { Organization = OrganizationRule.Fixed("Org West") }),
        };
        var refusal = WbsResolution.Of("Invoice 7, line 2", Steel, mapping, May, new CodeUse("VI", null)).Refusal!;
        Assert.Equal(reason, refusal.WireCode);
        Assert.All(
            ["Invoice 7, line 2", value, "mapping administrator", "05-100 / M"],
            part => Assert.Contains(part, refusal.Sentence, StringComparison.Ordinal)
        );
    }

    private static CodeCoverage Prove(WbsMapping mapping, SegmentCodes codes, CalendarDate day) =>
        CoverageProof.Of(codes, new CodeUse(codes.CostType == "L" ? "ST" : "VI", null), mapping, day);

    private static WbsMappingRule Rule(string key, string costCode, string costType, string task) =>
        new()
        {
            Key = key,
            CostCode = CodePattern.Parse(costCode),
            CostType = CodePattern.Parse(costType),
            TaskNumber = task,
            ExpenditureType = "Material",
        };

    private static WbsMapping Mapping(params WbsMappingRule[] rules) =>
        new()
        {
            ProjectNumber = "P1",
            ExpenditureOrganization = "Org East",
            TaskSource = TaskSource.Rule,
            BusinessUnit = "EAST",
            Rules = new MappingRules(rules),
            Tasks = new ProjectTasks([
                Task("3.1"),
                Task("3.2"),
                Task("T5.1"),
                Task("T7.4"),
                Task("summary") with
                {
                    IsLowestLevel = false,
                },
                Task("closed") with
                {
                    IsChargeable = false,
                },
                Task("ended") with
                {
                    Finish = May.AddDays(-1),
                },
                Task("later") with
                {
                    Start = May.AddDays(1),
                },
            ]),
            Catalog = new OracleCatalog(
                [Type("Labor", "ST"), Type("Material", "VI"), Type("Subcontract", "VI"), Type("Off", "VI") with { IsActive = false }],
                [Organization("Org East", "EAST"), Organization("Org West", "WEST")]
            ),
        };

    private static ProjectTask Task(string number) =>
        new()
        {
            TaskNumber = number,
            IsLowestLevel = true,
            IsChargeable = true,
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
