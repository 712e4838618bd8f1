using System.Text.Json.Nodes;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Query;

namespace PowerIntegration.Local.Dataverse.WebApi;

/// <summary>EntityDefinitions: the list, one definition, and its expanded parts.</summary>
internal sealed class MetadataEndpoint
{
    private static readonly string[] ExpandKnown = ["Attributes", "ManyToOneRelationships", "OneToManyRelationships", "Keys"];

    private readonly OrganizationModel model;

    public MetadataEndpoint(OrganizationModel model) => this.model = model;

    public WebApiResponse Read(WebApiRequest request)
    {
        var context = $"{request.Root}/$metadata#EntityDefinitions";
        if (request.Path[0].Key is not { } key)
        {
            OptionCheck.Require(request, OptionCheck.OfDefinitions);
            var found = List(request.Options.GetValueOrDefault("$filter"));
            return new WebApiResponse(
                200,
                new JsonObject
                {
                    ["@odata.context"] = context,
                    ["value"] = new JsonArray([.. found.Select(each => (JsonNode)Describe(each, request))]),
                }
            );
        }

        var table = One(key);
        if (request.Path.Count == 1)
        {
            OptionCheck.Require(request, OptionCheck.OfRow);
            var json = Describe(table, request);
            json.Insert(0, "@odata.context", context + "/$entity");
            return new WebApiResponse(200, json);
        }

        var part = request.Path[1].Name;
        RequireKnown(part);
        RequireOptionsOfPart(request);
        return new WebApiResponse(
            200,
            new JsonObject
            {
                ["@odata.context"] = $"{context}({table.LogicalName})/{part}",
                ["value"] = Part(Cast(Items(table, part), request), request.Options.GetValueOrDefault("$select")),
            }
        );
    }

    // The options of a choice stand with its column always.
    private static void RequireOptionsOfPart(WebApiRequest request)
    {
        OptionCheck.Require(request, OptionCheck.OfRow);
        if (request.Options.TryGetValue("$expand", out var expand) && expand != "OptionSet")
        {
            throw Faults.NotBuilt($"The $expand '{expand}' of a part of EntityDefinitions");
        }
    }

    private IEnumerable<TableDefinition> List(string? filter)
    {
        if (filter is null)
        {
            return model.Tables.OrderBy(table => table.LogicalName, StringComparer.Ordinal);
        }

        var tokens = ODataTokenizer.Split(filter);
        if (tokens is not [{ Text: "LogicalName" or "EntitySetName" }, { Text: "eq" }, { Kind: ODataTokenKind.Text }, { Kind: ODataTokenKind.End }])
        {
            throw Faults.NotBuilt($"The $filter '{filter}' on EntityDefinitions");
        }

        var table = tokens[0].Text == "LogicalName" ? model.FindTable(tokens[2].Text) : model.FindSet(tokens[2].Text);
        return table is null ? [] : [table];
    }

    private TableDefinition One(string key)
    {
        if (Guid.TryParse(key, out var id))
        {
            return model.Tables.FirstOrDefault(table => StableId.Of(table.LogicalName) == id) ?? throw Missing(key);
        }

        var tokens = ODataTokenizer.Split(key);
        return tokens is [{ Text: "LogicalName=" }, { Kind: ODataTokenKind.Text }, { Kind: ODataTokenKind.End }]
            ? model.FindTable(tokens[1].Text) ?? throw Missing(tokens[1].Text)
            : throw Faults.Of(
                DataverseErrorCode.UriNotUnderstood,
                $"The key '{key}' of EntityDefinitions is not understood; use LogicalName='name' or the MetadataId."
            );
    }

    private JsonObject Describe(TableDefinition table, WebApiRequest request)
    {
        var all = new JsonObject
        {
            ["LogicalName"] = table.LogicalName,
            ["SchemaName"] = table.SchemaName,
            ["EntitySetName"] = table.EntitySetName,
            ["PrimaryIdAttribute"] = table.PrimaryKey,
            ["PrimaryNameAttribute"] = table.PrimaryName,
            ["LogicalCollectionName"] = table.EntitySetName,
            ["OwnershipType"] = table.IsUserOwned ? "UserOwned" : "OrganizationOwned",
            ["IsCustomEntity"] = !table.IsSystem,
            ["DisplayName"] = MetadataParts.Label(table.DisplayName),
            ["DisplayCollectionName"] = MetadataParts.Label(table.DisplayCollectionName),
            ["MetadataId"] = StableId.Of(table.LogicalName).ToString(),
        };
        var json = MetadataParts.Select(all, request.Options.GetValueOrDefault("$select"));
        foreach (var item in ODataList.Split(request.Options.GetValueOrDefault("$expand") ?? "", ','))
        {
            var open = item.IndexOf('(', StringComparison.Ordinal);
            var part = open < 0 ? item : item[..open];
            RequireKnown(part);
            var options = ODataList.Options(item, open);
            json[part] = Part(Items(table, part), options.GetValueOrDefault("$select"));
        }

        return json;
    }

    private static JsonArray Part(IEnumerable<JsonObject> items, string? select) =>
        new([.. items.Select(item => (JsonNode)MetadataParts.Select(item, select))]);

    // A third segment names one kind of column, as .../Attributes/Microsoft.Dynamics.CRM.DateTimeAttributeMetadata.
    private static IEnumerable<JsonObject> Cast(IEnumerable<JsonObject> items, WebApiRequest request) =>
        request.Path.Count < 3 ? items
        : !request.Path[2].Name.StartsWith("Microsoft.Dynamics.CRM.", StringComparison.Ordinal)
            ? throw Faults.NotBuilt($"The segment '{request.Path[2].Name}' below {request.Path[1].Name}")
        : items.Where(item => (string?)item["@odata.type"] == "#" + request.Path[2].Name);

    private IEnumerable<JsonObject> Items(TableDefinition table, string part) =>
        part switch
        {
            "Attributes" => table.Columns.Select(column => MetadataParts.Attribute(table, column)),
            "Keys" => table.Keys.Select(MetadataParts.Key),
            "ManyToOneRelationships" => model.LookupsOf(table.LogicalName).Select(relationship => MetadataParts.Relationship(model, relationship)),
            _ => model.CollectionsOf(table.LogicalName).Select(relationship => MetadataParts.Relationship(model, relationship)),
        };

    private static void RequireKnown(string part)
    {
        if (!ExpandKnown.Contains(part))
        {
            throw Faults.NotBuilt($"'{part}' of EntityDefinitions");
        }
    }

    private static Exception Missing(string name) =>
        Faults.Of(DataverseErrorCode.ObjectDoesNotExist, $"Could not find an entity with name '{name}'.", 404);
}
