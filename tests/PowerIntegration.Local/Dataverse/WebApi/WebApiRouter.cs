using System.Text.Json.Nodes;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Pipeline;
using PowerIntegration.Local.Dataverse.Query;

namespace PowerIntegration.Local.Dataverse.WebApi;

/// <summary>Finds who answers a path. What nobody answers is refused by name.</summary>
internal sealed class WebApiRouter
{
    private const string Namespace = "Microsoft.Dynamics.CRM.";

    private readonly OrganizationModel model;
    private readonly RowEndpoint rows;
    private readonly QueryEndpoint queries;
    private readonly ActionEndpoint actions;
    private readonly MetadataEndpoint metadata;

    public WebApiRouter(Platform platform, MessagePipeline pipeline)
    {
        model = platform.Model;
        var reader = new RowReader(model);
        var writer = new RowWriter(model);
        var expand = new ExpandReader(platform, writer);
        var parser = new ODataQueryParser(model);
        rows = new RowEndpoint(platform, pipeline, reader, writer, expand, parser);
        queries = new QueryEndpoint(platform, pipeline, writer, expand, parser);
        actions = new ActionEndpoint(model, pipeline, reader);
        metadata = new MetadataEndpoint(model);
    }

    public WebApiResponse Handle(WebApiRequest request) =>
        (request.Path.Count, FirstName(request), request.Method) switch
        {
            (0, _, "GET") => ServiceDocument(request),
            (1, "WhoAmI", "GET") => actions.WhoAmI(request),
            (1 or 2 or 3, "EntityDefinitions", "GET") => metadata.Read(request),
            (_, "$batch" or "$metadata" or "EntityDefinitions" or "RelationshipDefinitions" or "GlobalOptionSetDefinitions", _) =>
                throw Faults.NotBuilt($"{request.Method} {request.Path[0].Name}"),
            (1, { } name, "POST")
                when model.FindCustomApi(name.StartsWith(Namespace, System.StringComparison.Ordinal) ? name[Namespace.Length..] : name) is { } api =>
                actions.CustomApi(request, api),
            (_, { } name, _) when model.FindSet(name) is { } table => HandleSet(request, table),
            _ => throw Faults.Of(DataverseErrorCode.UriNotUnderstood, $"Resource not found for the segment '{FirstName(request)}'.", 404),
        };

    private WebApiResponse HandleSet(WebApiRequest request, TableDefinition table)
    {
        var second = request.Path.Count == 2 ? request.Path[1].Name : null;
        var address = request.Path[0].Key is { } key ? RowAddress.Of(table, key, request.Options) : null;
        return (request.Method, address, request.Path.Count, second) switch
        {
            ("GET", null, 1, _) => queries.Read(request, table),
            ("GET", null, 2, "$count") => queries.Count(request, table),
            ("POST", null, 1, _) => rows.Create(request, table),
            ("POST", null, 2, Namespace + "CreateMultiple") => actions.Bulk(request, table, "CreateMultiple"),
            ("POST", null, 2, Namespace + "UpsertMultiple") => actions.Bulk(request, table, "UpsertMultiple"),
            ("GET", { } row, 1, _) => rows.Read(request, table, row),
            ("PATCH", { } row, 1, _) => rows.Update(request, table, row),
            ("DELETE", { } row, 1, _) => rows.Delete(request, row),
            _ => throw Faults.NotBuilt($"{request.Method} {string.Join('/', request.Path.Select(Shape))}"),
        };
    }

    private WebApiResponse ServiceDocument(WebApiRequest request) =>
        new(
            200,
            new JsonObject
            {
                ["@odata.context"] = request.Root + "/$metadata",
                ["value"] = new JsonArray([
                    .. model
                        .Tables.OrderBy(table => table.EntitySetName, System.StringComparer.Ordinal)
                        .Select(table =>
                            (JsonNode)
                                new JsonObject
                                {
                                    ["name"] = table.EntitySetName,
                                    ["kind"] = "EntitySet",
                                    ["url"] = table.EntitySetName,
                                }
                        ),
                ]),
            }
        );

    private static string? FirstName(WebApiRequest request) => request.Path.Count == 0 ? null : request.Path[0].Name;

    private static string Shape(PathSegment segment) => segment.Key is null ? segment.Name : segment.Name + "(...)";
}
