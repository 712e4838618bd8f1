using System.Text.Json.Nodes;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Pipeline;
using PowerIntegration.Local.Dataverse.Query;

namespace PowerIntegration.Local.Dataverse.WebApi;

/// <summary>Finds who answers a path. What no one answers is refused by name.</summary>
internal sealed class WebApiRouter
{
    private const string Namespace = "Microsoft.Dynamics.CRM.";

    private readonly OrganizationModel model;
    private readonly RowEndpoint rows;
    private readonly QueryEndpoint queries;
    private readonly ActionEndpoint actions;
    private readonly MetadataEndpoint metadata;
    private readonly FunctionEndpoint functions;

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
        functions = new FunctionEndpoint(platform);
    }

    /// <summary>Refuses a batch before its body is read: it is not JSON, and would be refused as that.</summary>
    public static void RequireServed(WebApiRequest request)
    {
        if (FirstName(request) == "$batch")
        {
            throw Faults.NotBuilt($"{request.Method} $batch");
        }
    }

    public WebApiResponse Handle(WebApiRequest request)
    {
        RequireTestedConditions(request);
        return Route(request);
    }

    private WebApiResponse Route(WebApiRequest request) =>
        (request.Path.Count, FirstName(request), request.Method) switch
        {
            (0, _, "GET") => ServiceDocument(Checked(request, OptionCheck.None)),
            (1, "WhoAmI", "GET") => actions.WhoAmI(Checked(request, OptionCheck.None)),
            (1 or 2 or 3, "EntityDefinitions", "GET") => metadata.Read(request),
            (_, "$metadata" or "EntityDefinitions" or "RelationshipDefinitions" or "GlobalOptionSetDefinitions", _) => throw Faults.NotBuilt(
                $"{request.Method} {request.Path[0].Name}"
            ),
            (1, { } name, "POST")
                when model.FindCustomApi(name.StartsWith(Namespace, System.StringComparison.Ordinal) ? name[Namespace.Length..] : name) is { } api =>
                actions.CustomApi(Checked(request, OptionCheck.None), api),
            (_, { } name, _) when model.FindSet(name) is { } table => HandleSet(request, table),
            _ => throw Faults.Of(DataverseErrorCode.UriNotUnderstood, $"Resource not found for the segment '{FirstName(request)}'.", 404),
        };

    private WebApiResponse HandleSet(WebApiRequest request, TableDefinition table)
    {
        var second = request.Path.Count == 2 ? request.Path[1].Name : null;
        var address = request.Path[0].Key is { } key ? RowAddress.Of(table, key, request.Options) : null;
        return (request.Method, address, request.Path.Count, second) switch
        {
            ("GET", null, 1, _) => queries.Read(Checked(request, OptionCheck.OfCollection), table),
            ("GET", null, 2, "$count") => queries.Count(Checked(request, OptionCheck.OfCount), table),
            ("POST", null, 1, _) => rows.Create(Checked(request, OptionCheck.OfRow), table),
            ("POST", null, 2, Namespace + "CreateMultiple") => actions.Bulk(Checked(request, OptionCheck.None), table, "CreateMultiple"),
            ("POST", null, 2, Namespace + "UpsertMultiple") => actions.Bulk(Checked(request, OptionCheck.None), table, "UpsertMultiple"),
            ("GET", { } row, 2, FunctionEndpoint.UserPrivileges or Namespace + FunctionEndpoint.UserPrivileges)
                when table.LogicalName == SystemTables.User => functions.Privileges(Checked(request, OptionCheck.None), row),
            ("GET", { } row, 1, _) => rows.Read(Checked(request, OptionCheck.OfRow), table, row),
            ("PATCH", { } row, 1, _) => rows.Update(Checked(request, OptionCheck.OfRow), table, row),
            ("DELETE", { } row, 1, _) => rows.Delete(Checked(request, OptionCheck.None), row),
            _ => throw Faults.NotBuilt($"{request.Method} {string.Join('/', request.Path.Select(Shape))}"),
        };
    }

    private static WebApiRequest Checked(WebApiRequest request, IReadOnlyList<string> options)
    {
        OptionCheck.Require(request, options);
        return request;
    }

    // A condition that nothing tests would let a write through that it was to prevent.
    private static void RequireTestedConditions(WebApiRequest request)
    {
        var isRow = request.Path is [{ Key: not null, Name: not "EntityDefinitions" }];
        var isTested = request.IfNoneMatch switch
        {
            null => true,
            "*" => request.Method == "PATCH" && request.IfMatch is null,
            _ => request.Method == "GET",
        };
        if (!isTested || (request.IfNoneMatch is not null && !isRow))
        {
            throw Faults.NotBuilt($"The header If-None-Match with the value '{request.IfNoneMatch}' on {request.Method} here");
        }

        if (request.IfMatch is not null && (!isRow || request.Method is not ("PATCH" or "DELETE")))
        {
            throw Faults.NotBuilt($"The header If-Match with the value '{request.IfMatch}' on {request.Method} here");
        }
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
