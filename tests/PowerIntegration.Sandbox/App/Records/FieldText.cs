using System.Text.RegularExpressions;

namespace PowerIntegration.Sandbox.App.Records;

/// <summary>How a text is set.</summary>
internal static partial class FieldText
{
    /// <summary>The class of a text: a sheet whose columns are made of spaces keeps them, a text of several lines keeps those.</summary>
    /// <param name="text">The text.</param>
    public static string? Class(string text) =>
        !text.Contains('\n', StringComparison.Ordinal) ? null
        : Columns().Count(text) > 1 ? "sheet"
        : "lines";

    [GeneratedRegex(@"\S {3,}\S")]
    private static partial Regex Columns();
}
