namespace PowerIntegration.Sandbox.App.Access;

/// <summary>Addresses of the app, in the product's own shape.</summary>
internal static class AppAddress
{
    private const string Main = "/main.aspx?pagetype=";

    /// <summary>The home.</summary>
    public const string Home = "/app";

    /// <summary>A list.</summary>
    /// <param name="table">The table.</param>
    /// <param name="view">The view; null for the default one.</param>
    public static string List(string table, Guid? view = null) => $"{Main}entitylist&etn={table}" + (view is { } id ? $"&viewid={id}" : "");

    /// <summary>A record.</summary>
    /// <param name="table">The table.</param>
    /// <param name="id">The record.</param>
    public static string Record(string table, Guid id) => $"{Main}entityrecord&etn={table}&id={id}";

    /// <summary>A new record.</summary>
    /// <param name="table">The table.</param>
    /// <param name="given">Values that it begins with, by their columns; null for none.</param>
    public static string New(string table, IReadOnlyDictionary<string, string>? given = null) =>
        $"{Main}entityrecord&etn={table}"
        + (
            given is { Count: > 0 } start
                ? "&extraqs=" + Uri.EscapeDataString(string.Join('&', start.Select(one => $"{one.Key}={Uri.EscapeDataString(one.Value)}")))
                : ""
        );

    /// <summary>A web resource.</summary>
    /// <param name="name">Its name.</param>
    public static string WebResource(string name) => "/WebResources/" + name;

    /// <summary>A dashboard.</summary>
    /// <param name="id">The dashboard.</param>
    public static string Dashboard(Guid id) => $"{Main}dashboard&id={id}";
}
