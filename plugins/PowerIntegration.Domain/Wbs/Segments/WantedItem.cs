namespace PowerIntegration.Domain.Wbs.Segments;

/// <summary>An item that a segment is to have.</summary>
/// <param name="Path">Where.</param>
/// <param name="Name">Name of its task.</param>
public sealed record WantedItem(CodePath Path, string Name);
