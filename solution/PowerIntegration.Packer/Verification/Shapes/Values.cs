using System.Text.RegularExpressions;

namespace PowerIntegration.Packer.Verification.Shapes;

/// <summary>The kinds of text that unpacked solutions hold.</summary>
internal static partial class Values
{
    // What the platform's database takes as the name of a table or a column.
    private const int NameLengthMax = 128;

    /// <summary>A yes or no, written 1 or 0.</summary>
    public static ValueRule Flag { get; } = OneOf("0", "1");

    /// <summary>A text of at least one visible character.</summary>
    public static ValueRule Text { get; } = new("a text", text => !string.IsNullOrWhiteSpace(text));

    /// <summary>A text that may be empty.</summary>
    public static ValueRule AnyText { get; } = new("a text", _ => true);

    /// <summary>No text at all.</summary>
    public static ValueRule Nothing { get; } = new("nothing", text => text.Length == 0);

    /// <summary>A version of two to four numbers.</summary>
    public static ValueRule Version { get; } = new("a version of two to four numbers, such as 1.0.0.0", VersionPattern().IsMatch);

    /// <summary>A version of four numbers.</summary>
    public static ValueRule FullVersion { get; } = new("a version of four numbers, such as 1.0.0.0", FullVersionPattern().IsMatch);

    /// <summary>An id without braces.</summary>
    public static ValueRule Id { get; } = new("a GUID without braces", IdPattern().IsMatch);

    /// <summary>An id in braces.</summary>
    public static ValueRule IdInBraces { get; } = new("a GUID in braces", IdInBracesPattern().IsMatch);

    /// <summary>A language by its number.</summary>
    public static ValueRule Language { get; } = new("the number of a language, such as 1033 for English", LanguagePattern().IsMatch);

    /// <summary>A name in lower case.</summary>
    public static ValueRule LogicalName { get; } =
        new("a name of lower-case letters, digits and underscores that begins with a letter", LogicalNamePattern().IsMatch);

    /// <summary>A name whose case is kept.</summary>
    public static ValueRule SchemaName { get; } =
        new(
            $"a name of at most {NameLengthMax} letters, digits and underscores that begins with a letter",
            text => text.Length <= NameLengthMax && SchemaNamePattern().IsMatch(text)
        );

    /// <summary>Logical names of columns with commas between them.</summary>
    public static ValueRule LogicalNames { get; } =
        new("logical names with commas between them and no blanks", text => text.Split(',').All(LogicalNamePattern().IsMatch));

    /// <summary>A color.</summary>
    public static ValueRule Color { get; } = new("a color such as #0B5A8A", ColorPattern().IsMatch);

    /// <summary>One text of a closed list.</summary>
    public static ValueRule OneOf(params string[] texts) => new(Listed(texts), text => texts.Contains(text, StringComparer.Ordinal));

    /// <summary>The empty text or one of another rule.</summary>
    public static ValueRule OrEmpty(ValueRule rule) => new(rule.Expected + ", or leave it empty", text => text.Length == 0 || rule.Accepts(text));

    /// <summary>A whole number of a range.</summary>
    public static ValueRule Whole(long least, long most) =>
        new(string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"), text => IsWhole(text, least, most));

    /// <summary>A number of a range; exports write very small ones with an exponent.</summary>
    public static ValueRule Number(decimal least, decimal most) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"),
            text => AsNumber(text) is { } number && number >= least && number <= most
        );

    /// <summary>The text as a number, or null where it is none.</summary>
    public static decimal? AsNumber(string text) =>
        NumberPattern().IsMatch(text) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    private static bool IsWhole(string text, long least, long most) =>
        WholePattern().IsMatch(text)
        && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
        && number >= least
        && number <= most;

    private static string Listed(string[] texts) => texts.Length == 1 ? texts[0] : string.Join(", ", texts[..^1]) + " or " + texts[^1];

    [GeneratedRegex(@"^\d{1,9}(\.\d{1,9}){1,3}\z")]
    private static partial Regex VersionPattern();

    [GeneratedRegex(@"^\d{1,9}(\.\d{1,9}){3}\z")]
    private static partial Regex FullVersionPattern();

    [GeneratedRegex(@"^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\z")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}\z")]
    private static partial Regex IdInBracesPattern();

    [GeneratedRegex(@"^[1-9]\d{3,4}\z")]
    private static partial Regex LanguagePattern();

    [GeneratedRegex(@"^[a-z][a-z0-9_]*\z")]
    private static partial Regex LogicalNamePattern();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_]*\z")]
    private static partial Regex SchemaNamePattern();

    [GeneratedRegex(@"^#[0-9A-Fa-f]{6}\z")]
    private static partial Regex ColorPattern();

    [GeneratedRegex(@"^-?\d+\z")]
    private static partial Regex WholePattern();

    [GeneratedRegex(@"^-?\d+(\.\d+)?(E-?\d{1,2})?\z")]
    private static partial Regex NumberPattern();
}
