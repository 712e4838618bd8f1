using System.Text.Json.Nodes;
using PowerIntegration.Local.Expressions;

namespace PowerIntegration.Local.Connectors;

/// <summary>Builds the request of a custom connector's operation from a flow's flat parameters.</summary>
internal sealed class RequestAssembly(SwaggerDocument document, SwaggerOperation operation, string apiName)
{
    private readonly ParameterCheck check = new(document, operation, apiName);

    /// <summary>Refuses a flat key that the operation does not have.</summary>
    public void CheckKey(string key)
    {
        if (operation.Parameters.Any(parameter => parameter.Name == key))
        {
            return;
        }

        if (operation.Body is { } body && key.StartsWith(body.Name + "/", StringComparison.Ordinal))
        {
            check.CheckKey(body, key);
            return;
        }

        throw check.Refusal($"has no parameter '{key}'");
    }

    /// <summary>Builds the request.</summary>
    /// <exception cref="ConnectorRefusalException">A parameter is unknown, missing or of another type.</exception>
    public RequestDraft Build(JsonObject parameters, string baseAddress)
    {
        foreach (var (key, _) in parameters)
        {
            CheckKey(key);
        }

        var draft = new RequestDraft
        {
            Method = operation.Method,
            BaseAddress = baseAddress,
            Path = document.BasePath + operation.Path,
        };
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.In != "body"))
        {
            if (ValueOf(parameter, parameters) is { } value)
            {
                Place(draft, parameter, check.Text(parameter, value));
            }
        }

        draft.Body = operation.Body is { } body ? BodyOf(body, parameters) : null;
        return draft;
    }

    private JsonNode? ValueOf(SwaggerParameter parameter, JsonObject parameters)
    {
        var value = parameters[parameter.Name] ?? ParameterCheck.HiddenDefault(parameter.Schema);
        return value is null && parameter.IsRequired ? throw check.Refusal($"needs '{parameter.Name}' and did not get it") : value;
    }

    private static void Place(RequestDraft draft, SwaggerParameter parameter, string text)
    {
        switch (parameter.In)
        {
            case "path":
                // A value that itself holds a slash is encoded twice, because the service in front decodes once.
                var isDouble = Values.TextOrNull(parameter.Schema["x-ms-url-encoding"]) == "double";
                var encoded = Uri.EscapeDataString(text);
                draft.Path = draft.Path.Replace(
                    $"{{{parameter.Name}}}",
                    isDouble ? Uri.EscapeDataString(encoded) : encoded,
                    StringComparison.Ordinal
                );
                break;
            case "query":
                draft.Query[parameter.Name] = text;
                break;
            default:
                draft.Headers[parameter.Name] = text;
                break;
        }
    }

    private JsonNode? BodyOf(SwaggerParameter body, JsonObject parameters)
    {
        var whole = Values.Copy(parameters[body.Name]);
        var prefix = body.Name + "/";
        foreach (var (key, value) in parameters.Where(parameter => parameter.Key.StartsWith(prefix, StringComparison.Ordinal)))
        {
            whole ??= new JsonObject();
            Put(
                whole as JsonObject ?? throw check.Refusal($"got '{key}' next to a body that is not an object"),
                key[prefix.Length..].Split('/'),
                value
            );
        }

        whole ??= body.IsRequired ? new JsonObject() : null;
        if (whole is not null)
        {
            check.CheckBody(body.Schema, whole, body.Name);
        }

        return whole;
    }

    private static void Put(JsonObject target, string[] path, JsonNode? value)
    {
        foreach (var step in path.SkipLast(1))
        {
            target[step] ??= new JsonObject();
            target = (JsonObject)target[step]!;
        }

        target[path[^1]] = Values.Copy(value);
    }
}
