using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

#nullable disable
namespace Microsoft.PowerPlatform.Dataverse.Client;

[ServiceContract(Name = "IOrganizationService", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts/Services")]
public interface IOrganizationServiceAsync : IOrganizationService
{
    [OperationContract]
    Task<Guid> CreateAsync(Entity entity);

    [OperationContract]
    Task<Entity> RetrieveAsync(string entityName, Guid id, ColumnSet columnSet);

    [OperationContract]
    Task UpdateAsync(Entity entity);

    [OperationContract]
    Task DeleteAsync(string entityName, Guid id);

    [OperationContract]
    Task<OrganizationResponse> ExecuteAsync(OrganizationRequest request);

    [OperationContract]
    Task AssociateAsync(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities);

    [OperationContract]
    Task DisassociateAsync(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities);

    [OperationContract]
    Task<EntityCollection> RetrieveMultipleAsync(QueryBase query);
}
