namespace PowerIntegration.Audit.Orders;

/// <summary>What the contract says about its change orders.</summary>
public enum OrderRule
{
    /// <summary>A row for each line.</summary>
    Append,

    /// <summary>The row that the line names, else a row of its own.</summary>
    Amend,

    /// <summary>A part of the row that the line names, else a row of its own.</summary>
    Schedule,

    /// <summary>One row for all.</summary>
    Aggregate,

    /// <summary>An order for each change order.</summary>
    Separate,
}
