namespace PowerIntegration.Sandbox.App.Commands;

/// <summary>A command bar: what the person may do here.</summary>
/// <param name="Items">Its buttons and menus.</param>
public sealed record CommandBarModel(IReadOnlyList<CommandModel> Items)
{
    /// <summary>A bar without buttons.</summary>
    public static CommandBarModel None { get; } = new([]);
}

/// <summary>A button or a menu.</summary>
public sealed record CommandModel
{
    /// <summary>Its id on the page.</summary>
    public required string Id { get; init; }

    /// <summary>What people read on it.</summary>
    public required string Label { get; init; }

    /// <summary>What it does; empty for none.</summary>
    public required string Help { get; init; }

    /// <summary>The function that it calls; null for a menu.</summary>
    public string? Function { get; init; }

    /// <summary>What the function is called with, as JSON; null for a menu.</summary>
    public string? Parameters { get; init; }

    /// <summary>The fewest rows that must be selected; null for any number.</summary>
    public int? Least { get; init; }

    /// <summary>The most rows that may be selected; null for any number.</summary>
    public int? Most { get; init; }

    /// <summary>The buttons of a menu.</summary>
    public IReadOnlyList<CommandModel> Items { get; init; } = [];
}
