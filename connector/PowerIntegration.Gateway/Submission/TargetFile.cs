namespace PowerIntegration.Gateway.Submission;

/// <summary>One attached file.</summary>
/// <param name="Id">The system's id.</param>
/// <param name="Description">Its description, which carries our mark where it is ours.</param>
internal sealed record TargetFile(string Id, string? Description);
