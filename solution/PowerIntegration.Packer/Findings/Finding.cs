namespace PowerIntegration.Packer.Findings;

/// <summary>One thing that is wrong in the source of a solution, said so that a person can go and mend it.</summary>
/// <param name="File">File, relative to the folder of its solution.</param>
/// <param name="Element">What in the file is meant: a table, a column, an action.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
public sealed record Finding(string File, string Element, string Sentence)
{
    /// <summary>File, element and sentence on one line.</summary>
    public override string ToString() => $"{File}, {Element}: {Sentence}";
}
