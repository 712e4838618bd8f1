namespace PowerIntegration.Gateway.Submission;

/// <summary>A file to attach.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ContentType">Its content type, or null.</param>
/// <param name="Category">Its category in the target system.</param>
/// <param name="Description">Description with our mark.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record OutgoingFile(string Name, string? ContentType, string Category, string Description, byte[] Content);
