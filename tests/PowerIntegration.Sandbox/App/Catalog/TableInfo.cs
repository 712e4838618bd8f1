namespace PowerIntegration.Sandbox.App.Catalog;

/// <summary>A table, as the Web API describes it.</summary>
public sealed record TableInfo
{
    /// <summary>Its logical name.</summary>
    public required string Name { get; init; }

    /// <summary>Its schema name; privileges are named after it.</summary>
    public required string SchemaName { get; init; }

    /// <summary>Its entity set.</summary>
    public required string Set { get; init; }

    /// <summary>Its label for one row.</summary>
    public required string Label { get; init; }

    /// <summary>Its label for many rows.</summary>
    public required string PluralLabel { get; init; }

    /// <summary>The column of its id.</summary>
    public required string Key { get; init; }

    /// <summary>The column of its name; null for none.</summary>
    public required string? NameColumn { get; init; }

    /// <summary>Whether it is one of the platform's own.</summary>
    public required bool IsSystem { get; init; }

    /// <summary>Its columns by logical name.</summary>
    public required IReadOnlyDictionary<string, ColumnInfo> Columns { get; init; }

    /// <summary>Relationships in which it holds the lookup.</summary>
    public required IReadOnlyList<RelationshipInfo> Lookups { get; init; }

    /// <summary>The column, or null.</summary>
    /// <param name="name">Its logical name.</param>
    public ColumnInfo? Column(string name) => Columns.GetValueOrDefault(name);

    /// <summary>The column that names the currency of its amounts; null for none.</summary>
    public ColumnInfo? Currency =>
        Columns.Values.FirstOrDefault(column => column.Type == "String" && column.Name.EndsWith("_currency", StringComparison.Ordinal));

    /// <summary>A privilege of it.</summary>
    /// <param name="verb">Create, Read, Write, Delete.</param>
    public string Privilege(string verb) => "prv" + verb + SchemaName;
}

/// <summary>A column, as the Web API describes it.</summary>
public sealed record ColumnInfo
{
    private const int MoneyDigits = 2;

    /// <summary>Its logical name.</summary>
    public required string Name { get; init; }

    /// <summary>Its type in the Web API's words, such as String, Memo, Picklist, Lookup.</summary>
    public required string Type { get; init; }

    /// <summary>Its label.</summary>
    public required string Label { get; init; }

    /// <summary>What it means, for whoever fills it in; empty for nothing.</summary>
    public required string Description { get; init; }

    /// <summary>Whether a row should not be saved without it.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>Whether a create may set it.</summary>
    public required bool IsValidForCreate { get; init; }

    /// <summary>Whether an update may set it.</summary>
    public required bool IsValidForUpdate { get; init; }

    /// <summary>Longest text, in characters; 0 for no bound.</summary>
    public required int MaxLength { get; init; }

    /// <summary>Decimal places.</summary>
    public required int Precision { get; init; }

    /// <summary>Smallest number.</summary>
    public required decimal? MinValue { get; init; }

    /// <summary>Largest number.</summary>
    public required decimal? MaxValue { get; init; }

    /// <summary>Whether it is a date without a time.</summary>
    public required bool IsDateOnly { get; init; }

    /// <summary>Whether it holds the address of a page.</summary>
    public required bool IsAddress { get; init; }

    /// <summary>Tables that a lookup may point to.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>The values of a choice with their labels.</summary>
    public required IReadOnlyList<ChoiceInfo> Choices { get; init; }

    /// <summary>Whether it points to a row.</summary>
    public bool IsLookup => Type is "Lookup" or "Owner" or "Customer";

    /// <summary>Whether it holds one of several values.</summary>
    public bool IsChoice => Type is "Picklist" or "State" or "Status" or "Boolean";

    /// <summary>Whether it holds a number.</summary>
    public bool IsNumber => Type is "Integer" or "BigInt" or "Decimal" or "Money" or "Double";

    /// <summary>Whether it holds an amount of money: this product keeps amounts with two digits and rates with more.</summary>
    public bool IsMoney => Type is "Decimal" or "Money" && Precision == MoneyDigits;

    /// <summary>Its name in a row of the Web API.</summary>
    public string WireName => IsLookup ? $"_{Name}_value" : Name;
}

/// <summary>A value of a choice.</summary>
/// <param name="Value">What is stored.</param>
/// <param name="Label">What people read.</param>
public sealed record ChoiceInfo(int Value, string Label);

/// <summary>A relationship of many rows to one.</summary>
/// <param name="Name">Its schema name.</param>
/// <param name="Table">The table that holds the lookup.</param>
/// <param name="Column">The lookup.</param>
/// <param name="Target">The table that is pointed to.</param>
/// <param name="Navigation">Name under which a write binds the lookup.</param>
public sealed record RelationshipInfo(string Name, string Table, string Column, string Target, string Navigation);
