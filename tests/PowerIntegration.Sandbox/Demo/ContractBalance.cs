namespace PowerIntegration.Sandbox.Demo;

/// <summary>
/// To-date figures of one contract as both systems tell them, read from their own interfaces and compared without the product's code.
/// </summary>
/// <param name="Contract">Number and supplier.</param>
/// <param name="ProcoreGross">Total completed and stored to date on the last approved application.</param>
/// <param name="ProcoreRetainage">Total retainage on the last approved application.</param>
/// <param name="OracleGross">Sum of the cost lines of the validated invoices.</param>
/// <param name="OracleRetainage">What those invoices put on the retainage account, positive where withheld.</param>
public sealed record ContractBalance(string Contract, decimal ProcoreGross, decimal ProcoreRetainage, decimal OracleGross, decimal OracleRetainage)
{
    /// <summary>Procore's total earned less retainage.</summary>
    public decimal ProcoreNet => ProcoreGross - ProcoreRetainage;

    /// <summary>The sum of Oracle's invoice amounts.</summary>
    public decimal OracleNet => OracleGross - OracleRetainage;

    /// <summary>What nothing explains: differences of gross and of retainage never cancel each other.</summary>
    public decimal Unexplained => Math.Abs(ProcoreGross - OracleGross) + Math.Abs(ProcoreRetainage - OracleRetainage);
}
