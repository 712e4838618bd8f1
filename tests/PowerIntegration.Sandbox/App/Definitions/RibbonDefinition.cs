namespace PowerIntegration.Sandbox.App.Definitions;

/// <summary>Where a command is.</summary>
public enum CommandPlace
{
    /// <summary>Above the form of a record.</summary>
    Form,

    /// <summary>Above a list.</summary>
    List,
}

/// <summary>A button or a menu of a table.</summary>
public sealed record RibbonControl
{
    /// <summary>Its id in the ribbon.</summary>
    public required string Id { get; init; }

    /// <summary>Where it is.</summary>
    public required CommandPlace Place { get; init; }

    /// <summary>Its place among its neighbors.</summary>
    public required int Sequence { get; init; }

    /// <summary>What people read on it.</summary>
    public required string Label { get; init; }

    /// <summary>What it does, in a sentence; empty for none.</summary>
    public required string Help { get; init; }

    /// <summary>When it is there.</summary>
    public required RibbonRules Rules { get; init; }

    /// <summary>What it calls; null for a menu.</summary>
    public RibbonFunction? Function { get; init; }

    /// <summary>The buttons of a menu; none for a button.</summary>
    public IReadOnlyList<RibbonControl> Items { get; init; } = [];
}

/// <summary>A function of a script.</summary>
/// <param name="Name">Its name, with the objects that hold it.</param>
/// <param name="Library">Web resource of the script.</param>
/// <param name="Parameters">What it is called with.</param>
public sealed record RibbonFunction(string Name, string Library, IReadOnlyList<RibbonParameter> Parameters);

/// <summary>A parameter of a function.</summary>
/// <param name="IsOfPage">Whether the page gives it by this name, or it is the text itself.</param>
/// <param name="Value">The name or the text.</param>
public sealed record RibbonParameter(bool IsOfPage, string Value);

/// <summary>When a control is there. All rules must say yes.</summary>
public sealed record RibbonRules
{
    /// <summary>Privileges that the person must hold: what may be done to which table.</summary>
    public required IReadOnlyList<(string Verb, string Table)> Privileges { get; init; }

    /// <summary>For each rule the columns and values of which the record must have one.</summary>
    public required IReadOnlyList<IReadOnlyList<(string Column, string Value)>> Values { get; init; }

    /// <summary>Whether the record must be saved.</summary>
    public required bool NeedsRecord { get; init; }

    /// <summary>The fewest rows that must be selected; null for any number.</summary>
    public required int? Least { get; init; }

    /// <summary>The most rows that may be selected; null for any number.</summary>
    public required int? Most { get; init; }
}
