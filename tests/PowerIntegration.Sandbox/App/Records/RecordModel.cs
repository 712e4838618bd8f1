using PowerIntegration.Sandbox.App.Catalog;
using PowerIntegration.Sandbox.App.Charts;
using PowerIntegration.Sandbox.App.Commands;
using PowerIntegration.Sandbox.App.Definitions;
using PowerIntegration.Sandbox.App.Frame;
using PowerIntegration.Sandbox.App.Grids;

namespace PowerIntegration.Sandbox.App.Records;

/// <summary>A record in its form.</summary>
public sealed record RecordModel
{
    /// <summary>What is around it.</summary>
    public required ShellModel Shell { get; init; }

    /// <summary>The table.</summary>
    public required TableInfo Table { get; init; }

    /// <summary>The record; null for a new one.</summary>
    public required Guid? Id { get; init; }

    /// <summary>The form.</summary>
    public required FormDefinition Form { get; init; }

    /// <summary>The forms to choose from.</summary>
    public required IReadOnlyList<FormDefinition> Forms { get; init; }

    /// <summary>Name of the record.</summary>
    public required string Title { get; init; }

    /// <summary>Address of this form.</summary>
    public required string Address { get; init; }

    /// <summary>Version of the row that is shown.</summary>
    public required string Version { get; init; }

    /// <summary>Whether the person can change anything.</summary>
    public required bool IsEditable { get; init; }

    /// <summary>The fields by their column.</summary>
    public required IReadOnlyDictionary<string, FieldModel> Fields { get; init; }

    /// <summary>The subgrids by the id of their control; null where the record has to be saved first.</summary>
    public required IReadOnlyDictionary<string, GridModel?> Grids { get; init; }

    /// <summary>The charts of subgrids by the id of their control.</summary>
    public required IReadOnlyDictionary<string, ChartModel> Charts { get; init; }

    /// <summary>The quick view forms by the id of their control.</summary>
    public required IReadOnlyDictionary<string, QuickViewModel> QuickViews { get; init; }

    /// <summary>What the person may do with the record.</summary>
    public required CommandBarModel Commands { get; init; }

    /// <summary>What went well; null for nothing.</summary>
    public string? Done { get; init; }

    /// <summary>What went wrong; null for nothing.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether somebody else changed the record meanwhile.</summary>
    public bool IsConflict { get; init; }
}

/// <summary>A field of a form.</summary>
public sealed record FieldModel
{
    /// <summary>Its column.</summary>
    public required ColumnInfo Column { get; init; }

    /// <summary>What stands in it, as it is entered.</summary>
    public required string Value { get; init; }

    /// <summary>What stood in it when it was read, as it is entered.</summary>
    public required string Was { get; init; }

    /// <summary>What people read.</summary>
    public required string Text { get; init; }

    /// <summary>Whether people only read it.</summary>
    public required bool IsReadOnly { get; init; }

    /// <summary>Where it leads; null for nowhere.</summary>
    public string? Address { get; init; }

    /// <summary>Rows that a lookup offers; null where there are too many to list.</summary>
    public IReadOnlyList<LookupOption>? Options { get; init; }

    /// <summary>View that offers the rows of a lookup; null for the table's own.</summary>
    public Guid? LookupView { get; init; }

    /// <summary>What is wrong with it; null for nothing.</summary>
    public string? Error { get; init; }

    /// <summary>What somebody else saved in it meanwhile; null for nothing.</summary>
    public string? Theirs { get; init; }
}

/// <summary>A row that a lookup offers.</summary>
/// <param name="Id">The row.</param>
/// <param name="Name">Its name.</param>
public sealed record LookupOption(Guid Id, string Name);

/// <summary>A quick view form.</summary>
/// <param name="Facts">Labels and values.</param>
/// <param name="Sentence">Why there are none; null where there are.</param>
public sealed record QuickViewModel(IReadOnlyList<QuickViewFact> Facts, string? Sentence);

/// <summary>A line of a quick view form.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Text">Its value.</param>
public sealed record QuickViewFact(string Label, string Text);
