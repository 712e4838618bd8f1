using System.Collections.Frozen;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>
/// Runs a message through its stages. The outermost call opens the transaction after stage 10 and commits it after stage 40; whatever fails inside
/// dooms it, also where a plug-in catches the failure.
/// </summary>
internal sealed class MessagePipeline
{
    /// <summary>The platform's limit on calls from plug-ins inside plug-ins.</summary>
    private const int DepthMax = 8;

    // What stage 10 of these wrote into SharedVariables is read one context up.
    private static readonly FrozenSet<string> RowMessages = FrozenSet.Create("Create", "Update", "Delete");

    private static readonly FrozenSet<string> NeverInPlugins = FrozenSet.Create(
        "ExecuteMultiple",
        "ExecuteTransaction",
        "CreateMultiple",
        "UpdateMultiple",
        "UpsertMultiple",
        "DeleteMultiple"
    );

    private readonly Platform platform;
    private readonly StageRunner stages;
    private readonly Dictionary<string, IMessageOperation> operations;

    public MessagePipeline(Platform platform)
    {
        this.platform = platform;
        stages = new StageRunner(platform, new PluginServices(this));
        var values = new ColumnValues(platform);
        var update = new RowUpdate(platform, values);
        var setState = new SetStateOperation(platform, update);
        operations = new Dictionary<string, IMessageOperation>
        {
            ["Create"] = new CreateOperation(platform, values, this),
            ["Update"] = new UpdateOperation(platform, update),
            ["Delete"] = new DeleteOperation(platform, this),
            ["Assign"] = new AssignOperation(platform, update),
            ["SetState"] = setState,
            ["SetStateDynamicEntity"] = setState,
            ["Retrieve"] = new RetrieveOperation(platform),
            ["RetrieveMultiple"] = new RetrieveMultipleOperation(platform),
            ["Upsert"] = new UpsertOperation(platform, this),
            ["CreateMultiple"] = new BulkOperation(platform, this),
            ["UpsertMultiple"] = new BulkOperation(platform, this),
            ["WhoAmI"] = new WhoAmIOperation(),
        };
        foreach (var api in platform.Model.CustomApis)
        {
            operations.Add(api.UniqueName, new CustomApiOperation(platform, api, stages));
        }
    }

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var name = request.RequestName ?? throw Faults.Invalid("The request has no RequestName.");
        try
        {
            RequireAllowed(name, caller);
            var operation = operations.GetValueOrDefault(name) ?? throw Faults.NotBuilt($"The message '{name}'");
            var call = new MessageCall(name, RequestCopy.Of(request.Parameters), caller);
            Run(operation, call);
            return ResponseOf.Message(name, call.Outputs);
        }
        catch
        {
            caller.Transaction?.Doom();
            throw;
        }
    }

    private static void RequireAllowed(string name, Caller caller)
    {
        if (caller.Transaction is { IsDoomed: true })
        {
            throw NoActiveTransaction();
        }

        if (caller.Depth > DepthMax)
        {
            throw Faults.Of(
                DataverseErrorCode.DepthTooHigh,
                "This workflow job was canceled because the workflow that started it included an infinite loop. "
                    + "Correct the workflow logic and try again. For information about workflow logic, see Help."
            );
        }

        if (caller.Parent is not null && NeverInPlugins.Contains(name))
        {
            throw Faults.Invalid(
                $"The message {name} is not supported in plug-in code. "
                    + "Write a parent with its RelatedEntities in one Create, or make single requests."
            );
        }
    }

    private void Run(IMessageOperation operation, MessageCall call)
    {
        var outer = call.Caller.Transaction;
        Resolve(operation, call, outer);
        var before = stages.RunPreValidation(call, RowMessages.Contains(call.Message));
        operation.CheckSecurity(call);
        var transaction = outer ?? platform.Store.Begin();
        try
        {
            call.Transaction = transaction;
            call.Before = call.Table is { } table && call.RowId != Guid.Empty ? transaction.Find(table.LogicalName, call.RowId) : null;
            stages.Run(call, 20, before);
            operation.Run(call);
            stages.Run(call, 40, before);
            if (transaction.IsDoomed)
            {
                throw NoActiveTransaction();
            }

            if (outer is null)
            {
                platform.Store.Commit(transaction);
            }
        }
        catch
        {
            transaction.Doom();
            if (outer is null)
            {
                platform.Store.Rollback(transaction);
            }

            throw;
        }
    }

    // A call from outside has no transaction yet; naming the row needs no more than a look at what is committed.
    private void Resolve(IMessageOperation operation, MessageCall call, Transaction? outer)
    {
        call.Transaction = outer ?? platform.Store.Begin();
        operation.Resolve(call);
    }

    private static Exception NoActiveTransaction() =>
        Faults.Of(
            DataverseErrorCode.NoActiveTransaction,
            "There is no active transaction. This error is usually caused by custom plug-ins that ignore errors from service calls and "
                + "continue processing."
        );
}
