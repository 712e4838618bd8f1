namespace PowerIntegration.Gateway.Submission;

/// <summary>The files that are attached to one record of the target system.</summary>
/// <param name="Record">How the system addresses the record.</param>
/// <param name="Files">What is attached.</param>
internal sealed record TargetFiles(string Record, IReadOnlyList<TargetFile> Files);
