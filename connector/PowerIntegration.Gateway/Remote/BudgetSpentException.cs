using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Remote;

/// <summary>Another request would start after the time limit of the call.</summary>
public sealed class BudgetSpentException : IntegrationException
{
    /// <summary>Names the records that were not read.</summary>
    public BudgetSpentException(string records)
        : base(ProblemCatalog.BudgetSpent, Sentence(records)) { }

    private static string Sentence(string records) =>
        $"The time limit was reached before reading {records}. Running flows continue automatically; nothing is done twice.";
}
