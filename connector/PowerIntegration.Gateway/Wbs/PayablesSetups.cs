using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Tables;

namespace PowerIntegration.Gateway.Wbs;

/// <summary>The active payables set-ups of the environment: what a person says about a business unit that Oracle does not show.</summary>
internal sealed class PayablesSetups(IDataverseStore store, EnvironmentPin pin)
{
    /// <summary>Their rows with business unit, ledger and organization.</summary>
    public Task<IReadOnlyList<Entity>> ListAsync(CancellationToken cancellationToken)
    {
        var query = new QueryExpression(PayablesSetupTable.LogicalName)
        {
            ColumnSet = new ColumnSet(
                PayablesSetupTable.Name,
                PayablesSetupTable.BusinessUnit,
                PayablesSetupTable.LedgerId,
                PayablesSetupTable.ExpenditureOrganization
            ),
        };
        query.Criteria.AddCondition(PayablesSetupTable.EnvironmentId, ConditionOperator.Equal, pin.Environment.Id);
        query.Criteria.AddCondition(PayablesSetupTable.RuleState, ConditionOperator.Equal, RuleStateChoice.Active);
        query.AddOrder(PayablesSetupTable.Name, OrderType.Ascending);
        return store.ListAsync(query, cancellationToken);
    }
}
