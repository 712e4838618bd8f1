using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Wbs;

namespace PowerIntegration.Tool.Mapping;

/// <summary>Reads what a workbook is checked against.</summary>
/// <param name="store">Dataverse.</param>
/// <param name="cancellation">Gives up.</param>
internal sealed class FactsReading(IMappingStore store, CancellationToken cancellation)
{
    private const string DocumentAlias = "document";

    private static readonly string[] CodeColumns = [.. MappingQueries.CodeColumns];

    /// <summary>Reads.</summary>
    /// <param name="environmentKey">Key of the environment; null for the only one.</param>
    /// <param name="numbers">Oracle numbers of the projects that are needed.</param>
    /// <param name="hasCompanyRules">True where there are rules of the whole company.</param>
    /// <exception cref="InvalidDataException">The environment cannot be told, or a number names two projects.</exception>
    public async Task<EnvironmentFacts> ReadAsync(string? environmentKey, IReadOnlyCollection<string> numbers, bool hasCompanyRules)
    {
        var known = new KnownProjects(store, cancellation);
        var row = await known.EnvironmentAsync(environmentKey);
        var environment = new RowView(row);
        var types = await store.ListAsync(MappingQueries.Types(row.Id), cancellation);
        var organizations = await store.ListAsync(MappingQueries.Organizations(row.Id), cancellation);
        var catalog = MappingRows.Catalog(types, organizations);
        var projects = await known.ProjectsAsync(row.Id);
        var waiting = await new WaitingReading(store, cancellation).ReadAsync(row.Id, projects);
        var needed = projects
            .Where(project => numbers.Contains(project.Key) || (hasCompanyRules && waiting.Any(document => document.Project == project.Key)))
            .ToList();
        if (needed.Find(project => project.Skip(1).Any()) is { } twice)
        {
            throw new InvalidDataException(
                $"{twice.Count()} projects have the Oracle number {twice.Key}, so a workbook cannot name one of them. Enter their rules in the app."
            );
        }

        var company = await RulesAsync(null, row.Id, new Dictionary<Guid, string>());
        var taken = new HashSet<string>(company.Keys, StringComparer.Ordinal);
        var facts = new Dictionary<string, ProjectFacts>(StringComparer.Ordinal);
        foreach (var project in needed)
        {
            facts[project.Key] = await ProjectAsync(project.Single(), catalog, company.Rules, taken);
        }

        return new EnvironmentFacts
        {
            Id = row.Id,
            Key = environment.RequiredText(EnvironmentTable.Key),
            Generation = environment.WholeNumber(EnvironmentTable.Generation) ?? 1,
            Catalog = catalog,
            TypeNames = [.. types.Select(type => new RowView(type).RequiredText(OracleExpenditureTypeTable.Name))],
            OrganizationNames = [.. organizations.Select(one => new RowView(one).RequiredText(OracleOrganizationTable.Name))],
            Projects = facts,
            ProjectNumbers = [.. projects.Select(project => project.Key)],
            CompanyRules = company.Rules,
            Waiting = waiting,
            Posted = hasCompanyRules ? await PostedAsync(DocumentTable.EnvironmentId, row.Id) : [],
            TakenKeys = taken,
        };
    }

    private async Task<ProjectFacts> ProjectAsync(Entity row, OracleCatalog? catalog, IReadOnlyList<StoredRule> company, HashSet<string> taken)
    {
        var view = new RowView(row);
        var tasks = await store.ListAsync(MappingQueries.Tasks(row.Id), cancellation);
        var numbers = tasks.ToDictionary(task => task.Id, task => new RowView(task).RequiredText(OracleTaskTable.TaskNumber));
        var rules = await RulesAsync(row.Id, null, numbers);
        taken.UnionWith(rules.Keys);
        var controls = await store.ListAsync(MappingQueries.Controls(row.Id), cancellation);
        return new ProjectFacts
        {
            Id = row.Id,
            ProcoreId = view.RequiredText(ProjectTable.ProcoreId),
            Mapping = MappingRows.Empty(view) with
            {
                Tasks = new ProjectTasks(tasks.Select(task => MappingRows.Task(new RowView(task)))),
                Controls = [.. controls.Select(control => MappingRows.Control(new RowView(control)))],
                Catalog = catalog,
                Rules = new MappingRules(rules.Rules.Concat(company).Where(rule => !rule.IsDraft).Select(rule => rule.Rule)),
            },
            TaskIds = MappingRows.ByNumber(tasks).ToDictionary(task => task.Key, task => task.Value.Id, StringComparer.Ordinal),
            Rules = rules.Rules,
            Posted = await PostedAsync(DocumentTable.ProjectId, row.Id),
            Codes = await CodesAsync(row.Id, numbers),
        };
    }

    private async Task<(IReadOnlyList<StoredRule> Rules, IEnumerable<string> Keys)> RulesAsync(
        Guid? projectId,
        Guid? environmentId,
        Dictionary<Guid, string> tasks
    )
    {
        var query = MappingQueries.Rules(projectId, environmentId, RuleStateChoice.Active, RuleStateChoice.Draft, RuleStateChoice.Superseded);
        query.ColumnSet.AddColumns(WbsMappingRuleTable.RuleState, WbsMappingRuleTable.Contributors);
        var rows = await store.ListAsync(query, cancellation);
        var rules = rows.Where(row => new RowView(row).Choice(WbsMappingRuleTable.RuleState) != RuleStateChoice.Superseded)
            .Select(row => Rule(row, tasks))
            .OfType<StoredRule>();
        return ([.. rules], rows.Select(row => new RowView(row).Text(WbsMappingRuleTable.Key)).OfType<string>());
    }

    // A draft may be incomplete; one that cannot be read says the same as no row.
    private static StoredRule? Rule(Entity row, Dictionary<Guid, string> tasks)
    {
        var view = new RowView(row);
        if (SegmentText.Read(view.Text(WbsMappingRuleTable.OtherSegments)) is null)
        {
            return null;
        }

        var task = view.Reference(WbsMappingRuleTable.OracleTaskId) is { } id && tasks.TryGetValue(id, out var number) ? number : null;
        var isComplete = view.Has(WbsMappingRuleTable.ExpenditureType) && view.Date(WbsMappingRuleTable.ValidFrom) is not null;
        return new StoredRule
        {
            Id = row.Id,
            Name = view.Text(WbsMappingRuleTable.Name) ?? view.Text(WbsMappingRuleTable.Key) ?? "",
            IsDraft = view.Choice(WbsMappingRuleTable.RuleState) != RuleStateChoice.Active,
            Contributors = view.Text(WbsMappingRuleTable.Contributors) ?? "",
            Rule = isComplete ? MappingRows.Rule(view, task) : MappingRows.Patterns(view),
            Written = new WrittenCodes(
                view.Text(WbsMappingRuleTable.TaskSegmentCode),
                view.Text(WbsMappingRuleTable.CostCode),
                view.Text(WbsMappingRuleTable.CostType),
                view.Text(WbsMappingRuleTable.SubJob),
                view.Text(WbsMappingRuleTable.OtherSegments)
            ),
        };
    }

    // Each code and period once, not each line: a project has a hundred times as many lines.
    private async Task<IReadOnlyList<PostedCode>> PostedAsync(string column, Guid id)
    {
        var query = Of(SourceLineTable.LogicalName, SourceLineTable.TaskSegmentCode, SourceLineTable.CostCode, SourceLineTable.CostType);
        query.Distinct = true;
        var document = query.AddLink(DocumentTable.LogicalName, SourceLineTable.DocumentId, DocumentTable.Id);
        document.EntityAlias = DocumentAlias;
        document.Columns = new ColumnSet(DocumentTable.PeriodEnd);
        document.LinkCriteria.AddCondition(column, ConditionOperator.Equal, id);
        document.LinkCriteria.AddCondition(DocumentTable.DocumentState, ConditionOperator.Equal, DocumentStateChoice.Posted);
        return
        [
            .. from row in await store.ListAsync(query, cancellation)
            where new RowView(row, DocumentAlias).Date(DocumentTable.PeriodEnd) is not null
            group new RowView(row, DocumentAlias).RequiredDate(DocumentTable.PeriodEnd) by MappingRows.Codes(new RowView(row)) into ends
            select new PostedCode(ends.Key, ends.Max()),
        ];
    }

    private async Task<IReadOnlyList<ListedCode>> CodesAsync(Guid projectId, Dictionary<Guid, string> tasks)
    {
        var query = Of(
            ProcoreWbsCodeTable.LogicalName,
            [.. CodeColumns, ProcoreWbsCodeTable.FlatCode, ProcoreWbsCodeTable.CostCodeName, ProcoreWbsCodeTable.TaskSegmentName]
        );
        query.Criteria.AddCondition(ProcoreWbsCodeTable.ProjectId, ConditionOperator.Equal, projectId);
        var coverage = await new CoverageReading(store, cancellation).ReadAsync(projectId, tasks);
        return
        [
            .. (await store.ListAsync(query, cancellation)).Select(row => new ListedCode(
                new RowView(row).Text(ProcoreWbsCodeTable.FlatCode) ?? "",
                MappingRows.Codes(new RowView(row)),
                [.. Names(new RowView(row)).OfType<string>()],
                coverage.TryGetValue(row.Id, out var last) ? last : null
            )),
        ];
    }

    private static IEnumerable<string?> Names(RowView row) =>
        [row.Text(ProcoreWbsCodeTable.TaskSegmentName), row.Text(ProcoreWbsCodeTable.CostCodeName)];

    private static QueryExpression Of(string table, params string[] columns) => new(table) { ColumnSet = new ColumnSet(columns) };
}
