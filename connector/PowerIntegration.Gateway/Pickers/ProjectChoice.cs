namespace PowerIntegration.Gateway.Pickers;

/// <summary>A Procore project.</summary>
/// <param name="Id">Procore's id as text.</param>
/// <param name="Name">Name.</param>
/// <param name="Number">Project number, or null.</param>
internal sealed record ProjectChoice(string Id, string Name, string? Number);
