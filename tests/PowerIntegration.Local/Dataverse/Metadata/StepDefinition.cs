namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>A synchronous plug-in step.</summary>
internal sealed record StepDefinition
{
    /// <summary>Its id; ties of rank are broken by it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The message it runs for.</summary>
    public required string Message { get; init; }

    /// <summary>Its plug-in class.</summary>
    public required Guid PluginTypeId { get; init; }

    /// <summary>Logical name of the table; null means every table.</summary>
    public string? PrimaryEntity { get; init; }

    /// <summary>10, 20 or 40.</summary>
    public required int Stage { get; init; }

    /// <summary>Lowest first.</summary>
    public required int Rank { get; init; }

    /// <summary>Columns one of which an update must name; empty means any update.</summary>
    public IReadOnlyList<string> FilteringAttributes { get; init; } = [];

    /// <summary>Images asked for.</summary>
    public IReadOnlyList<StepImage> Images { get; init; } = [];

    /// <summary>Unsecure configuration.</summary>
    public string? Configuration { get; init; }

    /// <summary>Full name of the user it runs as; null means the caller.</summary>
    public string? ImpersonatingUser { get; init; }
}
