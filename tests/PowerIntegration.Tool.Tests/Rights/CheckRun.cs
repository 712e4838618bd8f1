namespace PowerIntegration.Tool.Tests.Rights;

/// <summary>What came of one run of <c>check</c>.</summary>
/// <param name="Code">Exit code.</param>
/// <param name="Lines">Lines of the output.</param>
/// <param name="Error">What was written as an error.</param>
/// <param name="Requests">Method and path of what was sent.</param>
internal sealed record CheckRun(int Code, IReadOnlyList<string> Lines, string Error, IReadOnlyList<string> Requests)
{
    /// <summary>Lines with a mark.</summary>
    public IReadOnlyList<string> Marked(char mark) => [.. Lines.Where(line => line.StartsWith(mark))];
}
