namespace PowerIntegration.Domain.Wbs.Segments;

/// <summary>A code of a project as Procore lists it.</summary>
public sealed record ListedCode
{
    /// <summary>The code as Procore shows it, for people. Two codes can share it.</summary>
    public required string FlatCode { get; init; }

    /// <summary>Its segment values, which decide its task.</summary>
    public required SegmentCodes Codes { get; init; }

    /// <summary>Its item of the task segment; null where it has none.</summary>
    public CodePath? Task { get; init; }

    /// <summary>Its items of the other segments.</summary>
    public required IReadOnlyList<CodeItem> Items { get; init; }

    /// <summary>True where lines can take it.</summary>
    public required bool IsActive { get; init; }

    /// <summary>True where something is committed or billed on it.</summary>
    public bool IsInUse { get; init; }
}
