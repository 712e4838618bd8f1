using Microsoft.AspNetCore.WebUtilities;

namespace PowerIntegration.Gateway.Procore;

/// <summary>
/// Reads page numbers out of Procore's <c>Link</c> header. Only the number is taken: a link may name a host we must not send our token to.
/// </summary>
internal static class LinkHeader
{
    /// <summary>Page number of the link with that relation, or null where the header has none.</summary>
    public static int? PageOf(string relation, IEnumerable<string> header)
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

            return
                QueryHelpers.ParseQuery(query[start..]).TryGetValue("page", out var page)
                && int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
        }

        return null;
    }
}
