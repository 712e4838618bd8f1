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
    /// <param name="given">Column and value that it begins with, or null.</param>
    public static string New(string table, (string Column, Guid Value)? given = null) =>
        $"{Main}entityrecord&etn={table}"
        + (given is { } start ? "&extraqs=" + Uri.EscapeDataString($"{start.Column}={start.Value}") : "");

    /// <summary>A dashboard.</summary>
    /// <param name="id">The dashboard.</param>
    public static string Dashboard(Guid id) => $"{Main}dashboard&id={id}";
}
