using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Domain.Wbs.Coverage;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Wbs;
using PowerIntegration.Tool.Mapping;

namespace PowerIntegration.Tool.Coverage;

/// <summary>Reads a project of an environment and proves it as the gateway does. It writes nothing.</summary>
/// <param name="store">Dataverse.</param>
/// <param name="cancellation">Gives up.</param>
internal sealed class EnvironmentProof(IMappingStore store, CancellationToken cancellation)
{
    private const string DocumentAlias = "document";

    /// <summary>Proves.</summary>
    /// <param name="environmentKey">Key of the environment; null for the only one.</param>
    /// <param name="project">Oracle number of the project, or its name.</param>
    /// <param name="span">First and last day.</param>
    /// <exception cref="InvalidDataException">Environment or project cannot be told.</exception>
    public async Task<ProvedProject> OfAsync(string? environmentKey, string project, CoverageSpan span)
    {
        var known = new KnownProjects(store, cancellation);
        var environment = await known.EnvironmentAsync(environmentKey);
        var key = new RowView(environment).RequiredText(EnvironmentTable.Key);
        var row = Chosen(project, key, [.. (await known.ProjectsAsync(environment.Id)).SelectMany(same => same)]);
        var mapping = await MappingAsync(row, environment.Id);
        var report = ProjectCoverage.Of(await CodesAsync(row.Id), mapping, CoverageDays.Between(span.From, span.To));
        return new ProvedProject(key, NameOf(row), mapping, span, report);
    }

    // A number names before a name: a project may be called by the number of another one.
    private static Entity Chosen(string project, string environment, IReadOnlyList<Entity> all)
    {
        var found = all.Where(row => NumberOf(row) == project).ToList();
        found = found.Count > 0 ? found : [.. all.Where(row => NameOf(row) == project)];
        if (found is [var only])
        {
            return only;
        }

        if (found.Count > 1)
        {
            throw new InvalidDataException(
                $"{found.Count} active projects of the environment {environment} are called {project}. Give the Oracle number of one of them: "
                    + string.Join(", ", found.Select(NumberOf))
                    + "."
            );
        }

        var near = NearText.Of(project, all.Select(NumberOf).Concat(all.Select(NameOf)).Distinct(StringComparer.Ordinal));
        throw new InvalidDataException(
            $"The environment {environment} has no active project with the Oracle number or the name {project}."
                + (near.Length == 0 ? " Give the number as Oracle writes it." : $" Did you mean {near}?")
        );
    }

    private async Task<WbsMapping> MappingAsync(Entity project, Guid environmentId)
    {
        var tasks = await store.ListAsync(MappingQueries.Tasks(project.Id), cancellation);
        var rules = await store.ListAsync(MappingQueries.Rules(project.Id, environmentId, RuleStateChoice.Active), cancellation);
        var controls = await store.ListAsync(MappingQueries.Controls(project.Id), cancellation);
        var types = await store.ListAsync(MappingQueries.Types(environmentId), cancellation);
        var organizations = await store.ListAsync(MappingQueries.Organizations(environmentId), cancellation);
        return MappingRows.Mapping(project, tasks, rules, controls, MappingRows.Catalog(types, organizations));
    }

    private async Task<IReadOnlyList<UsedCode>> CodesAsync(Guid projectId)
    {
        var days = await OpenDaysAsync(projectId);
        return
        [
            .. (await store.ListAsync(MappingQueries.CodesInUse(projectId), cancellation)).Select(row => MappingRows.Used(new RowView(row), days)),
        ];
    }

    // The days of documents that are not sent yet, by the ID of the code in Procore.
    private async Task<IReadOnlyDictionary<string, IReadOnlyList<CalendarDate>>> OpenDaysAsync(Guid projectId)
    {
        var lines = new QueryExpression(SourceLineTable.LogicalName) { ColumnSet = new ColumnSet(SourceLineTable.WbsCodeId), Distinct = true };
        var document = lines.AddLink(DocumentTable.LogicalName, SourceLineTable.DocumentId, DocumentTable.Id);
        document.EntityAlias = DocumentAlias;
        document.Columns = new ColumnSet(DocumentTable.PeriodEnd);
        document.LinkCriteria.AddCondition(DocumentTable.ProjectId, ConditionOperator.Equal, projectId);
        document.LinkCriteria.AddCondition(DocumentTable.DocumentState, ConditionOperator.In, [.. MappingQueries.OpenStates.Cast<object>()]);
        return (await store.ListAsync(lines, cancellation))
            .Select(row =>
                (Code: new RowView(row).Text(SourceLineTable.WbsCodeId), Day: new RowView(row, DocumentAlias).Date(DocumentTable.PeriodEnd))
            )
            .Where(line => line.Code is not null && line.Day is not null)
            .GroupBy(line => line.Code!, line => line.Day!.Value, StringComparer.Ordinal)
            .ToDictionary(code => code.Key, code => (IReadOnlyList<CalendarDate>)[.. code.Distinct().Order()], StringComparer.Ordinal);
    }

    private static string NumberOf(Entity project) => new RowView(project).Text(ProjectTable.OracleProjectNumber) ?? "";

    private static string NameOf(Entity project) => new RowView(project).Text(ProjectTable.Name) ?? NumberOf(project);
}
