using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Pipeline;

namespace PowerIntegration.Local.Dataverse.WebApi;

/// <summary>Custom APIs, CreateMultiple and UpsertMultiple, all by POST; and WhoAmI.</summary>
internal sealed class ActionEndpoint
{
    private readonly OrganizationModel model;
    private readonly MessagePipeline pipeline;
    private readonly RowReader reader;

    public ActionEndpoint(OrganizationModel model, MessagePipeline pipeline, RowReader reader)
    {
        this.model = model;
        this.pipeline = pipeline;
        this.reader = reader;
    }

    public WebApiResponse WhoAmI(WebApiRequest request)
    {
        var json = new JsonObject { ["@odata.context"] = $"{request.Root}/$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse" };
        foreach (var (name, value) in pipeline.Execute(new OrganizationRequest("WhoAmI"), request.Caller).Results)
        {
            json[name] = RowWriter.Value(DateBehavior.None, value);
        }

        // Microsoft's samples size their parallelism by this header and fail without it.
        return new WebApiResponse(200, json).With("x-ms-dop-hint", "4");
    }

    public WebApiResponse CustomApi(WebApiRequest request, CustomApiDefinition api)
    {
        var call = new OrganizationRequest(api.UniqueName);
        if (request.Body is { ValueKind: not JsonValueKind.Object })
        {
            throw Refused($"The body of the operation '{api.UniqueName}' must be a JSON object with its parameters.");
        }

        foreach (var property in request.Body?.EnumerateObject().AsEnumerable() ?? [])
        {
            var parameter =
                api.Requests.FirstOrDefault(candidate => candidate.Name == property.Name)
                ?? throw Refused(
                    $"The parameter '{property.Name}' in the request payload is not a valid parameter for the operation '{api.UniqueName}'."
                );
            call.Parameters[parameter.Name] = Value(api, parameter, property.Value);
        }

        var results = pipeline.Execute(call, request.Caller).Results;
        if (api.Responses.Count == 0)
        {
            return new WebApiResponse(204);
        }

        var json = new JsonObject { ["@odata.context"] = $"{request.Root}/$metadata#Microsoft.Dynamics.CRM.{api.UniqueName}Response" };
        foreach (var response in api.Responses)
        {
            json[response.Name] = RowWriter.Value(DateBehavior.None, results.TryGetValue(response.Name, out var value) ? value : null);
        }

        return new WebApiResponse(200, json);
    }

    public WebApiResponse Bulk(WebApiRequest request, TableDefinition table, string message)
    {
        var targets = new EntityCollection([.. Targets(request).Select(target => ReadTarget(table, target))]) { EntityName = table.LogicalName };
        var results = pipeline.Execute(new OrganizationRequest(message) { ["Targets"] = targets }, request.Caller).Results;
        if (message == "UpsertMultiple")
        {
            return new WebApiResponse(204);
        }

        var ids = (Guid[])results["Ids"];
        return new WebApiResponse(
            200,
            new JsonObject
            {
                ["@odata.context"] = $"{request.Root}/$metadata#Microsoft.Dynamics.CRM.CreateMultipleResponse",
                ["Ids"] = new JsonArray([.. ids.Select(id => (JsonNode?)JsonValue.Create(id.ToString()))]),
            }
        );
    }

    private static IEnumerable<JsonElement> Targets(WebApiRequest request) =>
        request.Body is { ValueKind: JsonValueKind.Object } body
        && body.TryGetProperty("Targets", out var targets)
        && targets.ValueKind == JsonValueKind.Array
            ? targets.EnumerateArray()
            : throw Refused("The body must have a list 'Targets'.");

    private Entity ReadTarget(TableDefinition table, JsonElement json)
    {
        if (
            json.ValueKind != JsonValueKind.Object
            || !json.TryGetProperty("@odata.type", out var type)
            || type.ValueKind != JsonValueKind.String
            || type.GetString()!.TrimStart('#') != "Microsoft.Dynamics.CRM." + table.LogicalName
        )
        {
            throw Refused($"Each target needs \"@odata.type\": \"Microsoft.Dynamics.CRM.{table.LogicalName}\".");
        }

        var entity = reader.Read(table, json);
        if (json.TryGetProperty("@odata.id", out var address))
        {
            var reference =
                address.ValueKind == JsonValueKind.String
                    ? RowAddress.OfUri(model, address.GetString()!)
                    : throw Refused($"The \"@odata.id\" {address.GetRawText()} must be a text such as \"{table.EntitySetName}(id)\".");
            entity.Id = reference.Id;
            entity.KeyAttributes = reference.KeyAttributes;
        }

        return entity;
    }

    private static object? Value(CustomApiDefinition api, CustomApiParameter parameter, JsonElement json) =>
        json.ValueKind == JsonValueKind.Null
            ? null
            : Typed(parameter.Type, json)
                ?? throw Refused(
                    $"Cannot convert the value {json.GetRawText()} of parameter '{parameter.Name}' of '{api.UniqueName}' to {parameter.Type}."
                );

    private static object? Typed(CustomApiType type, JsonElement json) =>
        (type, json.ValueKind) switch
        {
            (CustomApiType.Boolean, JsonValueKind.True or JsonValueKind.False) => json.GetBoolean(),
            (CustomApiType.String, JsonValueKind.String) => json.GetString(),
            (CustomApiType.Guid, JsonValueKind.String) => json.TryGetGuid(out var id) ? id : null,
            (CustomApiType.Decimal, JsonValueKind.Number) => json.TryGetDecimal(out var number) ? number : null,
            (CustomApiType.Integer, JsonValueKind.Number) => json.TryGetInt32(out var number) ? number : null,
            (CustomApiType.Picklist, JsonValueKind.Number) => json.TryGetInt32(out var number) ? new OptionSetValue(number) : null,
            (CustomApiType.DateTime, JsonValueKind.String) => DateTimeOffset.TryParse(
                json.GetString(),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var time
            )
                ? time.UtcDateTime
                : null,
            (CustomApiType.StringArray, JsonValueKind.Array) when json.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
                json.EnumerateArray().Select(item => item.GetString()!).ToArray(),
            _ => null,
        };

    private static Exception Refused(string why) =>
        Faults.Of(DataverseErrorCode.UndeclaredProperty, "Error identified in Payload provided by the user: " + why);
}
