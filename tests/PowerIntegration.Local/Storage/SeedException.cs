namespace PowerIntegration.Local.Storage;

/// <summary>The data folder says something the sandbox cannot use; the message names file, place and next step.</summary>
/// <param name="file">The file, relative to the data folder.</param>
/// <param name="place">Row and field within the file, or empty for the whole file.</param>
/// <param name="problem">A sentence.</param>
/// <param name="inner">What was thrown, if anything was.</param>
public sealed class SeedException(string file, string place, string problem, Exception? inner = null)
    : Exception(place.Length == 0 ? $"Seed file {file}: {problem}" : $"Seed file {file}, {place}: {problem}", inner)
{
    /// <summary>The file, relative to the data folder.</summary>
    public string File { get; } = file;

    /// <summary>Row and field within the file; empty for the whole file.</summary>
    public string Place { get; } = place;
}
