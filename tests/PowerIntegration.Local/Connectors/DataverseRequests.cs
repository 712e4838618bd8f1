using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;

namespace PowerIntegration.Local.Connectors;

/// <summary>Turns operations of the Dataverse connector into Web API requests.</summary>
internal static class DataverseRequests
{
    private const string Annotations = "odata.include-annotations=\"*\"";
    private const string Representation = "return=representation," + Annotations;

    /// <summary>The request of a call.</summary>
    /// <exception cref="ConnectorRefusalException">A parameter has an unusable value.</exception>
    public static RequestDraft Build(ConnectorCall call, string webApi)
    {
        var parameters = call.Parameters;
        return call.OperationId switch
        {
            "ListRecords" => Read(webApi, Set(call), parameters),
            "GetItem" => Read(webApi, Row(call), parameters),
            "CreateRecord" => Write(HttpMethod.Post, webApi, Set(call), parameters, Representation),
            "UpdateRecord" => Write(HttpMethod.Patch, webApi, Row(call), parameters, Representation),
            "UpdateOnlyRecord" => OnlyExisting(Write(HttpMethod.Patch, webApi, Row(call), parameters, Representation)),
            "DeleteRecord" => new RequestDraft
            {
                Method = HttpMethod.Delete,
                BaseAddress = webApi,
                Path = Row(call),
            },
            "PerformUnboundAction" => Write(HttpMethod.Post, webApi, "/" + Name(call, "actionName"), parameters, null),
            _ => throw new ConnectorRefusalException(
                $"The Dataverse connector's operation '{call.OperationId}' is a trigger and cannot be called as an action by this runtime."
            ),
        };
    }

    private static RequestDraft Read(string webApi, string path, JsonObject parameters)
    {
        var draft = new RequestDraft
        {
            Method = HttpMethod.Get,
            BaseAddress = webApi,
            Path = path,
        };
        draft.Headers["Prefer"] = Annotations;
        foreach (
            var (key, value) in parameters.Where(parameter =>
                parameter.Value is not null && (parameter.Key.StartsWith('$') || parameter.Key == "fetchXml")
            )
        )
        {
            draft.Query[key] = TextForm.Of(value);
        }

        return draft;
    }

    private static RequestDraft Write(HttpMethod method, string webApi, string path, JsonObject parameters, string? prefer)
    {
        var body = new JsonObject();
        foreach (
            var (key, value) in parameters.Where(parameter => parameter.Key.StartsWith(DataverseOperations.ItemPrefix, StringComparison.Ordinal))
        )
        {
            body[key[DataverseOperations.ItemPrefix.Length..]] = Values.Copy(value);
        }

        var draft = new RequestDraft
        {
            Method = method,
            BaseAddress = webApi,
            Path = path,
            Body = body,
        };
        if (prefer is not null)
        {
            draft.Headers["Prefer"] = prefer;
        }

        return draft;
    }

    // Without this header a PATCH creates the row that it does not find.
    private static RequestDraft OnlyExisting(RequestDraft draft)
    {
        draft.Headers["If-Match"] = "*";
        return draft;
    }

    private static string Set(ConnectorCall call) => "/" + Name(call, "entityName");

    private static string Row(ConnectorCall call)
    {
        var id = Values.TextOrNull(call.Parameters["recordId"]) ?? string.Empty;
        var isKey = id.Contains('=', StringComparison.Ordinal) && !id.Contains(')', StringComparison.Ordinal);
        return Guid.TryParse(id, out var guid) || isKey
            ? $"{Set(call)}({(isKey ? Uri.EscapeDataString(id) : guid.ToString())})"
            : throw new ConnectorRefusalException(
                $"The Dataverse connector's operation '{call.OperationId}' got the row id '{id}', which is neither a GUID nor an "
                    + "alternate key such as name='value'."
            );
    }

    private static string Name(ConnectorCall call, string parameter)
    {
        var name = Values.TextOrNull(call.Parameters[parameter]) ?? string.Empty;
        return name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
            ? name
            : throw new ConnectorRefusalException(
                $"The Dataverse connector's operation '{call.OperationId}' got '{name}' for '{parameter}', which is not a name."
            );
    }
}
