namespace PowerIntegration.Gateway.Procore;

/// <summary>A file as Procore gave it.</summary>
/// <param name="Content">Its bytes; null where they are more than were asked for.</param>
/// <param name="Size">Number of bytes; null where it is too large and no size was named.</param>
/// <param name="IsPage">True where the answer was declared to be a web page.</param>
internal sealed record DownloadedFile(byte[]? Content, long? Size, bool IsPage);
