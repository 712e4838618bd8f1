using System.Text.Json.Nodes;

namespace PowerIntegration.Gateway.Tests.Contract;

/// <summary>Single faults of a definition, one for each kind of difference from the gateway.</summary>
internal static class DefinitionFaults
{
    /// <summary>What is changed, how, and a part of the sentence that must name it.</summary>
    public static IReadOnlyList<(string What, Action<JsonObject> Change, string Sentence)> All { get; } =
    [
        (
            "an endpoint without an operation",
            swagger => Paths(swagger).Remove("/connection"),
            "TestConnection, address: the gateway has 'GET /connection'"
        ),
        (
            "an operation without an endpoint",
            swagger => Paths(swagger)["/other"] = Renamed(swagger, "/connection", "Other"),
            "Other, address: the gateway has nothing"
        ),
        ("another address", swagger => Moved(swagger, "/connection", "/connections"), "has 'GET /connections'"),
        ("another verb", swagger => Moved(swagger["paths"]!["/connection"]!, "get", "post"), "has 'POST /connection'"),
        ("another path parameter", swagger => TaskList(swagger)["name"] = "project", "path project: the gateway has nothing"),
        ("another type of a parameter", swagger => TaskList(swagger)["type"] = "integer", "has 'integer, required'"),
        ("a parameter that is not read", swagger => AddQuery(swagger), "query page: the gateway has nothing, the definition has 'string, required'"),
        ("an optional body", swagger => Submit(swagger)["parameters"]![0]!["required"] = false, "has 'application/json, optional'"),
        (
            "a member that is not read",
            swagger => Members(swagger, "SubmitDocumentRequest")["force"] = Text(),
            "request /force: the gateway has nothing"
        ),
        (
            "a member that is read and not defined",
            swagger => Members(swagger, "SubmitDocumentRequest").Remove("documentId"),
            "request /documentId: the gateway has 'string'"
        ),
        (
            "an answered member that is not defined",
            swagger => Members(swagger, "Task").Remove("name"),
            "answer 200 /value[]/name: the gateway has 'string or null', the definition has nothing"
        ),
        (
            "a defined member that is not answered",
            swagger => Members(swagger, "Task")["level"] = Text(),
            "answer 200 /value[]/level: the gateway has nothing"
        ),
        ("another type", swagger => Members(swagger, "Task")["chargeable"]!["type"] = "string", "has 'string'"),
        ("another format", swagger => Members(swagger, "SubmittedDocument")["documentId"]!["format"] = "byte", "has 'string byte'"),
        (
            "a member that may be null and is not defined so",
            swagger => Members(swagger, "Task")["name"]!.AsObject().Remove("x-nullable"),
            "the definition has 'string, may be missing'"
        ),
        (
            "a member that is never null and defined so",
            swagger => Members(swagger, "Task")["taskNumber"]!["x-nullable"] = true,
            "the definition has 'string or null, and required'"
        ),
        (
            "a member that may be null and is required",
            swagger => swagger["definitions"]!["Task"]!["required"]!.AsArray().Add("name"),
            "the definition has 'string or null, and required'"
        ),
        ("a member that may be missing", swagger => swagger["definitions"]!["Task"]!["required"]!.AsArray().RemoveAt(0), "may be missing"),
        (
            "a closed list without a value",
            swagger => Members(swagger, "StoredRecord")["outcome"]!["enum"]!.AsArray().RemoveAt(0),
            "has 'string of Exists'"
        ),
        (
            "a closed list with one value more",
            swagger => Members(swagger, "SubmittedDocument")["state"]!["enum"]!.AsArray().Add("Lost"),
            "pending, Lost'"
        ),
        (
            "a list of something else",
            swagger => Members(swagger, "ConnectionState")["roles"]!["items"]!["type"] = "integer",
            "/roles[]: the gateway has 'string'"
        ),
        ("a status that is not answered", swagger => Submit(swagger)["responses"]!["410"] = new JsonObject(), "answer 410: the gateway has nothing"),
        (
            "a status that is not defined",
            swagger => Submit(swagger)["responses"]!.AsObject().Remove("409"),
            "answer 409: the gateway has 'application/json', the definition has nothing"
        ),
        (
            "another media type of errors",
            swagger => Moved(swagger["responses"]!["Conflict"]!["examples"]!, "application/json", "text/plain"),
            "has 'text/plain'"
        ),
        ("a media type that is not answered", swagger => swagger["produces"]!.AsArray().Add("text/plain"), "produces"),
    ];

    private static JsonObject Paths(JsonObject swagger) => swagger["paths"]!.AsObject();

    private static JsonObject Submit(JsonObject swagger) => swagger["paths"]!["/oracle/documents/submit"]!["post"]!.AsObject();

    private static JsonObject TaskList(JsonObject swagger) =>
        swagger["paths"]!["/oracle/projects/{projectNumber}/tasks"]!["get"]!["parameters"]![0]!.AsObject();

    private static JsonObject Members(JsonObject swagger, string definition) => swagger["definitions"]![definition]!["properties"]!.AsObject();

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonNode Renamed(JsonObject swagger, string path, string id)
    {
        var copy = swagger["paths"]![path]!.DeepClone();
        copy["get"]!["operationId"] = id;
        return copy;
    }

    private static void Moved(JsonObject swagger, string from, string to) => Moved(swagger["paths"]!, from, to);

    private static void Moved(JsonNode parent, string from, string to)
    {
        var moved = parent[from]!.DeepClone();
        parent.AsObject().Remove(from);
        parent[to] = moved;
    }

    private static void AddQuery(JsonObject swagger) =>
        swagger["paths"]!["/procore/projects"]!["get"]!["parameters"] = new JsonArray(
            new JsonObject
            {
                ["name"] = "page",
                ["in"] = "query",
                ["type"] = "string",
                ["required"] = true,
            }
        );
}
