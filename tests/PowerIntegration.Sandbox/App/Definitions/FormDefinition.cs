namespace PowerIntegration.Sandbox.App.Definitions;

/// <summary>A form of a table.</summary>
public sealed record FormDefinition
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its table.</summary>
    public required string Table { get; init; }

    /// <summary>Its shown name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is shown inside forms of other tables only.</summary>
    public required bool IsQuickView { get; init; }

    /// <summary>Security roles that it is for; null for everyone.</summary>
    public required IReadOnlyList<Guid>? Roles { get; init; }

    /// <summary>Which of several forms comes first.</summary>
    public required int Order { get; init; }

    /// <summary>Its tabs.</summary>
    public required IReadOnlyList<FormTab> Tabs { get; init; }

    /// <summary>Fields shown beside the title.</summary>
    public required IReadOnlyList<FormCell> Header { get; init; }

    /// <summary>Functions of scripts that are called when a record is shown in it.</summary>
    public required IReadOnlyList<RibbonFunction> OnLoad { get; init; }

    /// <summary>The file that it was read from.</summary>
    public required string File { get; init; }

    /// <summary>Every cell of the form, header included.</summary>
    public IEnumerable<FormCell> Cells => Header.Concat(Tabs.SelectMany(tab => tab.Cells));
}

/// <summary>A tab of a form or of a dashboard.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Label">What people read.</param>
/// <param name="IsVisible">Whether it is shown.</param>
/// <param name="Columns">Its columns, from left to right.</param>
public sealed record FormTab(string Name, string Label, bool IsVisible, IReadOnlyList<FormColumn> Columns)
{
    /// <summary>Every cell of the tab.</summary>
    public IEnumerable<FormCell> Cells => Columns.SelectMany(column => column.Sections).SelectMany(section => section.Rows).SelectMany(row => row);
}

/// <summary>A column of a tab.</summary>
/// <param name="WidthPercent">Its share of the tab.</param>
/// <param name="Sections">Its sections, from top to bottom.</param>
public sealed record FormColumn(int WidthPercent, IReadOnlyList<FormSection> Sections);

/// <summary>A section of a column.</summary>
/// <param name="Name">Its name for scripts; empty for none.</param>
/// <param name="Label">What people read; empty for none.</param>
/// <param name="IsVisible">Whether it is shown.</param>
/// <param name="Width">How many cells stand beside each other.</param>
/// <param name="Rows">Its rows of cells.</param>
public sealed record FormSection(string Name, string Label, bool IsVisible, int Width, IReadOnlyList<IReadOnlyList<FormCell>> Rows);

/// <summary>A cell of a section.</summary>
/// <param name="Id">Its id, unique in the form.</param>
/// <param name="Label">What people read; empty for the column's own label.</param>
/// <param name="ShowsLabel">Whether the label is shown.</param>
/// <param name="IsVisible">Whether it is shown.</param>
/// <param name="Span">How many places it takes from left to right.</param>
/// <param name="Height">How many rows it takes.</param>
/// <param name="Control">What is in it; null for an empty place.</param>
public sealed record FormCell(string Id, string Label, bool ShowsLabel, bool IsVisible, int Span, int Height, FormControl? Control);

/// <summary>What a cell shows.</summary>
public abstract record FormControl(string Id);

/// <summary>A field.</summary>
/// <param name="Id">Id of the control.</param>
/// <param name="Column">Its column.</param>
/// <param name="IsReadOnly">Whether people only read it here.</param>
/// <param name="LookupView">View that offers the rows of a lookup; null for the table's lookup view.</param>
public sealed record FieldControl(string Id, string Column, bool IsReadOnly, Guid? LookupView) : FormControl(Id);

/// <summary>Rows, a chart, or both: a subgrid of a form, or a tile of a dashboard.</summary>
/// <param name="Id">Id of the control.</param>
/// <param name="Table">The table of the rows.</param>
/// <param name="View">The view.</param>
/// <param name="Relationship">Rows that point to the record of the form by this relationship; null for all rows of the view.</param>
/// <param name="Shows">What is drawn.</param>
/// <param name="Chart">The chart; null for none.</param>
/// <param name="PageSize">Rows on a page.</param>
public sealed record GridControl(string Id, string Table, Guid View, string? Relationship, GridMode Shows, Guid? Chart, int PageSize)
    : FormControl(Id);

/// <summary>A form of the row that a lookup points to, to read.</summary>
/// <param name="Id">Id of the control.</param>
/// <param name="Column">The lookup.</param>
/// <param name="Forms">The quick view form of each table.</param>
public sealed record QuickViewControl(string Id, string Column, IReadOnlyDictionary<string, Guid> Forms) : FormControl(Id);

/// <summary>A page that ships as a web resource, in a frame of its own.</summary>
/// <param name="Id">Id of the control.</param>
/// <param name="Name">Name of the web resource.</param>
/// <param name="Data">What the page is told; empty for nothing.</param>
public sealed record PageControl(string Id, string Name, string Data) : FormControl(Id);

/// <summary>What a grid control draws.</summary>
public enum GridMode
{
    /// <summary>Rows alone.</summary>
    Grid,

    /// <summary>The chart alone.</summary>
    Chart,

    /// <summary>Both.</summary>
    All,
}
