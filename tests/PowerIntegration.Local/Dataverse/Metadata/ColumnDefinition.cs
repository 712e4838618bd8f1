namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>One column of a table.</summary>
internal sealed record ColumnDefinition
{
    /// <summary>Logical name, lower case.</summary>
    public required string LogicalName { get; init; }

    /// <summary>Schema name, as the publisher spells it.</summary>
    public required string SchemaName { get; init; }

    /// <summary>What it stores.</summary>
    public required ColumnKind Kind { get; init; }

    /// <summary>Label, as the first language gives it.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>Longest text, in characters; 0 where the kind has no length.</summary>
    public int MaxLength { get; init; }

    /// <summary>Smallest number allowed.</summary>
    public decimal? MinValue { get; init; }

    /// <summary>Largest number allowed.</summary>
    public decimal? MaxValue { get; init; }

    /// <summary>Decimal places kept.</summary>
    public int Precision { get; init; }

    /// <summary>How a date treats time zones.</summary>
    public DateBehavior DateBehavior { get; init; }

    /// <summary>The choice behind a choice, state, status or yes/no column.</summary>
    public ChoiceDefinition? Choice { get; init; }

    /// <summary>Value a create gets that names none; a number of the choice.</summary>
    public int? DefaultValue { get; init; }

    /// <summary>Tables a lookup may point to.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>A create may set it.</summary>
    public bool ValidForCreate { get; init; } = true;

    /// <summary>An update may set it.</summary>
    public bool ValidForUpdate { get; init; } = true;

    /// <summary>The server refuses a create without it. "Required" columns are a matter of forms, not of the server.</summary>
    public bool SystemRequired { get; init; }

    /// <summary>What forms ask for: None, Recommended, ApplicationRequired or SystemRequired.</summary>
    public string RequiredLevel { get; init; } = "None";

    /// <summary>What it means, as the first language says it; empty for nothing.</summary>
    public string Description { get; init; } = "";

    /// <summary>How forms show a text, in the Web API's words: Text, TextArea, Email, Url and others.</summary>
    public string TextFormat { get; init; } = "Text";

    /// <summary>Name in Web API JSON: a lookup reads as <c>_name_value</c>.</summary>
    public string WireName => Kind is ColumnKind.Lookup or ColumnKind.Owner ? "_" + LogicalName + "_value" : LogicalName;
}
