namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Accruals;

/// <summary>What is to be accrued on one Oracle task.</summary>
/// <param name="Kind">Why it is not in the period's books.</param>
/// <param name="Project">Oracle's project number.</param>
/// <param name="Task">Oracle task; null where the code is not mapped.</param>
/// <param name="ExpenditureType">Oracle expenditure type; null where the code is not mapped.</param>
/// <param name="Code">Procore's code where no task is known; null where one is.</param>
/// <param name="Currency">ISO code of the amounts.</param>
/// <param name="Gross">Sum before retainage, in the major unit.</param>
/// <param name="Retainage">Sum of the retainage that is known.</param>
/// <param name="Documents">How many documents it comes from.</param>
public sealed record AccrualTotal(
    AccrualKind Kind,
    string Project,
    string? Task,
    string? ExpenditureType,
    string? Code,
    string Currency,
    decimal Gross,
    decimal Retainage,
    int Documents
);
