using System.Text.RegularExpressions;
using PowerIntegration.Local.Dataverse.Errors;

namespace PowerIntegration.Local.Dataverse.WebApi;

/// <summary>The opaque token of the next page.</summary>
internal static partial class SkipToken
{
    public static int Page(string? token)
    {
        if (token is null)
        {
            return 1;
        }

        var match = Pattern().Match(token);
        return match.Success
            ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw Faults.Of(DataverseErrorCode.UriNotUnderstood, "The $skiptoken was not issued by this server.");
    }

    /// <summary>The absolute address of a page: the request as it was, with another token.</summary>
    public static string NextLink(WebApiRequest request, int page)
    {
        var mark = request.Raw.IndexOf('?', StringComparison.Ordinal);
        var path = mark < 0 ? request.Raw : request.Raw[..mark];
        var options =
            mark < 0
                ? []
                : request
                    .Raw[(mark + 1)..]
                    .Split('&')
                    .Where(option => option.Length > 0 && !Uri.UnescapeDataString(option).StartsWith("$skiptoken=", StringComparison.Ordinal));
        var token = FormattableString.Invariant($"<cookie pagenumber=\"{page}\" istracking=\"False\" />");
        return $"{request.Root}/{path}?{string.Join('&', options.Append("$skiptoken=" + Uri.EscapeDataString(token)))}";
    }

    [GeneratedRegex("^<cookie pagenumber=\"([1-9][0-9]{0,6})\" istracking=\"False\" />$")]
    private static partial Regex Pattern();
}
