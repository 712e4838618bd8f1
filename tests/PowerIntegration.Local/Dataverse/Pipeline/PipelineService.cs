using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Dataverse.Errors;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>The organization service: of a plug-in, where each request is counted, or of a caller in this process.</summary>
internal sealed class PipelineService : IOrganizationService
{
    private readonly MessagePipeline pipeline;
    private readonly Caller caller;
    private readonly ExecutionRecord? record;

    public PipelineService(MessagePipeline pipeline, Caller caller, ExecutionRecord? record)
    {
        this.pipeline = pipeline;
        this.caller = caller;
        this.record = record;
    }

    public Guid Create(Entity entity) => ((CreateResponse)Execute(new CreateRequest { Target = entity })).id;

    public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet) =>
        ((RetrieveResponse)Execute(new RetrieveRequest { Target = new EntityReference(entityName, id), ColumnSet = columnSet })).Entity;

    public void Update(Entity entity) => Execute(new UpdateRequest { Target = entity });

    public void Delete(string entityName, Guid id) => Execute(new DeleteRequest { Target = new EntityReference(entityName, id) });

    public EntityCollection RetrieveMultiple(QueryBase query) =>
        ((RetrieveMultipleResponse)Execute(new RetrieveMultipleRequest { Query = query })).EntityCollection;

    public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        throw Faults.NotBuilt("The message 'Associate'");

    public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        throw Faults.NotBuilt("The message 'Disassociate'");

    public OrganizationResponse Execute(OrganizationRequest request)
    {
        record?.CountRequest(request.RequestName);
        return pipeline.Execute(request, caller);
    }
}
