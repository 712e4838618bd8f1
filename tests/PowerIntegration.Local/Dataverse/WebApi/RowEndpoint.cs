using System.ServiceModel;
using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Pipeline;
using PowerIntegration.Local.Dataverse.Query;

namespace PowerIntegration.Local.Dataverse.WebApi;

/// <summary>Creates, reads, writes and deletes one row.</summary>
internal sealed class RowEndpoint
{
    // Of W/"" without anything inside.
    private const int TagFrameLength = 4;

    private readonly Platform platform;
    private readonly MessagePipeline pipeline;
    private readonly RowReader reader;
    private readonly RowWriter writer;
    private readonly ExpandReader expand;
    private readonly ODataQueryParser parser;

    public RowEndpoint(Platform platform, MessagePipeline pipeline, RowReader reader, RowWriter writer, ExpandReader expand, ODataQueryParser parser)
    {
        this.platform = platform;
        this.pipeline = pipeline;
        this.reader = reader;
        this.writer = writer;
        this.expand = expand;
        this.parser = parser;
    }

    public WebApiResponse Create(WebApiRequest request, TableDefinition table)
    {
        RequireReadable(request, table);
        var target = reader.Read(table, request.Body ?? throw NoBody());
        var id = ((CreateResponse)pipeline.Execute(new CreateRequest { Target = target }, request.Caller)).id;
        return Written(request, table, new EntityReference(table.LogicalName, id), id, true);
    }

    public WebApiResponse Read(WebApiRequest request, TableDefinition table, EntityReference address)
    {
        var response = ReadRow(request, table, address, 200);
        // A tag never answers for rows expanded or for shown values.
        var unchanged =
            request.IfNoneMatch is { } tag
            && tag == (string?)response.Body!["@odata.etag"]
            && !request.Options.ContainsKey("$expand")
            && !request.Preferences.AnyAnnotation;
        return unchanged ? new WebApiResponse(304).With("ETag", request.IfNoneMatch!) : response;
    }

    public WebApiResponse Update(WebApiRequest request, TableDefinition table, EntityReference address)
    {
        RequireReadable(request, table);
        var target = reader.Read(table, request.Body ?? throw NoBody());
        target.Id = address.Id;
        target.KeyAttributes = address.KeyAttributes;
        return request switch
        {
            { IfMatch: not null } => UpdateOnly(request, table, address, target),
            { IfNoneMatch: "*" } => CreateOnly(request, table, address, target),
            _ => Upsert(request, table, address, target),
        };
    }

    public WebApiResponse Delete(WebApiRequest request, EntityReference address)
    {
        var delete = new DeleteRequest { Target = address };
        if (Version(request) is { } version)
        {
            address.RowVersion = version;
            delete.ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches;
        }

        pipeline.Execute(delete, request.Caller);
        return new WebApiResponse(204);
    }

    private WebApiResponse UpdateOnly(WebApiRequest request, TableDefinition table, EntityReference address, Entity target)
    {
        // The columns of the key that finds the row cannot also be changed by the same request.
        foreach (var name in address.KeyAttributes.Keys)
        {
            target.Attributes.Remove(name);
        }

        var update = new UpdateRequest { Target = target };
        if (Version(request) is { } version)
        {
            target.RowVersion = version;
            update.ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches;
        }

        pipeline.Execute(update, request.Caller);
        return Written(request, table, address, Guid.Empty, false);
    }

    private WebApiResponse CreateOnly(WebApiRequest request, TableDefinition table, EntityReference address, Entity target)
    {
        try
        {
            pipeline.Execute(new CreateRequest { Target = target }, request.Caller);
            return Written(request, table, address, Guid.Empty, true);
        }
        catch (FaultException<OrganizationServiceFault> fault)
            when (Faults.CodeOf(fault) is DataverseErrorCode.DuplicateKey or DataverseErrorCode.DuplicateRecord)
        {
            throw Faults.Of(Faults.CodeOf(fault), "A record with matching key values already exists.");
        }
    }

    private WebApiResponse Upsert(WebApiRequest request, TableDefinition table, EntityReference address, Entity target)
    {
        var response = (UpsertResponse)pipeline.Execute(new UpsertRequest { Target = target }, request.Caller);
        return Written(request, table, address, response.Target.Id, response.RecordCreated);
    }

    // The header names the row as the request did: by key where it was named by key.
    private WebApiResponse Written(WebApiRequest request, TableDefinition table, EntityReference address, Guid id, bool created)
    {
        var byKey = address.KeyAttributes.Count > 0;
        var entityId = byKey
            ? $"{request.Root}/{table.EntitySetName}({InHeader(request.Path[0].Key!)})"
            : $"{request.Root}/{table.EntitySetName}({address.Id})";
        var read = byKey && id != Guid.Empty ? new EntityReference(table.LogicalName, id) : address;
        var response = request.Preferences.Representation ? ReadRow(request, table, read, created ? 201 : 200) : new WebApiResponse(204);
        return response.With("OData-EntityId", entityId).With("Location", entityId);
    }

    private WebApiResponse ReadRow(WebApiRequest request, TableDefinition table, EntityReference address, int status)
    {
        var query = parser.Parse(table, request.Options);
        var retrieve = new RetrieveRequest { Target = address, ColumnSet = query.Query.ColumnSet ?? new ColumnSet(true) };
        var entity = ((RetrieveResponse)pipeline.Execute(retrieve, request.Caller)).Entity;
        var json = new JsonObject { ["@odata.context"] = $"{request.Root}/$metadata#{table.EntitySetName}/$entity" };
        foreach (var (name, value) in writer.Write(table, entity, query.Columns, request.Preferences).ToList())
        {
            json[name] = value?.DeepClone();
        }

        if (query.Expand.Count > 0)
        {
            var transaction = platform.Store.Begin();
            var row = transaction.Find(table.LogicalName, entity.Id) ?? throw Faults.RowMissing(table.LogicalName, entity.Id);
            expand.Add(json, row, query.Expand, request, transaction);
        }

        return new WebApiResponse(status, json).With("ETag", RowWriter.ETag(entity));
    }

    private static string? Version(WebApiRequest request)
    {
        if (request.IfMatch is null or "*")
        {
            return null;
        }

        return
            request.IfMatch.Length > TagFrameLength && request.IfMatch.StartsWith("W/\"", StringComparison.Ordinal) && request.IfMatch.EndsWith('"')
            ? request.IfMatch[3..^1]
            : throw Faults.Of(DataverseErrorCode.UriNotUnderstood, $"The If-Match header '{request.IfMatch}' was not issued by this server.");
    }

    // What is answered must be known before anything is written.
    private void RequireReadable(WebApiRequest request, TableDefinition table) => parser.Parse(table, request.Options);

    // A header holds ASCII alone; a quote, a comma and an equals sign stay as clients look for them.
    private static string InHeader(string key) =>
        Uri.EscapeDataString(key)
            .Replace("%27", "'", StringComparison.Ordinal)
            .Replace("%2C", ",", StringComparison.Ordinal)
            .Replace("%3D", "=", StringComparison.Ordinal);

    private static Exception NoBody() => Faults.Of(DataverseErrorCode.UndeclaredProperty, "The request has no body.");
}
