using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace PowerIntegration.Plugins.Tests.Fakes;

/// <summary>Dataverse as a plug-in uses it in the name of another user: it creates rows, and nothing else is known here.</summary>
internal sealed class FakePerson(FakeDataverse dataverse, Guid person) : IOrganizationService
{
    public Guid Create(Entity entity) => dataverse.CreateAs(person, entity);

    public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet) => throw Unknown();

    public void Update(Entity entity) => throw Unknown();

    public void Delete(string entityName, Guid id) => throw Unknown();

    public OrganizationResponse Execute(OrganizationRequest request) => throw Unknown();

    public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) => throw Unknown();

    public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        throw Unknown();

    public EntityCollection RetrieveMultiple(QueryBase query) => throw Unknown();

    private static NotSupportedException Unknown() => new("In the name of another user rows are created and nothing else.");
}
