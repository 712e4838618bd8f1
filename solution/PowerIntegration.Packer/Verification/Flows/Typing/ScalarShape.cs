using System.Text.Json;
using System.Text.Json.Nodes;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Flows.Typing;

/// <summary>A single value.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Allowed">The only values that it can have, as plain text; null where it is free.</param>
internal sealed record ScalarShape(ScalarKind Kind, IReadOnlyList<string>? Allowed = null) : ValueShape
{
    private static readonly string[] Moments =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
        "yyyy-MM-dd'T'HH:mm:sszzz",
    ];

    public override string What =>
        Allowed is null
            ? Kind switch
            {
                ScalarKind.Text => "a text",
                ScalarKind.Id => "a GUID",
                ScalarKind.Date => "a date such as 2026-01-31",
                ScalarKind.Moment => "a point in time such as 2026-01-31T06:00:00Z",
                ScalarKind.Whole => "a whole number",
                ScalarKind.Number => "a number",
                _ => "true or false",
            }
            : $"one of {string.Join(", ", Allowed)}";

    /// <summary>True where both are texts, or numbers, or flags; values of different categories are never equal.</summary>
    public bool IsLike(ScalarShape other) => Category(Kind) == Category(other.Kind);

    /// <summary>True where a literal can be such a value; null always can.</summary>
    public bool Holds(JsonNode? literal) => literal is null || (IsOfKind(literal) && (Allowed?.Contains(literal.Plain()) ?? true));

    private bool IsOfKind(JsonNode literal) =>
        Kind switch
        {
            ScalarKind.Id => Guid.TryParseExact(literal.Text(), "D", out _),
            ScalarKind.Date => DateOnly.TryParseExact(literal.Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            ScalarKind.Moment => DateTime.TryParseExact(literal.Text(), Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            ScalarKind.Whole => literal.Whole() is not null,
            ScalarKind.Number => JsonNodes.KindOf(literal) == JsonValueKind.Number,
            ScalarKind.Flag => literal.Flag() is not null,
            _ => literal.Text() is not null,
        };

    private static ScalarKind Category(ScalarKind kind) =>
        kind switch
        {
            ScalarKind.Id or ScalarKind.Date or ScalarKind.Moment => ScalarKind.Text,
            ScalarKind.Whole => ScalarKind.Number,
            _ => kind,
        };
}
