namespace PowerIntegration.Sandbox.App.Definitions;

/// <summary>What the navigation of an app shows.</summary>
/// <param name="Areas">The areas.</param>
public sealed record SiteMapDefinition(IReadOnlyList<SiteMapArea> Areas);

/// <summary>An area.</summary>
/// <param name="Title">What people read.</param>
/// <param name="Groups">Its groups.</param>
public sealed record SiteMapArea(string Title, IReadOnlyList<SiteMapGroup> Groups);

/// <summary>A group of an area.</summary>
/// <param name="Title">What people read.</param>
/// <param name="SubAreas">What it leads to.</param>
public sealed record SiteMapGroup(string Title, IReadOnlyList<SiteMapSubArea> SubAreas);

/// <summary>Where one line of the navigation leads: a table, a view of a table, or a dashboard.</summary>
/// <param name="Id">Its id, unique in the site map.</param>
/// <param name="Title">What people read; empty for the table's own name.</param>
/// <param name="Table">The table; null for a dashboard.</param>
/// <param name="View">The view; null for the default one.</param>
/// <param name="Dashboard">The dashboard; null for a table.</param>
/// <param name="Privileges">Further privileges that it needs, such as <c>prvRead</c> of another table: table and verb.</param>
public sealed record SiteMapSubArea(
    string Id,
    string Title,
    string? Table,
    Guid? View,
    Guid? Dashboard,
    IReadOnlyList<(string Table, string Verb)> Privileges
);
