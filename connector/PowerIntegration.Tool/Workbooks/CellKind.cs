namespace PowerIntegration.Tool.Workbooks;

/// <summary>What a cell of a workbook holds.</summary>
internal enum CellKind
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A number that the workbook shows as a date.</summary>
    Date,

    /// <summary>A formula, whatever its last result was.</summary>
    Formula,

    /// <summary>True or false, or an error such as #REF!.</summary>
    Other,
}
