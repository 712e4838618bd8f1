using PowerIntegration.Sandbox.App.Definitions;

namespace PowerIntegration.Sandbox.App.Grids;

/// <summary>Which rows are asked for.</summary>
internal sealed record GridRequest
{
    /// <summary>Id of the grid on its page.</summary>
    public required string Id { get; init; }

    /// <summary>The view.</summary>
    public required ViewDefinition View { get; init; }

    /// <summary>Page and order.</summary>
    public required GridState State { get; init; }

    /// <summary>Rows on a page.</summary>
    public required int PageSize { get; init; }

    /// <summary>Words that are searched for; empty for all rows.</summary>
    public string Find { get; init; } = "";

    /// <summary>Lookup and record that the rows point to; null for all rows.</summary>
    public (string Column, Guid Id)? Parent { get; init; }

    /// <summary>Whether rows can be chosen.</summary>
    public bool IsSelectable { get; init; }

    /// <summary>Whether amounts are added up.</summary>
    public bool WithTotals { get; init; }

    /// <summary>Address of the page with another state of this grid.</summary>
    public required Func<GridState, string> Address { get; init; }
}
