using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using PowerIntegration.Local.Dataverse.Errors;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>CreateMultiple and UpsertMultiple: row by row with every step, all or nothing.</summary>
internal sealed class BulkOperation : IMessageOperation
{
    /// <summary>Most rows in one request; the platform advises up to this for standard tables.</summary>
    private const int TargetsMax = 1000;

    private readonly Platform platform;
    private readonly MessagePipeline pipeline;

    public BulkOperation(Platform platform, MessagePipeline pipeline)
    {
        this.platform = platform;
        this.pipeline = pipeline;
    }

    public void Resolve(MessageCall call)
    {
        var targets = Targets(call);
        if (targets.Entities.Count is 0 or > TargetsMax)
        {
            throw Faults.Invalid($"{call.Message} takes 1 to {TargetsMax} targets, and has {targets.Entities.Count}.");
        }

        call.Table = platform.Table(targets.Entities[0].LogicalName);
        if (targets.Entities.Any(target => target.LogicalName != call.Table.LogicalName))
        {
            throw Faults.Invalid($"{call.Message} takes rows of one table only.");
        }
    }

    // Every row checks its own privilege.
    public void CheckSecurity(MessageCall call) { }

    public void Run(MessageCall call)
    {
        var caller = call.Caller with { Transaction = call.Transaction };
        if (call.Message == "CreateMultiple")
        {
            call.Outputs["Ids"] = Targets(call).Entities.Select(target => Create(target, caller)).ToArray();
        }
        else
        {
            call.Outputs["Results"] = Targets(call).Entities.Select(target => Upsert(target, caller)).ToArray();
        }
    }

    private static EntityCollection Targets(MessageCall call) =>
        call.Inputs.TryGetValue("Targets", out var targets) && targets is EntityCollection collection
            ? collection
            : throw Faults.Invalid($"Required field 'Targets' is missing from the message {call.Message}.");

    private Guid Create(Entity target, Caller caller) => ((CreateResponse)pipeline.Execute(new CreateRequest { Target = target }, caller)).id;

    private UpsertResponse Upsert(Entity target, Caller caller) => (UpsertResponse)pipeline.Execute(new UpsertRequest { Target = target }, caller);
}
