using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Tool.Mapping;
using PowerIntegration.Tool.Workbooks;

namespace PowerIntegration.Tool.Tests.Mapping;

/// <summary>A project P1 with five tasks, and rows for it.</summary>
internal static class AnEnvironment
{
    public static readonly string[] Sound = ["P1", "*", "07-840", "SUB", "", "", "0784", "Subcontract", "", "2026-01-01", "", ""];

    public static ProjectFacts Project { get; } =
        new()
        {
            Id = Id(1),
            ProcoreId = "501",
            Mapping = new WbsMapping
            {
                ProjectNumber = "P1",
                ExpenditureOrganization = "Org A",
                TaskSource = TaskSource.Rule,
                Rules = MappingRules.None,
                Tasks = new ProjectTasks([
                    Task("0784", "Firestopping") with
                    {
                        Start = new CalendarDate(2026, 3, 1),
                    },
                    Task("2600", "Electrical") with
                    {
                        Start = new CalendarDate(2026, 3, 1),
                    },
                    Task("09", "Finishes") with
                    {
                        IsLowestLevel = false,
                    },
                    Task("0990", "Painting") with
                    {
                        Parent = "09",
                        Start = new CalendarDate(2026, 3, 1),
                    },
                    Task("closed", "Site") with
                    {
                        IsChargeable = false,
                    },
                    Task("1000", "Early") with
                    {
                        Finish = new CalendarDate(2025, 12, 31),
                    },
                ]),
            },
            TaskIds = new Dictionary<string, Guid>
            {
                ["0784"] = Id(784),
                ["2600"] = Id(2600),
                ["0990"] = Id(990),
            },
            Rules = [],
            Posted = [],
            Codes = [new ListedCode("07-840.SUB", new SegmentCodes(null, "07-840", "SUB"), ["Firestopping"], null)],
        };

    public static EnvironmentFacts Facts { get; } =
        new()
        {
            Id = Id(9),
            Key = "LAKESHORE",
            Generation = 1,
            Projects = new Dictionary<string, ProjectFacts> { ["P1"] = Project },
            ProjectNumbers = ["P1", "FYT-2401"],
            TypeNames = ["Subcontract", "Material", "Old"],
            OrganizationNames = ["Org A", "Org B", "Tax only"],
            Catalog = new OracleCatalog(
                [Type("Subcontract"), Type("Material"), Type("Old") with { IsActive = false }],
                [Organization("Org A"), Organization("Org B"), Organization("Tax only") with { OwnsExpenditures = false }]
            ),
        };

    public static EnvironmentFacts With(params StoredRule[] rules) => With(Project with { Rules = rules });

    public static EnvironmentFacts With(ProjectFacts project)
    {
        var active = new MappingRules(project.Rules.Where(rule => !rule.IsDraft).Select(rule => rule.Rule));
        project = project with { Mapping = project.Mapping with { Rules = active } };
        return Facts with { Projects = new Dictionary<string, ProjectFacts> { ["P1"] = project } };
    }

    /// <summary>The active rule that says the same as a row.</summary>
    public static StoredRule Stored(int id, params string[] cells)
    {
        var row = RowReading.Of(Row(id, cells), [])!;
        return new StoredRule
        {
            Id = Id(id),
            Name = $"Rule {id}",
            IsDraft = false,
            Rule = row.Rule with { Key = $"K{id}" },
            Written = WrittenCodes.Of(row.Rule),
        };
    }

    /// <summary>A row whose cells are texts.</summary>
    public static MapRow Row(int number, params string[] cells) =>
        new(
            number,
            cells
                .Select((text, place) => new SheetCell(number, place + 1, CellKind.Text, text))
                .Where(cell => cell.Text.Length > 0)
                .ToDictionary(cell => (MapColumn)(cell.Column - 1)),
            Enum.GetValues<MapColumn>().ToDictionary(column => column, column => (int)column + 1)
        );

    /// <summary>The sound row with another value in one column.</summary>
    public static string[] But(MapColumn column, string value) => [.. Sound.Select((text, place) => place == (int)column ? value : text)];

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public static OracleExpenditureType Type(string name) =>
        new()
        {
            Name = name,
            Classes = CodeUse.OfSupplierInvoices.NeededClass is { } needed ? [needed] : [],
            IsActive = true,
        };

    private static OracleOrganization Organization(string name) =>
        new()
        {
            Name = name,
            BusinessUnit = "U1",
            OwnsExpenditures = true,
        };

    private static ProjectTask Task(string number, string name) =>
        new()
        {
            TaskNumber = number,
            Name = name,
            IsLowestLevel = true,
            IsChargeable = true,
        };
}
