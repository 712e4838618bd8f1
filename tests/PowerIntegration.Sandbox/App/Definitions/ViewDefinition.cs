using System.Xml.Linq;

namespace PowerIntegration.Sandbox.App.Definitions;

/// <summary>A view of a table.</summary>
public sealed record ViewDefinition
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its table.</summary>
    public required string Table { get; init; }

    /// <summary>Its shown name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public required ViewKind Kind { get; init; }

    /// <summary>Whether it opens where no view is named.</summary>
    public required bool IsDefault { get; init; }

    /// <summary>The query, as the file has it; copy before changing.</summary>
    public required XElement Fetch { get; init; }

    /// <summary>The columns shown, from left to right.</summary>
    public required IReadOnlyList<ViewCell> Cells { get; init; }

    /// <summary>The file that it was read from.</summary>
    public required string File { get; init; }
}

/// <summary>What a view is for, with the platform's numbers.</summary>
public enum ViewKind
{
    /// <summary>Chosen in the list of views.</summary>
    Public = 0,

    /// <summary>Where an advanced search begins.</summary>
    AdvancedFind = 1,

    /// <summary>Rows of another row.</summary>
    Associated = 2,

    /// <summary>What a search by words looks at.</summary>
    QuickFind = 4,

    /// <summary>Rows that a lookup offers.</summary>
    Lookup = 64,
}

/// <summary>A column of a view.</summary>
/// <param name="Name">Its column, or alias and column of a related table.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="IsHidden">Whether it is fetched and not shown.</param>
/// <param name="IsSortable">Whether its header sorts.</param>
public sealed record ViewCell(string Name, int Width, bool IsHidden, bool IsSortable);
