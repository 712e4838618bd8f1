using System.Collections.Concurrent;
using System.Net.Http;
using System.Xml.Linq;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Identity;
using PowerIntegration.Sandbox.App.Access;
using PowerIntegration.Sandbox.App.Catalog;
using PowerIntegration.Sandbox.App.Charts;
using PowerIntegration.Sandbox.App.Commands;
using PowerIntegration.Sandbox.App.Definitions;
using PowerIntegration.Sandbox.App.Frame;
using PowerIntegration.Sandbox.App.Requests;

namespace PowerIntegration.Sandbox.App;

/// <summary>The model-driven app of the loaded solutions, drawn from their own files over the Web API.</summary>
/// <param name="client">Sends to the front application.</param>
/// <param name="root">Root of the front application.</param>
/// <param name="issuer">Signs tokens.</param>
/// <param name="solutionFolders">The unpacked solutions.</param>
/// <param name="reader">A user who may read everything; checks the definitions at the start.</param>
/// <param name="clock">Time of the sandbox.</param>
public sealed class AppSite(
    HttpClient client,
    string root,
    EntraIssuer issuer,
    IReadOnlyList<string> solutionFolders,
    SandboxUser reader,
    TimeProvider clock
)
{
    // What ships does not change while a process runs, so it is read and checked once, however many sandboxes there are.
    private static readonly ConcurrentDictionary<string, Loaded> Known = new(StringComparer.Ordinal);
    private static readonly SemaphoreSlim Gate = new(1, 1);

    private readonly string place = string.Join('\n', solutionFolders);
    private Loaded? loaded;

    /// <summary>Reads and checks every form, view, chart, dashboard and site map.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="SolutionRefusedException">A file has something that cannot be drawn; the sentence names it.</exception>
    public async Task RequireAsync(CancellationToken cancellation) => await LoadedAsync(cancellation);

    /// <summary>One request of a person.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="cancellation">Ends every wait of the request.</param>
    internal async Task<AppVisit> VisitAsync(SandboxUser user, CancellationToken cancellation)
    {
        var parts = await LoadedAsync(cancellation);
        var dataverse = new AppDataverse(client, root, issuer, user);
        return new AppVisit
        {
            User = user,
            Access = await AppAccess.LoadAsync(dataverse, user.SystemUserId, cancellation),
            Dataverse = dataverse,
            App = parts.App,
            Catalog = parts.Catalog,
            Now = clock.GetUtcNow(),
            Cancellation = cancellation,
        };
    }

    /// <summary>What the solutions define.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    internal async Task<AppDefinition> AppAsync(CancellationToken cancellation) => (await LoadedAsync(cancellation)).App;

    /// <summary>Checks what ships with some of its files replaced; only queries of the replaced files are run.</summary>
    /// <param name="folder">An unpacked solution that holds the files.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="SolutionRefusedException">A file has something that cannot be drawn; the sentence names it.</exception>
    internal async Task RequireWithAsync(string folder, CancellationToken cancellation)
    {
        var parts = await LoadedAsync(cancellation);
        await RequireAsync(parts.App.With(folder), parts.Catalog, file => file.StartsWith(folder, StringComparison.Ordinal), cancellation);
    }

    private async Task<Loaded> LoadedAsync(CancellationToken cancellation)
    {
        if (loaded is { } own || Known.TryGetValue(place, out own))
        {
            return loaded = own;
        }

        await Gate.WaitAsync(cancellation);
        try
        {
            return loaded = Known.TryGetValue(place, out own) ? own : Known[place] = await LoadAsync(cancellation);
        }
        finally
        {
            Gate.Release();
        }
    }

    private async Task<Loaded> LoadAsync(CancellationToken cancellation)
    {
        var app = AppDefinition.Load(solutionFolders);
        var dataverse = new AppDataverse(client, root, issuer, reader);
        var catalog = await TableCatalog.LoadAsync(dataverse, cancellation);
        await RequireAsync(app, catalog, _ => true, cancellation);
        return new Loaded(app, catalog);
    }

    private async Task RequireAsync(AppDefinition app, TableCatalog catalog, Func<string, bool> isRun, CancellationToken cancellation)
    {
        var dataverse = new AppDataverse(client, root, issuer, reader);
        new DefinitionCheck(app, catalog).Require();
        ScriptMembers.Require(app, AppAssets.Platform);
        foreach (var view in app.Views.Where(view => isRun(view.File)))
        {
            await RequireRunsAsync(dataverse, catalog, view, cancellation);
        }

        foreach (var chart in app.Charts.Where(chart => isRun(chart.File)))
        {
            await RequireRunsAsync(dataverse, catalog, chart, cancellation);
        }
    }

    // Dataverse itself says whether a query is one; a search by words keeps its place for them.
    private static async Task RequireRunsAsync(AppDataverse dataverse, TableCatalog catalog, ViewDefinition view, CancellationToken cancellation)
    {
        var fetch = new XElement(view.Fetch);
        if (view.Kind == ViewKind.QuickFind)
        {
            fetch
                .Descendants("filter")
                .Where(filter => DefinitionXml.Flag(filter.Attribute("isquickfindfields")?.Value, false))
                .ToList()
                .ForEach(filter => filter.Remove());
        }

        fetch.SetAttributeValue("count", 1);
        fetch.SetAttributeValue("page", 1);
        var answer = await dataverse.FetchAsync(catalog.Find(view.Table)!.Set, fetch, cancellation);
        if (!answer.IsGood)
        {
            throw new SolutionRefusedException($"{view.File}: the query of the view \"{view.Name}\" cannot be run: {answer.Sentence}");
        }
    }

    private static async Task RequireRunsAsync(AppDataverse dataverse, TableCatalog catalog, ChartDefinition chart, CancellationToken cancellation)
    {
        var answer = await dataverse.FetchAsync(catalog.Find(chart.Table)!.Set, ChartReader.Query(chart, null), cancellation);
        if (!answer.IsGood)
        {
            throw new SolutionRefusedException($"{chart.File}: the query of the chart \"{chart.Name}\" cannot be run: {answer.Sentence}");
        }
    }

    private sealed record Loaded(AppDefinition App, TableCatalog Catalog);
}
