using System.Net.Http;
using System.Text.Json.Nodes;
using Microsoft.PowerPlatform.Dataverse.Client.Rows;
using Microsoft.PowerPlatform.Dataverse.Client.Tables;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Microsoft.PowerPlatform.Dataverse.Client.Messages;

/// <summary>Links and unlinks the rows of a one-to-many relationship, one request per related row.</summary>
internal sealed class LinkMessages(WebApiChannel channel, TableCatalog tables)
{
    public async Task<OrganizationResponse> AssociateAsync(OrganizationRequest request, CancellationToken cancellationToken)
    {
        await EachAsync(request, (navigation, related) => Link(navigation, related), cancellationToken).ConfigureAwait(false);
        return new AssociateResponse { ResponseName = "Associate" };
    }

    public async Task<OrganizationResponse> DisassociateAsync(OrganizationRequest request, CancellationToken cancellationToken)
    {
        await EachAsync(request, Unlink, cancellationToken).ConfigureAwait(false);
        return new DisassociateResponse { ResponseName = "Disassociate" };
    }

    private WebApiRequest Link(string navigation, string related) =>
        WebApiRequest.Post(navigation + "/$ref", new JsonObject { ["@odata.id"] = new Uri(channel.Root, related).AbsoluteUri });

    private static WebApiRequest Unlink(string navigation, string related)
    {
        string id = related[related.IndexOf('(', StringComparison.Ordinal)..];
        return new WebApiRequest(HttpMethod.Delete, $"{navigation}{id}/$ref");
    }

    private async Task EachAsync(OrganizationRequest request, Func<string, string, WebApiRequest> toRequest, CancellationToken cancellationToken)
    {
        var target = Parameters.Required<EntityReference>(request, "Target");
        var relationship = Parameters.Required<Relationship>(request, "Relationship");
        TableDefinition table = await tables.FindAsync(channel, target.LogicalName, cancellationToken).ConfigureAwait(false);
        ChildPath path =
            table.ChildrenBy(relationship)
            ?? throw new NotSupportedException(
                $"'{relationship.SchemaName}' is no one-to-many relationship of '{table.LogicalName}'; others are not built in the client stand-in."
            );
        string navigation = $"{KeyText.Address(table, target.Id, target.KeyAttributes)}/{path.Navigation}";
        foreach (EntityReference related in Parameters.Required<EntityReferenceCollection>(request, "RelatedEntities"))
        {
            TableDefinition child = await tables.FindAsync(channel, related.LogicalName, cancellationToken).ConfigureAwait(false);
            string address = KeyText.Address(child, related.Id, related.KeyAttributes);
            await channel.SendAsync(toRequest(navigation, address), cancellationToken).ConfigureAwait(false);
        }
    }
}
