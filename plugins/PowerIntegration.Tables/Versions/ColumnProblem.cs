namespace PowerIntegration.Tables.Versions;

/// <summary>What cannot be used in a row of terms.</summary>
/// <param name="Sentence">The problem, with the column's label.</param>
/// <param name="Columns">The columns that it is about.</param>
public sealed record ColumnProblem(string Sentence, IReadOnlyList<string> Columns);
