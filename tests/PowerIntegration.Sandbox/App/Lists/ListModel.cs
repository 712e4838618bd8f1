using PowerIntegration.Sandbox.App.Charts;
using PowerIntegration.Sandbox.App.Commands;
using PowerIntegration.Sandbox.App.Definitions;
using PowerIntegration.Sandbox.App.Frame;
using PowerIntegration.Sandbox.App.Grids;

namespace PowerIntegration.Sandbox.App.Lists;

/// <summary>The list of a table.</summary>
public sealed record ListModel
{
    /// <summary>What is around it.</summary>
    public required ShellModel Shell { get; init; }

    /// <summary>The table.</summary>
    public required string Table { get; init; }

    /// <summary>The view shown.</summary>
    public required ViewDefinition View { get; init; }

    /// <summary>The views to choose from.</summary>
    public required IReadOnlyList<ViewDefinition> Views { get; init; }

    /// <summary>The rows.</summary>
    public required GridModel Grid { get; init; }

    /// <summary>The charts to choose from.</summary>
    public required IReadOnlyList<ChartDefinition> Charts { get; init; }

    /// <summary>The chart shown beside the rows; null for none.</summary>
    public required ChartModel? Chart { get; init; }

    /// <summary>Its id; null for none.</summary>
    public required Guid? ChartId { get; init; }

    /// <summary>Options of the address that choosing a chart keeps.</summary>
    public required IReadOnlyDictionary<string, string> ChartOptions { get; init; }

    /// <summary>Words that are searched for.</summary>
    public required string Find { get; init; }

    /// <summary>Labels of the columns that are searched; empty where the table has no search.</summary>
    public required IReadOnlyList<string> Searched { get; init; }

    /// <summary>Address of the form of a new record; null where the person may not make one.</summary>
    public required string? NewAddress { get; init; }

    /// <summary>What the person may do with the rows.</summary>
    public required CommandBarModel Commands { get; init; }

    /// <summary>What a record is called.</summary>
    public required string RecordLabel { get; init; }
}
