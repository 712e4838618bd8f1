using System.Text.Json.Nodes;
using Microsoft.PowerPlatform.Dataverse.Client.Rows;
using Microsoft.PowerPlatform.Dataverse.Client.Tables;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Microsoft.PowerPlatform.Dataverse.Client.Messages;

/// <summary>The messages about many rows of one table, each one request and, on a standard table, one transaction.</summary>
internal sealed class BulkMessages(WebApiChannel channel, TableCatalog tables)
{
    private readonly RowWriter writer = new(channel, tables);

    public async Task<OrganizationResponse> ExecuteAsync(OrganizationRequest request, CancellationToken cancellationToken)
    {
        var rows = Parameters.Required<EntityCollection>(request, "Targets");
        if (Parameters.Concurrency(request) == ConcurrencyBehavior.IfRowVersionMatches)
        {
            throw new NotSupportedException($"Message '{request.RequestName}' with IfRowVersionMatches is not built in the client stand-in.");
        }

        TableDefinition table = await TableAsync(rows, cancellationToken).ConfigureAwait(false);
        var targets = new JsonArray();
        foreach (Entity row in rows.Entities)
        {
            targets.Add((JsonNode)await TargetAsync(request.RequestName, table, row, cancellationToken).ConfigureAwait(false));
        }

        string path = $"{table.SetName}/Microsoft.Dynamics.CRM.{request.RequestName}";
        WebApiAnswer answer = await channel
            .SendAsync(WebApiRequest.Post(path, new JsonObject { ["Targets"] = targets }), cancellationToken)
            .ConfigureAwait(false);
        return Response(request.RequestName, answer);
    }

    private async Task<TableDefinition> TableAsync(EntityCollection rows, CancellationToken cancellationToken)
    {
        string? name = string.IsNullOrEmpty(rows.EntityName) ? rows.Entities.FirstOrDefault()?.LogicalName : rows.EntityName;
        if (name == null || rows.Entities.Any(row => row.LogicalName != name))
        {
            throw Faults.Of(Faults.InvalidArgument, "The Targets of a bulk request must be one or more rows, all of one table.");
        }

        return await tables.FindAsync(channel, name, cancellationToken).ConfigureAwait(false);
    }

    private async Task<JsonObject> TargetAsync(string message, TableDefinition table, Entity row, CancellationToken cancellationToken)
    {
        JsonObject body =
            message == "CreateMultiple"
                ? await writer.NewAsync(row, cancellationToken).ConfigureAwait(false)
                : await writer.ChangesAsync(row, cancellationToken).ConfigureAwait(false);
        body.Insert(0, "@odata.type", "Microsoft.Dynamics.CRM." + table.LogicalName);
        if (message == "CreateMultiple")
        {
            return body;
        }

        if (row.Id != Guid.Empty)
        {
            body[table.PrimaryId] = row.Id.ToString("D");
        }
        else
        {
            body["@odata.id"] = KeyText.Reference(table, row.Id, row.KeyAttributes);
        }

        return body;
    }

    /// <summary>The Web API answers an upsert of many rows without saying which were created; Results is then absent.</summary>
    private static OrganizationResponse Response(string message, WebApiAnswer answer)
    {
        if (message == "UpsertMultiple")
        {
            return new UpsertMultipleResponse { ResponseName = message };
        }

        if (message == "UpdateMultiple")
        {
            return new UpdateMultipleResponse { ResponseName = message };
        }

        var response = new CreateMultipleResponse { ResponseName = message };
        response.Results["Ids"] = answer.RequiredBody.GetProperty("Ids").EnumerateArray().Select(id => id.GetGuid()).ToArray();
        return response;
    }
}
