using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using Microsoft.PowerPlatform.Dataverse.Client.Rows;
using Microsoft.PowerPlatform.Dataverse.Client.Tables;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.PowerPlatform.Dataverse.Client.Messages;

/// <summary>The messages about one row, each one request.</summary>
internal sealed class SingleRowMessages(WebApiChannel channel, TableCatalog tables)
{
    private readonly RowWriter writer = new(channel, tables);

    public async Task<OrganizationResponse> CreateAsync(OrganizationRequest request, CancellationToken cancellationToken)
    {
        var row = Parameters.Required<Entity>(request, "Target");
        if (row.KeyAttributes.Count > 0)
        {
            throw new NotSupportedException($"A create of '{row.LogicalName}' with KeyAttributes is not built; set the key columns, or use Upsert.");
        }

        TableDefinition table = await TableAsync(row.LogicalName, cancellationToken).ConfigureAwait(false);
        JsonObject body = await writer.NewAsync(row, cancellationToken).ConfigureAwait(false);
        WebApiAnswer answer = await channel.SendAsync(WebApiRequest.Post(table.SetName, body), cancellationToken).ConfigureAwait(false);
        var response = new CreateResponse { ResponseName = "Create" };
        response.Results["id"] = answer.CreatedId();
        return response;
    }

    public async Task<OrganizationResponse> RetrieveAsync(OrganizationRequest request, CancellationToken cancellationToken)
    {
        var target = Parameters.Required<EntityReference>(request, "Target");
        var columns = Parameters.Required<ColumnSet>(request, "ColumnSet");
        if (Parameters.Optional<RelationshipQueryCollection>(request, "RelatedEntitiesQuery") is { Count: > 0 })
        {
            throw new NotSupportedException(
                "A retrieve with a RelatedEntitiesQuery is not built in the client stand-in; ask for the related rows by a query."
            );
        }

        TableDefinition table = await TableAsync(target.LogicalName, cancellationToken).ConfigureAwait(false);
        string path = KeyText.Address(table, target.Id, target.KeyAttributes) + Select(table, columns);
        WebApiAnswer answer = await channel.SendAsync(WebApiRequest.Get(path), cancellationToken).ConfigureAwait(false);
        var response = new RetrieveResponse { ResponseName = "Retrieve" };
        response.Results["Entity"] = new RowReader(table).Read(answer.RequiredBody);
        return response;
    }

    public async Task<OrganizationResponse> UpdateAsync(OrganizationRequest request, CancellationToken cancellationToken)
    {
        var row = Parameters.Required<Entity>(request, "Target");
        TableDefinition table = await TableAsync(row.LogicalName, cancellationToken).ConfigureAwait(false);

        // "*" makes a missing row an error; without it the Web API would create one.
        string ifMatch = RowVersionMatch(Parameters.Concurrency(request), row.RowVersion) ?? "*";
        JsonObject body = await writer.ChangesAsync(row, cancellationToken).ConfigureAwait(false);
        var update = new WebApiRequest(HttpMethod.Patch, KeyText.Address(table, row.Id, row.KeyAttributes)) { Body = body, IfMatch = ifMatch };
        await channel.SendAsync(update, cancellationToken).ConfigureAwait(false);
        return new UpdateResponse { ResponseName = "Update" };
    }

    public async Task<OrganizationResponse> UpsertAsync(OrganizationRequest request, CancellationToken cancellationToken)
    {
        var row = Parameters.Required<Entity>(request, "Target");
        TableDefinition table = await TableAsync(row.LogicalName, cancellationToken).ConfigureAwait(false);
        JsonObject body = await writer.ChangesAsync(row, cancellationToken).ConfigureAwait(false);
        string path = KeyText.Address(table, row.Id, row.KeyAttributes) + "?$select=" + table.PrimaryId;
        var upsert = new WebApiRequest(HttpMethod.Patch, path) { Body = body, Prefer = "return=representation" };
        WebApiAnswer answer = await channel.SendAsync(upsert, cancellationToken).ConfigureAwait(false);
        var response = new UpsertResponse { ResponseName = "Upsert" };
        response.Results["RecordCreated"] = answer.Status == HttpStatusCode.Created;
        response.Results["Target"] = new EntityReference(table.LogicalName, answer.RequiredBody.GetProperty(table.PrimaryId).GetGuid());
        return response;
    }

    public async Task<OrganizationResponse> DeleteAsync(OrganizationRequest request, CancellationToken cancellationToken)
    {
        var target = Parameters.Required<EntityReference>(request, "Target");
        TableDefinition table = await TableAsync(target.LogicalName, cancellationToken).ConfigureAwait(false);
        string? ifMatch = RowVersionMatch(Parameters.Concurrency(request), target.RowVersion);
        var delete = new WebApiRequest(HttpMethod.Delete, KeyText.Address(table, target.Id, target.KeyAttributes)) { IfMatch = ifMatch };
        await channel.SendAsync(delete, cancellationToken).ConfigureAwait(false);
        return new DeleteResponse { ResponseName = "Delete" };
    }

    private static string Select(TableDefinition table, ColumnSet columns)
    {
        if (columns.AllColumns)
        {
            return string.Empty;
        }

        string names = string.Join(',', columns.Columns.Select(table.WireName));
        return "?$select=" + (names.Length == 0 ? table.PrimaryId : names);
    }

    private static string? RowVersionMatch(ConcurrencyBehavior behavior, string? rowVersion)
    {
        if (behavior != ConcurrencyBehavior.IfRowVersionMatches)
        {
            return null;
        }

        return string.IsNullOrEmpty(rowVersion)
            ? throw Faults.Of(
                Faults.RowVersionMissing,
                "The RowVersion property must be provided when the value of ConcurrencyBehavior is IfVersionMatches."
            )
            : $"W/\"{rowVersion}\"";
    }

    private Task<TableDefinition> TableAsync(string name, CancellationToken cancellationToken) => tables.FindAsync(channel, name, cancellationToken);
}
