using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Tables;

/// <summary>DisplayMask of a column: marks with bars between them.</summary>
internal static class DisplayMask
{
    /// <summary>Mark of the column that lookups and lists show.</summary>
    public const string PrimaryName = "PrimaryName";

    private static readonly string[] Marks =
    [
        PrimaryName,
        "PrimaryImage",
        "DenormalizedChild",
        "ObjectTypeCode",
        "ValidForAdvancedFind",
        "ValidForForm",
        "ValidForGrid",
        "RequiredForForm",
        "RequiredForGrid",
    ];

    /// <summary>Known marks, each once.</summary>
    public static ValueRule Rule { get; } = new("some of " + string.Join(", ", Marks) + ", each once, with bars between them", IsMask);

    /// <summary>True where the mask holds the mark.</summary>
    public static bool Has(string mask, string mark) => mask.Split('|').Contains(mark, StringComparer.Ordinal);

    private static bool IsMask(string text)
    {
        string[] marks = text.Split('|');
        return marks.All(mark => Marks.Contains(mark, StringComparer.Ordinal)) && marks.Distinct().Count() == marks.Length;
    }
}
