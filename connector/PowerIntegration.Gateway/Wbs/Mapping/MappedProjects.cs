using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Wbs;

namespace PowerIntegration.Gateway.Wbs.Mapping;

/// <summary>The projects of the environment by the ID that Procore gave them, which is what the connector's lists offer.</summary>
internal sealed class MappedProjects(IDataverseStore store, EnvironmentPin pin)
{
    /// <summary>The row of an active project, with what its mapping needs.</summary>
    /// <exception cref="IntegrationException">There is no ID, or no active project has it.</exception>
    public async Task<Entity> FindAsync(string? procoreId, CancellationToken cancellationToken)
    {
        RequestField.Require(("projectId", procoreId));
        var query = new QueryExpression(ProjectTable.LogicalName)
        {
            ColumnSet = new ColumnSet([.. MappingQueries.ProjectColumns, ProjectTable.Name, ProjectTable.ProcoreId]),
            TopCount = 1,
        };
        query.Criteria.AddCondition(ProjectTable.EnvironmentId, ConditionOperator.Equal, pin.Environment.Id);
        query.Criteria.AddCondition(ProjectTable.ProcoreId, ConditionOperator.Equal, procoreId!.Trim());
        query.Criteria.AddCondition(ProjectTable.RuleState, ConditionOperator.Equal, RuleStateChoice.Active);
        return (await store.ListAsync(query, cancellationToken)) is [var row, ..]
            ? row
            : throw new IntegrationException(
                ProblemCatalog.ProjectUnknown,
                $"Project {procoreId} of Procore is not an active project of this environment. Choose another project, or ask the mapping "
                    + "administrator to set it up."
            );
    }
}
