using PowerIntegration.Tool.Workbooks;

namespace PowerIntegration.Tool.Mapping;

/// <summary>What is wrong in one cell.</summary>
/// <param name="Row">Number of the row.</param>
/// <param name="Cell">The cell, such as C17.</param>
/// <param name="Value">What it holds.</param>
/// <param name="Message">What is wrong, and what to do.</param>
/// <param name="Suggestion">A value that would do; empty where none is known.</param>
internal sealed record RowFault(int Row, string Cell, string Value, string Message, string Suggestion = "")
{
    /// <summary>A fault of a cell that is not empty.</summary>
    public RowFault(SheetCell cell, string message)
        : this(cell.Row, cell.Address, cell.Text, message) { }

    /// <summary>The fault as one line.</summary>
    public override string ToString() =>
        Cell + ": " + (Value.Length == 0 ? "" : $"'{Value}'. ") + Message + (Suggestion.Length == 0 ? "" : $" Suggestion: {Suggestion}.");
}
