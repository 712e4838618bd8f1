using Microsoft.AspNetCore.WebUtilities;

namespace PowerIntegration.Gateway.Procore;

/// <summary>
/// Reads page numbers and cursors out of Procore's <c>Link</c> header. Only these are taken: a link may name a host we must not send our token to.
/// </summary>
internal static class LinkHeader
{
    /// <summary>Page number of the link with that relation, or null where the header has none.</summary>
    public static int? PageOf(string relation, IEnumerable<string> header) =>
        int.TryParse(ValueOf("page", relation, header), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Cursor of the next page of a v2 list, or null where it is the last one.</summary>
    public static string? NextCursor(IEnumerable<string> header) => ValueOf("cursor", "next", header) is { Length: > 0 } cursor ? cursor : null;

    private static string? ValueOf(string parameter, string relation, IEnumerable<string> header)
    {
        foreach (var link in string.Join(",", header).Split(','))
        {
            var parts = link.Split(';', StringSplitOptions.TrimEntries);
            if (parts.Length < 2 || parts[1] != $"rel=\"{relation}\"")
            {
                continue;
            }

            var query = parts[0].Trim('<', '>');
            var start = query.IndexOf('?', StringComparison.Ordinal);
            if (start < 0)
            {
                return null;
            }

            return QueryHelpers.ParseQuery(query[start..]).TryGetValue(parameter, out var value) ? value.ToString() : null;
        }

        return null;
    }
}
