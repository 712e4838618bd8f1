using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Sandbox.App.Definitions;

/// <summary>Everything that the loaded solutions define for people: apps, site maps, views, forms, charts and dashboards.</summary>
internal sealed class AppDefinition
{
    private List<AppModuleDefinition> modules = [];
    private Dictionary<string, SiteMapDefinition> siteMaps = new(StringComparer.Ordinal);
    private Dictionary<Guid, ViewDefinition> views = [];
    private Dictionary<Guid, FormDefinition> forms = [];
    private Dictionary<Guid, ChartDefinition> charts = [];
    private Dictionary<Guid, DashboardDefinition> dashboards = [];
    private Dictionary<string, IReadOnlyList<RibbonControl>> ribbons = new(StringComparer.Ordinal);
    private Dictionary<string, WebResource> webResources = new(StringComparer.Ordinal);

    private AppDefinition() { }

    /// <summary>The app; null where no solution has one.</summary>
    public AppModuleDefinition? Module => modules.Count > 0 ? modules[0] : null;

    /// <summary>Its navigation.</summary>
    public SiteMapDefinition SiteMap => Module is { } app && siteMaps.TryGetValue(app.UniqueName, out var map) ? map : new SiteMapDefinition([]);

    /// <summary>Every view.</summary>
    public IReadOnlyCollection<ViewDefinition> Views => views.Values;

    /// <summary>Every form.</summary>
    public IReadOnlyCollection<FormDefinition> Forms => forms.Values;

    /// <summary>Every chart.</summary>
    public IReadOnlyCollection<ChartDefinition> Charts => charts.Values;

    /// <summary>Every dashboard.</summary>
    public IReadOnlyCollection<DashboardDefinition> Dashboards => dashboards.Values;

    /// <summary>Every command, by table.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<RibbonControl>> Commands => ribbons;

    /// <summary>Every page, style sheet, script and picture that ships, by name.</summary>
    public IReadOnlyDictionary<string, WebResource> WebResources => webResources;

    /// <summary>The commands of a table at a place, in their order.</summary>
    /// <param name="table">The table.</param>
    /// <param name="place">The place.</param>
    public IReadOnlyList<RibbonControl> CommandsOf(string table, CommandPlace place) =>
        ribbons.TryGetValue(table, out var all) ? [.. all.Where(one => one.Place == place).OrderBy(one => one.Sequence)] : [];

    /// <summary>The view, or null.</summary>
    /// <param name="id">Its id.</param>
    public ViewDefinition? View(Guid id) => views.GetValueOrDefault(id);

    /// <summary>The form, or null.</summary>
    /// <param name="id">Its id.</param>
    public FormDefinition? Form(Guid id) => forms.GetValueOrDefault(id);

    /// <summary>The chart, or null.</summary>
    /// <param name="id">Its id.</param>
    public ChartDefinition? Chart(Guid id) => charts.GetValueOrDefault(id);

    /// <summary>The dashboard, or null.</summary>
    /// <param name="id">Its id.</param>
    public DashboardDefinition? Dashboard(Guid id) => dashboards.GetValueOrDefault(id);

    /// <summary>The views of a table that people choose from: the default one first, then by name.</summary>
    /// <param name="table">The table.</param>
    public IReadOnlyList<ViewDefinition> PublicViews(string table) =>
        [
            .. views
                .Values.Where(view => view.Table == table && view.Kind == ViewKind.Public)
                .OrderByDescending(view => view.IsDefault)
                .ThenBy(view => view.Name, StringComparer.Ordinal),
        ];

    /// <summary>The view of a table for a purpose, the default one first; null for none.</summary>
    /// <param name="table">The table.</param>
    /// <param name="kind">The purpose.</param>
    public ViewDefinition? ViewFor(string table, ViewKind kind) =>
        views.Values.Where(view => view.Table == table && view.Kind == kind).OrderByDescending(view => view.IsDefault).FirstOrDefault();

    /// <summary>The charts of a table, by name.</summary>
    /// <param name="table">The table.</param>
    public IReadOnlyList<ChartDefinition> ChartsOf(string table) =>
        [.. charts.Values.Where(chart => chart.Table == table).OrderBy(chart => chart.Name, StringComparer.Ordinal)];

    /// <summary>The main forms of a table, in their order.</summary>
    /// <param name="table">The table.</param>
    public IReadOnlyList<FormDefinition> MainForms(string table) =>
        [
            .. forms
                .Values.Where(form => form.Table == table && !form.IsQuickView)
                .OrderBy(form => form.Order)
                .ThenBy(form => form.Name, StringComparer.Ordinal),
        ];

    /// <summary>Reads the folders in their order.</summary>
    /// <param name="solutionFolders">Unpacked solutions.</param>
    /// <exception cref="SolutionRefusedException">A file has something that is not drawn here; the sentence names file and element.</exception>
    public static AppDefinition Load(IEnumerable<string> solutionFolders)
    {
        var app = new AppDefinition();
        foreach (var folder in solutionFolders)
        {
            app.ReadFolder(folder);
        }

        return app;
    }

    /// <summary>The same with files of another folder in the place of those with the same ids.</summary>
    /// <param name="folder">An unpacked solution that holds some files.</param>
    /// <exception cref="SolutionRefusedException">A file has something that is not drawn here; the sentence names file and element.</exception>
    public AppDefinition With(string folder)
    {
        var changed = new AppDefinition();
        changed.ReadFolder(folder);
        return new AppDefinition
        {
            modules = changed.modules.Count > 0 ? changed.modules : modules,
            siteMaps = Merged(siteMaps, changed.siteMaps),
            views = Merged(views, changed.views),
            forms = Merged(forms, changed.forms),
            charts = Merged(charts, changed.charts),
            dashboards = Merged(dashboards, changed.dashboards),
            ribbons = Merged(ribbons, changed.ribbons),
            webResources = Merged(webResources, changed.webResources),
        };
    }

    private static Dictionary<TKey, TValue> Merged<TKey, TValue>(Dictionary<TKey, TValue> all, Dictionary<TKey, TValue> changed)
        where TKey : notnull
    {
        var merged = new Dictionary<TKey, TValue>(all, all.Comparer);
        foreach (var (key, value) in changed)
        {
            merged[key] = value;
        }

        return merged;
    }

    private void ReadFolder(string folder)
    {
        modules.AddRange(Folders(folder, "AppModules").SelectMany(module => Files(module, ".", "AppModule.xml")).Select(AppModuleFile.Read));
        foreach (var file in Folders(folder, "AppModuleSiteMaps").SelectMany(map => Files(map, ".", "AppModuleSiteMap.xml")))
        {
            var (name, map) = SiteMapFile.Read(file);
            siteMaps[name] = map;
        }

        foreach (var table in Folders(folder, "Entities"))
        {
            ReadTable(table, Path.GetFileName(table).ToLowerInvariant());
        }

        foreach (var resource in WebResourceFile.Read(Path.Combine(folder, "WebResources")))
        {
            webResources[resource.Name] = resource;
        }

        foreach (var dashboard in Files(folder, "Dashboards").Select(DashboardFile.Read))
        {
            Add(dashboards, dashboard.Id, dashboard, dashboard.File);
        }
    }

    private void ReadTable(string folder, string table)
    {
        foreach (var view in Files(folder, "SavedQueries").SelectMany(file => ViewFile.Read(file, table)))
        {
            Add(views, view.Id, view, view.File);
        }

        foreach (var kind in Folders(folder, "FormXml"))
        {
            var isQuickView = Path.GetFileName(kind) switch
            {
                "main" => false,
                "quick" => true,
                _ => throw new SolutionRefusedException($"{kind}: forms of this kind are not drawn here. Use main or quick view forms."),
            };
            foreach (var form in Files(kind, ".").SelectMany(file => FormFile.Read(file, table, isQuickView)))
            {
                Add(forms, form.Id, form, form.File);
            }
        }

        foreach (var chart in Files(folder, "Visualizations").Select(file => ChartFile.Read(file, table)))
        {
            Add(charts, chart.Id, chart, chart.File);
        }

        foreach (var ribbon in Files(folder, ".", "RibbonDiff.xml"))
        {
            ribbons[table] = RibbonFile.Read(ribbon, table);
        }
    }

    private static void Add<T>(Dictionary<Guid, T> all, Guid id, T one, string file)
    {
        if (!all.TryAdd(id, one))
        {
            throw new SolutionRefusedException($"{file}: the id {id:B} is used twice. Give one of them another id.");
        }
    }

    // An export has some files twice, for both kinds of package; the managed one adds nothing to draw.
    private static IEnumerable<string> Files(string folder, string child, string pattern = "*.xml")
    {
        var path = Path.Combine(folder, child);
        return Directory.Exists(path)
            ? Directory
                .EnumerateFiles(path, pattern)
                .Where(file => !file.EndsWith("_managed.xml", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
            : [];
    }

    private static IEnumerable<string> Folders(string folder, string child)
    {
        var path = Path.Combine(folder, child);
        return Directory.Exists(path) ? Directory.EnumerateDirectories(path).Order(StringComparer.Ordinal) : [];
    }
}
