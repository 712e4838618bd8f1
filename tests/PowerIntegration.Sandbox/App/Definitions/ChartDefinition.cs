using System.Xml.Linq;

namespace PowerIntegration.Sandbox.App.Definitions;

/// <summary>A chart of a table: groups of rows, and a figure for each.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Table">Its table.</param>
/// <param name="Name">Its shown name.</param>
/// <param name="Fetch">The query, which groups; copy before changing.</param>
/// <param name="Category">Alias of what is grouped by.</param>
/// <param name="Series">Alias of the second grouping, or null.</param>
/// <param name="Measures">Aliases of the figures.</param>
/// <param name="Kind">How it is drawn.</param>
/// <param name="File">The file that it was read from.</param>
public sealed record ChartDefinition(
    Guid Id,
    string Table,
    string Name,
    XElement Fetch,
    string Category,
    string? Series,
    IReadOnlyList<string> Measures,
    ChartKind Kind,
    string File
);

/// <summary>How a chart is drawn.</summary>
public enum ChartKind
{
    /// <summary>Bars from left to right.</summary>
    Bar,

    /// <summary>Bars from bottom to top.</summary>
    Column,

    /// <summary>A line over time.</summary>
    Line,

    /// <summary>Parts of a whole.</summary>
    Pie,
}
