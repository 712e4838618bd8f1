using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>
/// Makes the typed response of a message. Two outputs carry another name inside the pipeline than outside. Messages about many rows have a plain
/// response: their types came late to the SDK assembly, and this Dataverse runs with older files of it too.
/// </summary>
internal static class ResponseOf
{
    public const string Row = "BusinessEntity";
    public const string Rows = "BusinessEntityCollection";

    public static OrganizationResponse Message(string name, ParameterCollection outputs)
    {
        OrganizationResponse response = name switch
        {
            "Create" => new CreateResponse(),
            "Update" => new UpdateResponse(),
            "Delete" => new DeleteResponse(),
            "Retrieve" => new RetrieveResponse(),
            "RetrieveMultiple" => new RetrieveMultipleResponse(),
            "Upsert" => new UpsertResponse(),
            "WhoAmI" => new WhoAmIResponse(),
            _ => new OrganizationResponse(),
        };
        response.ResponseName = name;
        foreach (var (key, value) in outputs)
        {
            response.Results[
                key switch
                {
                    Row => "Entity",
                    Rows => "EntityCollection",
                    _ => key,
                }
            ] = value;
        }

        return response;
    }
}
