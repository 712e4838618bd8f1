using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace PowerIntegration.Sdk.Tests.Identity;

/// <summary>A service that holds one row or none, and refuses everything else.</summary>
internal sealed class OneRowService(Entity? row) : IOrganizationService
{
    public static Guid RowId { get; } = new("00000000-0000-0000-0000-00000000a001");

    public Entity? Updated { get; private set; }

    public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet)
    {
        if (row != null)
        {
            return row;
        }

        var fault = new OrganizationServiceFault { ErrorCode = unchecked((int)0x80040217), Message = entityName + " Does Not Exist" };
        throw new FaultException<OrganizationServiceFault>(fault, new FaultReason(fault.Message));
    }

    public void Update(Entity entity) => Updated = entity;

    public Guid Create(Entity entity) => throw new NotSupportedException();

    public void Delete(string entityName, Guid id) => throw new NotSupportedException();

    public OrganizationResponse Execute(OrganizationRequest request) => throw new NotSupportedException();

    public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        throw new NotSupportedException();

    public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        throw new NotSupportedException();

    public EntityCollection RetrieveMultiple(QueryBase query) => throw new NotSupportedException();
}
