namespace PowerIntegration.Domain.Drift;

/// <summary>A plug-in step: which class runs when. The same for what was released and for what an environment has.</summary>
public sealed record PluginStep
{
    /// <summary>Its id, which an import keeps.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its name, as the administrator sees it.</summary>
    public required string Name { get; init; }

    /// <summary>The message that it runs for, such as <c>Update</c>.</summary>
    public required string Message { get; init; }

    /// <summary>Logical name of the table; null for every table.</summary>
    public string? Table { get; init; }

    /// <summary>Id of the plug-in type that it runs.</summary>
    public required Guid PluginTypeId { get; init; }

    /// <summary>10, 20 or 40: before validation, before or after the operation.</summary>
    public required int Stage { get; init; }

    /// <summary>False where it runs after the save, when nothing can be refused any more.</summary>
    public bool IsSynchronous { get; init; } = true;

    /// <summary>False where it does not run at all.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Columns of which a save must name one for it to run, in alphabetical order; none for every save.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Columns of the images that it is given, in alphabetical order.</summary>
    public IReadOnlyList<string> ImageColumns { get; init; } = [];

    /// <summary>The columns of a list in one text, as a step's row keeps them.</summary>
    public static IReadOnlyList<string> ReadColumns(string? text) =>
        [
            .. (text ?? "")
                .Split([','], StringSplitOptions.RemoveEmptyEntries)
                .Select(column => column.Trim())
                .OrderBy(column => column, StringComparer.Ordinal),
        ];
}
