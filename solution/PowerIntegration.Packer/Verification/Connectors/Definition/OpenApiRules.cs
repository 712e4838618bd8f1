using System.Text.RegularExpressions;
using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Connectors.Definition;

/// <summary>What all parts of a connector's OpenAPI 2.0 definition have in common.</summary>
internal static partial class OpenApiRules
{
    private static readonly JsonRule MimeType = Rules.OneOf(
        "application/json",
        "application/xml",
        "application/octet-stream",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "text/html",
        "text/json",
        "text/plain",
        "text/xml"
    );

    /// <summary>MIME types that an operation takes or gives.</summary>
    public static JsonRule MimeTypes { get; } = Rules.List(MimeType, 1);

    /// <summary>Protocols.</summary>
    public static JsonRule Schemes { get; } = Rules.List(Rules.OneOf("http", "https"), 1);

    /// <summary>Security requirements: a name and its scopes.</summary>
    public static JsonRule Security { get; } = Rules.List(Rules.Map(Rules.List(Rules.Text)));

    /// <summary>An e-mail address.</summary>
    public static JsonRule Mail { get; } = Rules.Like(MailAddress(), "an e-mail address");

    /// <summary>Id of an operation.</summary>
    public static JsonRule OperationId { get; } = Rules.Like(OperationIdPattern(), "an operation id of letters, digits, hyphens and underscores");

    /// <summary>A link to documentation.</summary>
    public static JsonMember ExternalDocs =>
        Rules.May("externalDocs", Object(Rules.Must("url", Rules.Address), Rules.May("description", Rules.Text)));

    /// <summary>An object with known members; extensions of other vendors are allowed beside them.</summary>
    public static ObjectRule Object(params IReadOnlyList<JsonMember> members) => new(members, IsOfAnotherVendor);

    // Microsoft's own extensions are all known, so a misspelt one is refused.
    private static bool IsOfAnotherVendor(string name) =>
        name.StartsWith("x-", StringComparison.Ordinal) && !name.StartsWith("x-ms", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+\z")]
    private static partial Regex MailAddress();

    [GeneratedRegex(@"^[A-Za-z0-9_-]+\z")]
    private static partial Regex OperationIdPattern();
}
