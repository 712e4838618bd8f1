using PowerIntegration.Domain.Wbs;
using PowerIntegration.Tool.Files;

namespace PowerIntegration.Tool.Coverage;

/// <summary>Everything of the files but codes and cost lines: it is kept in memory, they are read one by one.</summary>
internal sealed class FiledStructure
{
    private readonly DirectoryInfo folder;
    private readonly Dictionary<string, FiledProject> projects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MappingRules> company = new(StringComparer.Ordinal);

    private FiledStructure(DirectoryInfo folder) => this.folder = folder;

    /// <summary>The projects, by number.</summary>
    public IReadOnlyDictionary<string, FiledProject> Projects => projects;

    /// <summary>Reads the structure.</summary>
    /// <exception cref="InvalidDataException">A file has a mistake.</exception>
    public static FiledStructure Read(DirectoryInfo folder)
    {
        var structure = new FiledStructure(folder);
        structure.ReadAll();
        return structure;
    }

    /// <summary>The project that a row names.</summary>
    public FiledProject ProjectOf(CsvRow row) => projects.TryGetValue(row.Text("project"), out var project) ? project : throw Unlisted(row);

    /// <summary>The names of the items of segments, by project, segment and path.</summary>
    /// <param name="wanted">The projects for which they are needed.</param>
    public IReadOnlyDictionary<(string Project, string Segment, string Path), string> ItemNames(IReadOnlySet<string> wanted)
    {
        var names = new Dictionary<(string, string, string), string>();
        foreach (var row in RowsOf(StructureFile.SegmentItems))
        {
            ProjectOf(row);
            if (wanted.Contains(row.Text("project")))
            {
                names[(row.Text("project"), row.Text("segment"), row.Text("path"))] = row.Text("name");
            }
        }

        return names;
    }

    /// <summary>The rows of a file.</summary>
    public IEnumerable<CsvRow> RowsOf(string name) =>
        CsvFile.Rows(StructureFile.PathOf(folder, name), StructureFile.ColumnsOf(name), keepsSpaces: true);

    private void ReadAll()
    {
        var catalog = new OracleCatalog(
            Once(StructureFile.Types, "expenditure_type", FileRows.Type),
            Once(StructureFile.Organizations, "organization", FileRows.OrganizationRow)
        );
        var found = RowsOf(StructureFile.Projects).Select(row => (Name: row.Required("project"), Project: ReadProject(row, catalog))).ToList();
        foreach (var (name, project) in found)
        {
            if (!projects.TryAdd(name, project))
            {
                throw new InvalidDataException($"{StructureFile.Projects}.csv: project {name} appears twice. Remove one row.");
            }
        }

        var tasks = ByProject(StructureFile.Tasks, FileRows.Task);
        var controls = ByProject(StructureFile.Controls, FileRows.Control);
        var rules = ReadRules();
        foreach (var (name, project) in found)
        {
            projects[name] = project with
            {
                Mapping = project.Mapping with
                {
                    Tasks = TasksOf(name, tasks[name]),
                    Controls = [.. controls[name]],
                    Rules = new MappingRules(
                        rules[name].Select(rule => FileRows.For(rule, project.TaskSegment)),
                        CompanyRules(rules[""], project.TaskSegment)
                    ),
                },
            };
        }
    }

    private static FiledProject ReadProject(CsvRow row, OracleCatalog catalog)
    {
        var isFromSegment = row.Text("task_source") switch
        {
            "segment" => true,
            "rules" => false,
            var other => throw row.Mistake("task_source", other, "segment or rules"),
        };
        return new FiledProject(
            isFromSegment ? row.Required("task_segment") : null,
            new WbsMapping
            {
                ProjectNumber = row.Text("project"),
                ExpenditureOrganization = row.Text("organization"),
                TaskSource = isFromSegment ? TaskSource.Segment : TaskSource.Rule,
                BusinessUnit = row.Text("business_unit"),
                AllowsCrossCharge = row.Flag("cross_charge"),
                Rules = MappingRules.None,
                Tasks = ProjectTasks.None,
                Catalog = catalog,
            }
        );
    }

    // The rules of the company are arranged once for each task segment, and not once for each project.
    private MappingRules CompanyRules(IEnumerable<WbsMappingRule> rules, string? taskSegment)
    {
        if (!company.TryGetValue(taskSegment ?? "", out var arranged))
        {
            company[taskSegment ?? ""] = arranged = new MappingRules(rules.Select(rule => FileRows.For(rule, taskSegment)));
        }

        return arranged;
    }

    private ILookup<string, WbsMappingRule> ReadRules()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rules = new List<(string Project, WbsMappingRule Rule)>();
        foreach (var row in RowsOf(StructureFile.Rules))
        {
            var key = row.Required("rule");
            if (!seen.Add(key))
            {
                throw row.Mistake("rule", key, "each rule once");
            }

            var project = ScopeOf(row);
            if (row.Text("status") == "Active")
            {
                rules.Add((project, FileRows.Rule(row)));
            }
        }

        return rules.ToLookup(rule => rule.Project, rule => rule.Rule, StringComparer.Ordinal);
    }

    private string ScopeOf(CsvRow row)
    {
        var project = row.Text("project");
        return row.Text("scope") switch
        {
            "company" when project.Length == 0 => "",
            "company" => throw row.Mistake("project", project, "no project for a rule of the company"),
            "project" when projects.ContainsKey(project) => project,
            "project" => throw Unlisted(row),
            var other => throw row.Mistake("scope", other, "company or project"),
        };
    }

    private ILookup<string, T> ByProject<T>(string name, Func<CsvRow, T> read) =>
        RowsOf(name)
            .Select(row => projects.ContainsKey(row.Text("project")) ? (Project: row.Text("project"), Value: read(row)) : throw Unlisted(row))
            .ToLookup(row => row.Project, row => row.Value, StringComparer.Ordinal);

    private static ProjectTasks TasksOf(string project, IEnumerable<ProjectTask> rows)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return new ProjectTasks(
            rows.Select(task =>
                seen.Add(task.TaskNumber)
                    ? task
                    : throw new InvalidDataException(
                        $"{StructureFile.Tasks}.csv: task {task.TaskNumber} of project {project} appears twice. Remove one row."
                    )
            )
        );
    }

    private IEnumerable<T> Once<T>(string name, string column, Func<CsvRow, T> read)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return RowsOf(name).Select(row => seen.Add(row.Required(column)) ? read(row) : throw row.Mistake(column, row.Text(column), "each one once"));
    }

    private static InvalidDataException Unlisted(CsvRow row) =>
        row.Mistake("project", row.Text("project"), $"a project that {StructureFile.Projects}.csv lists");
}
