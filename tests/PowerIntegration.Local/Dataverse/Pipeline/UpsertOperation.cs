using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>
/// Upsert: finds the row by id or alternate key, then runs Update or Create with all their steps. Two at once may both find nothing; the key decides.
/// </summary>
internal sealed class UpsertOperation : IMessageOperation
{
    private readonly Platform platform;
    private readonly MessagePipeline pipeline;

    public UpsertOperation(Platform platform, MessagePipeline pipeline)
    {
        this.platform = platform;
        this.pipeline = pipeline;
    }

    public void Resolve(MessageCall call) => call.Table = platform.WrittenTable(call.Target.LogicalName);

    // The Create or Update that follows checks its own privilege.
    public void CheckSecurity(MessageCall call) { }

    public void Run(MessageCall call)
    {
        var caller = call.Caller with { Transaction = call.Transaction };
        var target = call.Target;
        var row = Find(call, target);
        if (row is null)
        {
            var created = (CreateResponse)pipeline.Execute(new CreateRequest { Target = target }, caller);
            call.RowId = created.id;
        }
        else
        {
            pipeline.Execute(new UpdateRequest { Target = WithoutKey(target, row.Id) }, caller);
            call.RowId = row.Id;
        }

        call.Outputs["RecordCreated"] = row is null;
        call.Outputs["Target"] = new EntityReference(target.LogicalName, call.RowId);
    }

    private static Row? Find(MessageCall call, Entity target)
    {
        if (target.KeyAttributes.Count > 0)
        {
            return ColumnValues.FindByKey(call.Transaction, call.Table!, target.KeyAttributes);
        }

        var id = target.Id != Guid.Empty ? target.Id : target.GetAttributeValue<Guid>(call.Table!.PrimaryKey);
        return id == Guid.Empty ? null : call.Transaction.Find(call.Table!.LogicalName, id);
    }

    // A row found by its key keeps the key: what the body says of the key's columns is dropped.
    private static Entity WithoutKey(Entity target, Guid id)
    {
        var update = new Entity(target.LogicalName, id) { RowVersion = target.RowVersion };
        update.Attributes.AddRange(target.Attributes.Where(attribute => !target.KeyAttributes.ContainsKey(attribute.Key)));
        foreach (var (relationship, related) in target.RelatedEntities)
        {
            update.RelatedEntities[relationship] = related;
        }

        return update;
    }
}
