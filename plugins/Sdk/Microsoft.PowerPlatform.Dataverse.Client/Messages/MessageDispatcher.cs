using Microsoft.Crm.Sdk.Messages;
using Microsoft.PowerPlatform.Dataverse.Client.Queries;
using Microsoft.PowerPlatform.Dataverse.Client.Tables;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.PowerPlatform.Dataverse.Client.Messages;

/// <summary>Sends each request message by its name, so that a plain OrganizationRequest and its typed form are the same.</summary>
internal sealed class MessageDispatcher
{
    private readonly WebApiChannel channel;
    private readonly TableCatalog tables;
    private readonly CustomApiCatalog customApis;

    public MessageDispatcher(WebApiChannel channel)
        : this(channel, new TableCatalog(), new CustomApiCatalog()) { }

    private MessageDispatcher(WebApiChannel channel, TableCatalog tables, CustomApiCatalog customApis)
    {
        this.channel = channel;
        this.tables = tables;
        this.customApis = customApis;
    }

    public MessageDispatcher Over(WebApiChannel channel) => new(channel, this.tables, this.customApis);

    public Task<OrganizationResponse> ExecuteAsync(OrganizationRequest request, CancellationToken cancellationToken)
    {
        var single = new SingleRowMessages(this.channel, this.tables);
        var bulk = new BulkMessages(this.channel, this.tables);
        var links = new LinkMessages(this.channel, this.tables);
        return request.RequestName switch
        {
            "WhoAmI" => WhoAmIAsync(cancellationToken),
            "Create" => single.CreateAsync(request, cancellationToken),
            "Retrieve" => single.RetrieveAsync(request, cancellationToken),
            "Update" => single.UpdateAsync(request, cancellationToken),
            "Upsert" => single.UpsertAsync(request, cancellationToken),
            "Delete" => single.DeleteAsync(request, cancellationToken),
            "RetrieveMultiple" => RetrieveMultipleAsync(request, cancellationToken),
            "CreateMultiple" or "UpdateMultiple" or "UpsertMultiple" => bulk.ExecuteAsync(request, cancellationToken),
            "Associate" => links.AssociateAsync(request, cancellationToken),
            "Disassociate" => links.DisassociateAsync(request, cancellationToken),
            "ExecuteMultiple" or "ExecuteTransaction" or "ExecuteAsync" => throw new NotSupportedException(
                $"Message '{request.RequestName}' is not built in the client stand-in."
            ),
            _ => new CustomApiCall(this.channel, this.tables, this.customApis).ExecuteAsync(request, cancellationToken),
        };
    }

    private async Task<OrganizationResponse> WhoAmIAsync(CancellationToken cancellationToken)
    {
        WebApiAnswer answer = await this.channel.SendAsync(WebApiRequest.Get("WhoAmI"), cancellationToken).ConfigureAwait(false);
        var response = new WhoAmIResponse { ResponseName = "WhoAmI" };
        foreach (string name in new[] { "UserId", "BusinessUnitId", "OrganizationId" })
        {
            response.Results[name] = answer.RequiredBody.GetProperty(name).GetGuid();
        }

        return response;
    }

    private async Task<OrganizationResponse> RetrieveMultipleAsync(OrganizationRequest request, CancellationToken cancellationToken)
    {
        var query = Parameters.Optional<QueryBase>(request, "Query");
        EntityCollection rows = await new QueryRunner(this.channel, this.tables).RunAsync(query, cancellationToken).ConfigureAwait(false);
        var response = new RetrieveMultipleResponse { ResponseName = "RetrieveMultiple" };
        response.Results["EntityCollection"] = rows;
        return response;
    }
}
