using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Json;

/// <summary>The words in which tables of known members are written.</summary>
internal static class Rules
{
    /// <summary>Any value at all; what it means is checked elsewhere.</summary>
    public static JsonRule Anything { get; } = new MatchRule("any value", _ => true);

    /// <summary>A text with at least one character that is not a blank.</summary>
    public static JsonRule Text { get; } = new MatchRule("a text that is not empty", value => !string.IsNullOrWhiteSpace(value.Text()));

    /// <summary>A text, the empty one too.</summary>
    public static JsonRule AnyText { get; } = new MatchRule("a text", value => value.Text() is not null);

    /// <summary>True or false.</summary>
    public static JsonRule Flag { get; } = new MatchRule("true or false", value => value.Flag() is not null);

    /// <summary>Any number.</summary>
    public static JsonRule Number { get; } = new MatchRule("a number", value => JsonNodes.KindOf(value) == JsonValueKind.Number);

    /// <summary>An id as text.</summary>
    public static JsonRule Id { get; } = new MatchRule("a GUID with hyphens", value => Guid.TryParseExact(value.Text(), "D", out _));

    /// <summary>An absolute web address.</summary>
    public static JsonRule Address { get; } =
        new MatchRule(
            "an absolute https address",
            value => Uri.TryCreate(value.Text(), UriKind.Absolute, out Uri? address) && address.Scheme == Uri.UriSchemeHttps
        );

    /// <summary>An object whatever its members.</summary>
    public static JsonRule AnyObject { get; } = new MatchRule("an object", value => value is JsonObject);

    /// <summary>An object or list without content.</summary>
    public static JsonRule EmptyObject { get; } = new MatchRule("{}", value => value is JsonObject { Count: 0 });

    /// <summary>One of some texts.</summary>
    public static JsonRule OneOf(params IReadOnlyList<string> texts) =>
        new MatchRule(
            texts.Count == 1 ? $"\"{texts[0]}\"" : $"one of {string.Join(", ", texts)}",
            value => value.Text() is { } text && texts.Contains(text)
        );

    /// <summary>A whole number within limits.</summary>
    public static JsonRule Whole(long minimum, long maximum) =>
        new MatchRule($"a whole number from {minimum} to {maximum}", value => value.Whole() is { } number && number >= minimum && number <= maximum);

    /// <summary>A text of at most so many characters.</summary>
    public static JsonRule TextUpTo(int length) =>
        new MatchRule($"a text of 1 to {length} characters", value => value.Text() is { Length: > 0 } text && text.Length <= length);

    /// <summary>A text that fits a pattern.</summary>
    public static JsonRule Like(Regex pattern, string expected) =>
        new MatchRule(expected, value => value.Text() is { } text && pattern.IsMatch(text));

    /// <summary>An ISO 8601 duration within limits.</summary>
    public static JsonRule Duration(TimeSpan minimum, TimeSpan maximum) =>
        new MatchRule(
            $"an ISO 8601 duration from {XmlConvert.ToString(minimum)} to {XmlConvert.ToString(maximum)}",
            value => DurationOf(value.Text()) is { } duration && duration >= minimum && duration <= maximum
        );

    /// <summary>A list.</summary>
    public static JsonRule List(JsonRule entry, int minimum = 0, int maximum = int.MaxValue) => new ListRule(entry, minimum, maximum);

    /// <summary>An object with free names.</summary>
    public static JsonRule Map(JsonRule member) => new MapRule("a name", name => !string.IsNullOrWhiteSpace(name), member);

    /// <summary>An object with known members.</summary>
    public static ObjectRule Object(params IReadOnlyList<JsonMember> members) => new(members);

    /// <summary>A member that must be there.</summary>
    public static JsonMember Must(string name, JsonRule rule) => new(name, rule, true);

    /// <summary>A member that may be there.</summary>
    public static JsonMember May(string name, JsonRule rule) => new(name, rule, false);

    /// <summary>The span of an ISO 8601 duration, or null where the text is none.</summary>
    public static TimeSpan? DurationOf(string? text)
    {
        try
        {
            return text is null || text.Any(char.IsWhiteSpace) ? null : XmlConvert.ToTimeSpan(text);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null;
        }
    }
}
