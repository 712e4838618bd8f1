using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Query;

namespace PowerIntegration.Local.Dataverse.WebApi;

/// <summary>One segment of a path, such as <c>accounts(name='x')</c>.</summary>
/// <param name="Name">What stands before the parenthesis.</param>
/// <param name="Key">What stands inside; null without parentheses.</param>
internal sealed record PathSegment(string Name, string? Key)
{
    /// <summary>Splits a path still escaped, so that an escaped slash inside a key stays part of it.</summary>
    public static IReadOnlyList<PathSegment> Split(string path) =>
        [.. ODataList.Split(path, '/').Select(segment => Of(Uri.UnescapeDataString(segment)))];

    public static PathSegment Of(string segment)
    {
        var open = segment.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return new PathSegment(segment, null);
        }

        return segment.EndsWith(')')
            ? new PathSegment(segment[..open], segment[(open + 1)..^1])
            : throw Faults.Of(DataverseErrorCode.UriNotUnderstood, $"The path segment '{segment}' is not understood.");
    }
}
