using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Remote;

/// <summary>A further request would begin after the end of the call's budget.</summary>
public sealed class BudgetSpentException : IntegrationException
{
    /// <summary>Says which request was not begun.</summary>
    public BudgetSpentException(string request)
        : base(ProblemCatalog.BudgetSpent, $"The time of one call was spent before {request}. Call again; what was done is not done twice.") { }
}
