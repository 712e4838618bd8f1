using PowerIntegration.Packer.Generation.App.Tables;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.App.Commands;

/// <summary>A command of a table, as it is declared and as the core can carry it out.</summary>
/// <param name="Source">Its declaration.</param>
/// <param name="Table">Its table.</param>
/// <param name="Privilege">Who sees it.</param>
internal sealed record CommandPlan(SourceElement Source, DescribedTable Table, CommandPrivilege Privilege)
{
    /// <summary>The menu that holds it; null where it is a button of its own.</summary>
    public SourceElement? Menu { get; init; }

    /// <summary>The custom API that it calls; null where it calls none.</summary>
    public DescribedApi? Api { get; init; }

    /// <summary>Values that the record must have for the button to be there, on a form.</summary>
    public IReadOnlyList<CommandCondition> Conditions { get; init; } = [];

    /// <summary>Values that the record must have for the menu to be there, on a form.</summary>
    public IReadOnlyList<CommandCondition> MenuConditions { get; init; } = [];

    /// <summary>Its name among all commands, such as pint_finding/acknowledge.</summary>
    public string Name => $"{Table.Name}/{Source.Attribute("name")}";

    /// <summary>Its name inside the ribbon, such as pint_finding.acknowledge.</summary>
    public string Id => $"{Table.Name}.{Source.Attribute("name")}";

    /// <summary>The places where it is.</summary>
    public IEnumerable<CommandPlace> Places =>
        Source.Attribute("on").Split(' ').Select(place => place == "form" ? CommandPlace.Form : CommandPlace.List);

    /// <summary>How many rows a list must have selected: one, many or none.</summary>
    public string Rows => Source.Attribute("rows") is { Length: > 0 } rows ? rows : "one";
}

/// <summary>A privilege of a table.</summary>
/// <param name="Verb">Create, Read, Write, Delete, Append or AppendTo.</param>
/// <param name="Table">Logical name of the table.</param>
internal sealed record CommandPrivilege(string Verb, string Table);

/// <summary>A column that must have one of some values.</summary>
/// <param name="Column">Logical name of the column.</param>
/// <param name="Values">The values, as they are stored.</param>
internal sealed record CommandCondition(string Column, IReadOnlyList<string> Values);

/// <summary>A place of buttons.</summary>
/// <param name="Name">Name inside the ribbon.</param>
/// <param name="Ribbon">The platform's name of the ribbon.</param>
internal sealed record CommandPlace(string Name, string Ribbon)
{
    /// <summary>Above the form of a record.</summary>
    public static CommandPlace Form { get; } = new("Form", "Form");

    /// <summary>Above a list.</summary>
    public static CommandPlace List { get; } = new("List", "HomepageGrid");
}
