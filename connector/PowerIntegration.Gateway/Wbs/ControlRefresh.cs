using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Intake;
using PowerIntegration.Gateway.Oracle;
using PowerIntegration.Gateway.Oracle.Wire;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Tables;

namespace PowerIntegration.Gateway.Wbs;

/// <summary>Keeps the transaction controls of a project and its tasks that forbid cost.</summary>
internal sealed class ControlRefresh(IDataverseStore store, OracleProjects oracle, MirroredRows rows, EnvironmentPin pin)
{
    private static readonly string[] Columns =
    [
        TransactionControlTable.Key,
        TransactionControlTable.Name,
        TransactionControlTable.ProjectId,
        TransactionControlTable.TaskNumber,
        TransactionControlTable.ExpenditureType,
        TransactionControlTable.InForce,
        TransactionControlTable.StartDate,
        TransactionControlTable.FinishDate,
    ];

    /// <summary>Reads the controls of the project; those of the tasks came with them.</summary>
    /// <returns>True where something differed.</returns>
    public async Task<bool> RefreshAsync(
        SourceProject project,
        string oracleProjectId,
        IReadOnlyList<OracleTaskWire> tasks,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        var own = await oracle.ControlsAsync(oracleProjectId, budget, cancellationToken);
        IReadOnlyList<Entity> read =
        [
            .. own.Where(Forbids).Select(control => Row(project, null, control)),
            .. tasks.SelectMany(task =>
                (task.TaskTransactionControls?.Items ?? []).Where(Forbids).Select(control => Row(project, task.TaskNumber, control))
            ),
        ];
        return await rows.WriteAsync(read, await KeptAsync(project.Id, cancellationToken), TransactionControlTable.InForce, cancellationToken);
    }

    // What can be charged needs no control here, and a control of a category forbids types that are not named; it is not read.
    private static bool Forbids(OracleTransactionControlWire control) =>
        control is { TransactionControlId: not null, ChargeableFlag: false }
        && (control.ExpenditureTypeName is not null || control.ExpenditureCategoryName is null);

    private Entity Row(SourceProject project, string? task, OracleTransactionControlWire control)
    {
        var where = task is null ? "the project" : $"task {task}";
        var name = $"{control.ExpenditureTypeName ?? "Every expenditure type"} on {where}";
        return new Entity(
            TransactionControlTable.LogicalName,
            TransactionControlTable.Key,
            SyncKey.ForTransactionControl(pin.Scope, project.ProcoreId, control.TransactionControlId!)
        )
        {
            [TransactionControlTable.Name] = Sentence.Fit(name, TransactionControlTable.NameLengthMax),
            [TransactionControlTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, project.Id),
            [TransactionControlTable.TaskNumber] = task,
            [TransactionControlTable.ExpenditureType] = control.ExpenditureTypeName,
            [TransactionControlTable.InForce] = true,
            [TransactionControlTable.StartDate] = MirroredRows.Day("A transaction control of " + where, control.StartDate),
            [TransactionControlTable.FinishDate] = MirroredRows.Day("A transaction control of " + where, control.EndDate),
        };
    }

    private Task<IReadOnlyList<Entity>> KeptAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var query = new QueryExpression(TransactionControlTable.LogicalName) { ColumnSet = new ColumnSet(Columns) };
        query.Criteria.AddCondition(TransactionControlTable.ProjectId, ConditionOperator.Equal, projectId);
        return store.ListAsync(query, cancellationToken);
    }
}
