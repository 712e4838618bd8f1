using System.Text.Json;
using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>Checks a payload against a resource and normalizes it: unknown names, attributes no one may set, values of the wrong kind.</summary>
internal static class PayloadReader
{
    /// <summary>Reads one object with its children.</summary>
    /// <param name="definition">What the object is.</param>
    /// <param name="payload">The object as it came.</param>
    /// <param name="use">Why it is read.</param>
    /// <param name="problems">Receives everything that is wrong.</param>
    /// <param name="path">Where the object is in the whole payload; empty for the root.</param>
    /// <returns>The normalized object; complete only where no problem was added.</returns>
    public static JsonObject Read(ResourceDefinition definition, JsonObject payload, PayloadUse use, List<Problem> problems, string path = "")
    {
        var row = new JsonObject();
        foreach (var (name, value) in payload)
        {
            var at = $"{path}/{name}";
            if (definition.Attribute(name) is { } attribute)
            {
                ReadAttribute(attribute, value, use, row, problems, at);
            }
            else if (definition.Child(name) is { } child && !definition.ChildrenPostedAlone.Contains(name))
            {
                row[name] = ReadChildren(child, value, use, problems, at);
            }
            else if (definition.ChildrenNotSimulated.Contains(name) || definition.ChildrenPostedAlone.Contains(name))
            {
                problems.Add(Problem.NotSimulated($"the child {name} of {definition.Name}", at));
            }
            else
            {
                problems.Add(new Problem($"Invalid attribute \"{name}\" in the payload.", at));
            }
        }

        return row;
    }

    private static void ReadAttribute(
        AttributeDefinition attribute,
        JsonNode? value,
        PayloadUse use,
        JsonObject row,
        List<Problem> problems,
        string path
    )
    {
        if (Forbidden(attribute, use, path) is { } reason)
        {
            problems.Add(reason);
        }
        else if (value is null)
        {
            row[attribute.Name] = null;
        }
        else if (AttributeValue.Normalise(attribute.Kind, value) is not { } normalised)
        {
            problems.Add(
                new Problem(
                    $"The value {value.ToJsonString()} of the attribute {attribute.Name} isn't valid.",
                    path,
                    "FND_CMN_INVALID_ATTRB_API_SERV"
                )
            );
        }
        else if (attribute.MaxLength > 0 && normalised.GetValue<string>().Length > attribute.MaxLength)
        {
            problems.Add(new Problem($"The value {normalised.GetValue<string>()} is too long. (FND-2825)", path, "FND-2825"));
        }
        else
        {
            row[attribute.Name] = normalised;
        }
    }

    private static Problem? Forbidden(AttributeDefinition attribute, PayloadUse use, string path) =>
        (use, attribute.Writable) switch
        {
            (PayloadUse.Seed, _) or (_, Writable.OnCreateAndUpdate) or (PayloadUse.Create, Writable.OnCreate) => null,
            (_, Writable.NotSimulated) => Problem.NotSimulated($"the attribute {attribute.Name}", path),
            (PayloadUse.Update, Writable.OnCreate) => new Problem(AssumedFacts.SetOnlyOnCreateText(attribute.Name), path),
            _ => new Problem(AssumedFacts.ReadOnlyText(attribute.Name), path),
        };

    private static JsonArray ReadChildren(ResourceDefinition child, JsonNode? value, PayloadUse use, List<Problem> problems, string path)
    {
        if (use == PayloadUse.Update)
        {
            problems.Add(Problem.NotSimulated($"an update of {child.Name} inside its parent", path));
            return [];
        }

        if (value is not JsonArray array || array.Any(item => item?.GetValueKind() != JsonValueKind.Object))
        {
            problems.Add(new Problem($"The child {child.Name} must be an array of objects.", path));
            return [];
        }

        return [.. array.Select((item, index) => Read(child, item!.AsObject(), use, problems, $"{path}/{index + 1}"))];
    }
}
