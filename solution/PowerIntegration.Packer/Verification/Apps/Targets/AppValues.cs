using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Apps.Targets;

/// <summary>The kinds of text that forms, views, maps and commands hold beside those of every component.</summary>
internal static class AppValues
{
    /// <summary>A yes or no, written true or false; older files write 1 or 0.</summary>
    public static ValueRule Boolean { get; } = Values.OneOf("true", "false", "1", "0");

    /// <summary>A yes or no as site maps write it.</summary>
    public static ValueRule CapitalBoolean { get; } = Values.OneOf("True", "False", "true", "false");

    /// <summary>An id with or without braces.</summary>
    public static ValueRule AnyId { get; } = new("a GUID", text => Guid.TryParse(text, out _));

    /// <summary>A width of a part of a form.</summary>
    public static ValueRule Percent { get; } =
        new("a percentage from 0% to 100%", text => text.EndsWith('%') && Values.Whole(0, 100).Accepts(text[..^1]));

    /// <summary>Columns of a section, one digit each.</summary>
    public static ValueRule SectionColumns { get; } = Values.OneOf("1", "11", "111", "1111");

    /// <summary>A count that fits a screen.</summary>
    public static ValueRule Count { get; } = Values.Whole(0, 10_000);

    /// <summary>A name inside a form or a map.</summary>
    public static ValueRule Identifier { get; } =
        new(
            "a name of letters, digits and underscores",
            text => text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
        );

    /// <summary>A function of a script, such as PowerIntegration.Visit.onLoad.</summary>
    public static ValueRule Function { get; } =
        new("the name of a JavaScript function, such as Contoso.Case.onLoad", text => text.Split('.').All(IsJavaScriptName));

    private static bool IsJavaScriptName(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '$');
}
