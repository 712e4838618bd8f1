using System.Xml.Linq;

namespace Microsoft.PowerPlatform.Dataverse.Client.Queries;

/// <summary>The Web API wraps the SDK's paging cookie in an element and encodes it twice.</summary>
internal static class PagingCookie
{
    public static string? Unwrap(string? annotation)
    {
        if (string.IsNullOrEmpty(annotation))
        {
            return null;
        }

        string? inner = (string?)XElement.Parse(annotation).Attribute("pagingcookie");
        return string.IsNullOrEmpty(inner) ? null : Uri.UnescapeDataString(Uri.UnescapeDataString(inner));
    }
}
