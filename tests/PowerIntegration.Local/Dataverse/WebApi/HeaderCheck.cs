using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using PowerIntegration.Local.Dataverse.Errors;

namespace PowerIntegration.Local.Dataverse.WebApi;

/// <summary>
/// The request headers that change what a request means are a closed list: one that is not run here is refused by its name. To pass over "no
/// plug-ins" or "as another caller" would answer another request than the one that was sent.
/// </summary>
internal static class HeaderCheck
{
    private const string ODataPrefix = "OData-";

    // The platform's own, in both spellings of the family.
    private const string PlatformPrefix = "MSCRM";

    private const string OwnVersion = "4.0";

    // Each would have to be tested or to change the answer.
    private static readonly string[] Refused =
    [
        "CallerObjectId",
        "Consistency",
        "Content-Encoding",
        "If-Modified-Since",
        "If-Range",
        "If-Unmodified-Since",
        "Isolation",
        "Range",
    ];

    // Headers with the value that asks for what happens here anyway.
    private static readonly Dictionary<string, string> Harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        ["MSCRM.BypassCustomPluginExecution"] = "false",
        ["MSCRM.SuppressCallbackRegistrationExpanderJob"] = "false",
        ["MSCRM.SuppressDuplicateDetection"] = "true",
        ["OData-Version"] = OwnVersion,
    };

    /// <summary>Refuses what is not run here.</summary>
    public static void Require(IHeaderDictionary headers)
    {
        foreach (var (name, values) in headers)
        {
            var isMeant =
                name.StartsWith(PlatformPrefix, StringComparison.OrdinalIgnoreCase)
                || name.StartsWith(ODataPrefix, StringComparison.OrdinalIgnoreCase)
                || Refused.Contains(name, StringComparer.OrdinalIgnoreCase);
            if (isMeant && !IsHarmless(name, values.ToString().Trim()))
            {
                throw Faults.NotBuilt($"The header {name} with the value '{values}'");
            }
        }

        RequireJsonIsTaken(headers.Accept.ToString());
    }

    /// <summary>Refuses a body that is not JSON in UTF-8.</summary>
    public static void RequireJsonBody(string? contentType)
    {
        var isJson =
            MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || type.Charset.ToString().Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
        if (!isJson)
        {
            throw Faults.Of(
                DataverseErrorCode.UriNotUnderstood,
                $"The Content-Type '{contentType}' is not supported. Send the body as application/json in UTF-8.",
                StatusCodes.Status415UnsupportedMediaType
            );
        }

        RequirePlain(type!);
    }

    private static bool IsHarmless(string name, string value) =>
        name.Equals("OData-MaxVersion", StringComparison.OrdinalIgnoreCase)
            ? decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var most) && most >= 4m
            : Harmless.TryGetValue(name, out var harmless) && harmless.Equals(value, StringComparison.OrdinalIgnoreCase);

    private static void RequireJsonIsTaken(string accept)
    {
        if (accept.Length == 0)
        {
            return;
        }

        var taken = MediaTypeHeaderValue.TryParseList([accept], out var types)
            ? types.Where(type => type.MediaType.ToString() is "*/*" or "application/*" or "application/json" or "text/plain").ToList()
            : [];
        if (taken.Count == 0)
        {
            throw Faults.Of(
                DataverseErrorCode.UriNotUnderstood,
                "A supported MIME type could not be found that matches the acceptable MIME types for the request. The supported type(s) "
                    + $"'application/json;odata.metadata=minimal' do not match any of the acceptable MIME types '{accept}'.",
                StatusCodes.Status415UnsupportedMediaType
            );
        }

        taken.ForEach(RequirePlain);
    }

    // Other forms of the same JSON: annotations no one asked for, none at all, numbers as text.
    private static void RequirePlain(MediaTypeHeaderValue type)
    {
        var refused = type.Parameters.FirstOrDefault(parameter =>
            (Is(parameter, "odata.metadata") && !parameter.Value.Equals("minimal", StringComparison.OrdinalIgnoreCase))
            || (Is(parameter, "IEEE754Compatible") && !parameter.Value.Equals("false", StringComparison.OrdinalIgnoreCase))
        );
        if (refused is not null)
        {
            throw Faults.NotBuilt($"The parameter {refused} of a media type");
        }
    }

    private static bool Is(NameValueHeaderValue parameter, string name) => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
