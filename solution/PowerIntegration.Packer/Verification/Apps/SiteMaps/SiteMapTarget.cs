using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Targets;

namespace PowerIntegration.Packer.Verification.Apps.SiteMaps;

/// <summary>What one entry of a site map opens.</summary>
internal static class SiteMapTarget
{
    private const string WebResourcePrefix = "$webresource:";
    private const string WebResourceFolder = "/WebResources/";
    private const string DashboardPage = "/main.aspx?pagetype=dashboard&id=";
    private const string ListPage = "/main.aspx?pagetype=entitylist&";
    private static readonly string[] Targets = ["Entity", "Url", "Page"];

    /// <summary>What is wrong with the target of an entry.</summary>
    public static IEnumerable<Finding> Find(AppTargets targets, SourceElement entry)
    {
        string[] named = [.. Targets.Where(target => entry.Attribute(target).Length > 0)];
        if (named.Length != 1)
        {
            return [entry.Says($"An entry opens one thing, and this one names {named.Length}. Write one of {string.Join(", ", Targets)}.")];
        }

        return
        [
            .. named[0] switch
            {
                "Entity" => Table(targets, entry),
                "Page" => Page(targets, entry),
                _ => Url(targets, entry, entry.Attribute("Url")),
            },
            .. Dashboard(targets, entry, entry.Attribute("DefaultDashboard")),
        ];
    }

    /// <summary>What is wrong with an icon.</summary>
    public static IEnumerable<Finding> Icon(AppTargets targets, SourceElement node, string attribute)
    {
        string icon = node.Attribute(attribute);
        string name =
            icon.StartsWith(WebResourcePrefix, StringComparison.Ordinal) ? icon[WebResourcePrefix.Length..]
            : icon.StartsWith(WebResourceFolder, StringComparison.Ordinal) ? icon[WebResourceFolder.Length..]
            : "";
        return name.Length > 0 && !targets.HasWebResource(name) ? [Missing(node, name)] : [];
    }

    private static IEnumerable<Finding> Table(AppTargets targets, SourceElement entry)
    {
        if (!targets.HasTable(entry.Attribute("Entity")))
        {
            yield return entry.Says($"The table '{entry.Attribute("Entity")}' does not exist. Name a table of the solution.");
        }
    }

    private static IEnumerable<Finding> Page(AppTargets targets, SourceElement entry)
    {
        if (targets.CanvasApps.All(page => page.Text("Name") != entry.Attribute("Page")))
        {
            yield return entry.Says($"The custom page '{entry.Attribute("Page")}' does not exist. Name one in the folder CanvasApps.");
        }
    }

    private static IEnumerable<Finding> Url(AppTargets targets, SourceElement entry, string url)
    {
        if (url.StartsWith(WebResourcePrefix, StringComparison.Ordinal))
        {
            string name = url[WebResourcePrefix.Length..].Split('?')[0];
            return targets.HasWebResource(name) ? [] : [Missing(entry, name)];
        }

        if (url.StartsWith(DashboardPage, StringComparison.OrdinalIgnoreCase))
        {
            return Dashboard(targets, entry, url[DashboardPage.Length..].Split('&')[0]);
        }

        if (url.StartsWith(ListPage, StringComparison.OrdinalIgnoreCase))
        {
            return List(targets, entry, url[ListPage.Length..].Split('&'));
        }

        return url.StartsWith('/') || (Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http")
            ? []
            : [entry.Says($"'{url}' is not an address. Write $webresource: and a name, a path that begins with /, or https://.")];
    }

    private static IEnumerable<Finding> List(AppTargets targets, SourceElement entry, string[] parameters)
    {
        string table = Parameter(parameters, "etn");
        string view = Parameter(parameters, "viewid");
        if (!targets.HasTable(table))
        {
            yield return entry.Says($"The table '{table}' does not exist. Name a table of the solution in etn.");
        }
        else if (view.Length > 0 && targets.Table(table) is not null && AppTargets.Find(targets.Views, TablePart.Views, view)?.TableName != table)
        {
            yield return entry.Says($"{table} has no view with the id {view}. Name one in its folder SavedQueries.");
        }
    }

    private static string Parameter(string[] parameters, string name) =>
        parameters.FirstOrDefault(parameter => parameter.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..] ?? "";

    private static IEnumerable<Finding> Dashboard(AppTargets targets, SourceElement entry, string id)
    {
        if (id.Length > 0 && targets.Dashboards.All(dashboard => AppTargets.IdOf(dashboard.Text("FormId")) != AppTargets.IdOf(id)))
        {
            yield return entry.Says($"No dashboard has the id {id}. Name one in the folder Dashboards.");
        }
    }

    private static Finding Missing(SourceElement node, string name) => node.Says($"No web resource is named '{name}'. Name one of the solution.");
}
