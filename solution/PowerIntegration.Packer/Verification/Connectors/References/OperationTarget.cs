using System.Text.Json.Nodes;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Connectors.References;

/// <summary>A call of one operation by a part of the definition: for a picker, a dynamic schema or the test of a connection.</summary>
/// <param name="document">The definition.</param>
/// <param name="owner">The operation whose parameters the call may pass on; null where there is none.</param>
internal sealed class OperationTarget(ConnectorDocument document, ConnectorOperation? owner)
{
    /// <summary>What is wrong with the call as such: the operation, and the parameters that it gets.</summary>
    /// <param name="call">The object with operationId and parameters.</param>
    public IEnumerable<string> Find(JsonNode? call)
    {
        if (document.Operation(call.Member("operationId").Text()) is not { } target)
        {
            return [$"The operation {call.Member("operationId").Show()} names no operation of this definition. Correct the name."];
        }

        JsonObject given = call.Member("parameters").Members();
        return [.. Names(target, given), .. given.SelectMany(Passed)];
    }

    /// <summary>Schema at the end of a path through the answer of the called operation; null where there is none.</summary>
    /// <param name="call">The object with operationId.</param>
    /// <param name="path">Names with slashes between; empty for the answer itself.</param>
    public JsonNode? Answer(JsonNode? call, string path)
    {
        JsonNode? schema = document.Operation(call.Member("operationId").Text())?.SuccessSchema(document.Swagger);
        return Inside(schema, path);
    }

    /// <summary>Schema of a member, references followed; the empty path is the schema itself.</summary>
    public JsonNode? Inside(JsonNode? schema, string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(document.Resolve(schema), (current, name) => document.Resolve(current.Member("properties").Member(name)));

    private IEnumerable<string> Names(ConnectorOperation target, JsonObject given)
    {
        JsonObject[] parameters = [.. target.AllParameters(document.Swagger)];
        string[] known = [.. parameters.Select(parameter => parameter["name"].Text() ?? "")];
        foreach (string name in given.Select(entry => entry.Key).Where(name => !known.Contains(name.Split('/')[0])))
        {
            yield return $"The operation {target.Id} has no parameter '{name}'. Correct the name.";
        }

        foreach (
            string name in parameters
                .Where(parameter => parameter["required"].Flag() == true && parameter["default"] is null)
                .Select(parameter => parameter["name"].Text() ?? "")
                .Where(name => given.All(entry => entry.Key.Split('/')[0] != name))
        )
        {
            yield return $"The operation {target.Id} requires the parameter '{name}', which is not given. Add it under parameters.";
        }
    }

    private IEnumerable<string> Passed(KeyValuePair<string, JsonNode?> given)
    {
        if ((given.Value.Member("parameter") ?? given.Value.Member("parameterReference")).Text() is { } reference && !IsOwn(reference))
        {
            yield return $"The parameter '{given.Key}' is taken from '{reference}', which this operation does not have. Correct the name.";
        }
    }

    // A parameter by name, or a member of the body by its path.
    private bool IsOwn(string reference)
    {
        JsonObject[] parameters = [.. owner?.AllParameters(document.Swagger) ?? []];
        string[] path = reference.Split('/');
        return parameters.Any(parameter =>
            parameter["name"].Text() == path[0] && (path.Length == 1 || Inside(parameter["schema"], string.Join('/', path[1..])) is not null)
            || (parameter["schema"] is { } body && Inside(body, reference) is not null)
        );
    }
}
