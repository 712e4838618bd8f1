namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>An image of the row that a step asks for.</summary>
/// <param name="Alias">Its name in the image collection.</param>
/// <param name="Before">It shows the row before.</param>
/// <param name="After">It shows the row after.</param>
/// <param name="Columns">Logical names of its columns; empty means all.</param>
internal sealed record StepImage(string Alias, bool Before, bool After, IReadOnlyList<string> Columns);
