namespace PowerIntegration.Gateway.Intake;

/// <summary>A file that Procore lists with a record.</summary>
/// <param name="Id">Procore's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="ContentType">Its content type, where Procore names one.</param>
/// <param name="Address">Where it is; ends after a short time, so it is never stored.</param>
internal sealed record SourceFile(string Id, string Name, string? ContentType, string? Address);
