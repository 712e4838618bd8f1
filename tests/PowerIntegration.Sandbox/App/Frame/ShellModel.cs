using PowerIntegration.Sandbox.App.Access;
using PowerIntegration.Sandbox.App.Definitions;
using PowerIntegration.Sandbox.App.Values;

namespace PowerIntegration.Sandbox.App.Frame;

/// <summary>What every page of the app has around its content.</summary>
public sealed record ShellModel
{
    /// <summary>Title of the page.</summary>
    public required string Title { get; init; }

    /// <summary>Name of the app.</summary>
    public required string AppName { get; init; }

    /// <summary>Its icon, as an address that holds the picture; empty for none.</summary>
    public required string Icon { get; init; }

    /// <summary>Name of the person.</summary>
    public required string UserName { get; init; }

    /// <summary>Time of the sandbox.</summary>
    public required string Time { get; init; }

    /// <summary>The navigation: only what the person may open.</summary>
    public required IReadOnlyList<NavArea> Areas { get; init; }

    /// <summary>Allows the page's own script and style.</summary>
    public required string Nonce { get; init; }

    /// <summary>Shows that a request of a script comes from this page.</summary>
    public required string Key { get; init; }

    /// <summary>Addresses of the scripts that commands call.</summary>
    public required IReadOnlyList<string> Scripts { get; init; }

    /// <summary>The frame of a page.</summary>
    /// <param name="visit">Who asks.</param>
    /// <param name="title">Title of the page.</param>
    /// <param name="nonce">Allows the page's own script and style.</param>
    /// <param name="table">Table of the page; null for none.</param>
    /// <param name="dashboard">Dashboard of the page; null for none.</param>
    /// <param name="view">View of the page; null for none.</param>
    internal static ShellModel Of(AppVisit visit, string title, string nonce, string? table = null, Guid? dashboard = null, Guid? view = null)
    {
        var areas = Navigation(visit);
        var here = areas.SelectMany(area => area.Groups).SelectMany(group => group.Links).ToList();
        // Where several lines lead to one table, the one with the view is meant; else the first.
        var current =
            here.Find(link => dashboard is not null && link.Dashboard == dashboard)
            ?? here.Find(link => table is not null && link.Table == table && link.View == view && view is not null)
            ?? here.Find(link => table is not null && link.Table == table && link.View is null)
            ?? here.Find(link => table is not null && link.Table == table);
        return new ShellModel
        {
            Title = title,
            AppName = visit.App.Module?.Name ?? "App",
            Icon = visit.App.WebResources.Values.FirstOrDefault(resource => resource.Id == visit.App.Module?.Icon) is { } icon
                ? $"data:{icon.MediaType};base64,{Convert.ToBase64String(icon.Content)}"
                : "",
            UserName = visit.User.FullName,
            Time = CellText.Instant(visit.Now),
            Nonce = nonce,
            Key = visit.PageKey,
            Scripts =
            [
                .. visit
                    .App.Commands.Values.SelectMany(controls => controls)
                    .SelectMany(control => control.Items.Append(control))
                    .Select(control => control.Function?.Library)
                    .OfType<string>()
                    .Concat(visit.App.Forms.SelectMany(form => form.OnLoad).Select(function => function.Library))
                    .Distinct()
                    .Select(AppAddress.WebResource),
            ],
            Areas =
            [
                .. areas.Select(area =>
                    area with
                    {
                        Groups =
                        [
                            .. area.Groups.Select(group =>
                                group with
                                {
                                    Links = [.. group.Links.Select(link => link with { IsHere = link == current })],
                                }
                            ),
                        ],
                    }
                ),
            ],
        };
    }

    /// <summary>The navigation of a person: lines whose table may not be read are left out, and so is what is empty then.</summary>
    /// <param name="visit">Who asks.</param>
    internal static IReadOnlyList<NavArea> Navigation(AppVisit visit) =>
        [
            .. visit
                .App.SiteMap.Areas.Select(area => new NavArea(
                    area.Title,
                    [
                        .. area
                            .Groups.Select(group => new NavGroup(
                                group.Title,
                                [.. group.SubAreas.Where(one => IsOpen(visit, one)).Select(one => Link(visit, one))]
                            ))
                            .Where(group => group.Links.Count > 0),
                    ]
                ))
                .Where(area => area.Groups.Count > 0),
        ];

    private static bool IsOpen(AppVisit visit, SiteMapSubArea line) =>
        (line.Table is null || visit.MayRead(line.Table))
        && line.Privileges.All(one => visit.Catalog.Find(one.Table) is { } table && visit.Access.May(one.Verb, table));

    private static NavLink Link(AppVisit visit, SiteMapSubArea line) =>
        new(
            line.Title is { Length: > 0 } title ? title : visit.Catalog.Find(line.Table ?? "")?.PluralLabel ?? line.Id,
            line.Dashboard is { } dashboard ? AppAddress.Dashboard(dashboard) : AppAddress.List(line.Table!, line.View),
            line.Table,
            line.View,
            line.Dashboard,
            false
        );
}

/// <summary>An area of the navigation.</summary>
public sealed record NavArea(string Title, IReadOnlyList<NavGroup> Groups);

/// <summary>A group of an area.</summary>
public sealed record NavGroup(string Title, IReadOnlyList<NavLink> Links);

/// <summary>A line of the navigation.</summary>
public sealed record NavLink(string Title, string Address, string? Table, Guid? View, Guid? Dashboard, bool IsHere);
