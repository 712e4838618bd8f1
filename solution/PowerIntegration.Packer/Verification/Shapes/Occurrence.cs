namespace PowerIntegration.Packer.Verification.Shapes;

/// <summary>How often a child or an attribute appears below its element.</summary>
/// <param name="Least">Fewest that a file may have; import has no default for what is missing.</param>
/// <param name="LeastInExport">Fewest that an export has. Sources of this product read like exports, so they have as many.</param>
/// <param name="Most">Most that a file may have.</param>
internal sealed record Occurrence(int Least, int LeastInExport, int Most)
{
    /// <summary>Exactly one.</summary>
    public static Occurrence One { get; } = new(1, 1, 1);

    /// <summary>One in every export; import has a default where it is missing.</summary>
    public static Occurrence Exported { get; } = new(0, 1, 1);

    /// <summary>One or none.</summary>
    public static Occurrence Optional { get; } = new(0, 0, 1);

    /// <summary>Any number.</summary>
    public static Occurrence Many { get; } = new(0, 0, int.MaxValue);

    /// <summary>At least one.</summary>
    public static Occurrence OneOrMore { get; } = new(1, 1, int.MaxValue);

    /// <summary>At least one in every export.</summary>
    public static Occurrence ExportedMany { get; } = new(0, 1, int.MaxValue);

    /// <summary>True where one more is missing.</summary>
    public bool Lacks(int count, bool complete) => count < (complete ? LeastInExport : Least);
}
