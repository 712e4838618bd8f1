using System.Text.Json;
using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Connectors.References;

/// <summary>Defaults, choices and limits of values agree with their types and with each other.</summary>
internal static class ValueCheck
{
    private static readonly (string Least, string Most)[] Limits =
    [
        ("minimum", "maximum"),
        ("minLength", "maxLength"),
        ("minItems", "maxItems"),
        ("minProperties", "maxProperties"),
    ];

    /// <summary>What is wrong in a definition.</summary>
    public static IEnumerable<Finding> Find(ConnectorDocument document) =>
        from place in SchemaPlace.In(document)
        from sentence in Sentences(place)
        select document.Says(place.Place, sentence);

    private static IEnumerable<string> Sentences(SchemaPlace place) =>
        [.. Values(place.Node), .. Choices(place.Node), .. Ranges(place.Node), .. Required(place.Node), .. Visibility(place)];

    private static IEnumerable<string> Values(JsonNode node)
    {
        string? type = node.Member("type").Text();
        IReadOnlyList<JsonNode?> choices = node.Member("enum").Items();
        foreach (JsonNode? choice in choices.Where(choice => !IsOf(type, choice)))
        {
            yield return $"The choice {choice.Show()} of enum is not of type {type}. Write a value of that type.";
        }

        if (choices.Any(choice => choice.Text() is ""))
        {
            yield return "A choice of enum is empty. Write a value or remove it.";
        }

        if (node.Members().TryGetPropertyValue("default", out JsonNode? value))
        {
            if (!IsOf(type, value))
            {
                yield return $"The default {value.Show()} is not of type {type}. Write a value of that type.";
            }
            else if (choices.Count > 0 && !choices.Any(choice => JsonNode.DeepEquals(choice, value)))
            {
                yield return $"The default {value.Show()} is not among the choices of enum. Write one of them.";
            }
        }
    }

    private static IEnumerable<string> Choices(JsonNode node)
    {
        IReadOnlyList<JsonNode?> named = [.. node.Member("x-ms-enum-values").Items().Select(entry => entry.Member("value"))];
        IReadOnlyList<JsonNode?> choices = node.Member("enum").Items();
        foreach (JsonNode? value in named.Where(value => !choices.Any(choice => JsonNode.DeepEquals(choice, value))))
        {
            yield return $"x-ms-enum-values names {value.Show()}, which is not among the choices of enum. Add it there or remove it.";
        }

        if (named.Select(value => value.Plain()).Distinct().Count() < named.Count)
        {
            yield return "x-ms-enum-values names a value twice. Remove one.";
        }
    }

    private static IEnumerable<string> Ranges(JsonNode node)
    {
        foreach ((string least, string most) in Limits.Where(limit => node.Member(limit.Least).Number() > node.Member(limit.Most).Number()))
        {
            yield return $"{least} is {node.Member(least).Show()} and {most} is {node.Member(most).Show()}. Exchange them.";
        }

        foreach (string limit in new[] { "Minimum", "Maximum" })
        {
            if (node.Member("exclusive" + limit) is not null && node.Member(limit.ToLowerInvariant()) is null)
            {
                yield return $"exclusive{limit} says something of {limit.ToLowerInvariant()}, which is missing. Add it.";
            }
        }
    }

    private static IEnumerable<string> Required(JsonNode node)
    {
        JsonObject members = node.Member("properties").Members();
        foreach (string member in node.Member("required").Texts().Where(member => !members.ContainsKey(member)))
        {
            yield return $"The required member {member} is not among the properties. Correct the name.";
        }
    }

    // The platform sends the default of what it does not show, and only if it is required.
    private static IEnumerable<string> Visibility(SchemaPlace place)
    {
        bool hasDefault = place.Node.Members().ContainsKey("default");
        bool isUrl = place.Node.Member("x-ms-notification-url").Flag() == true;
        if (place.Node.Member("x-ms-visibility").Text() != "internal" || isUrl)
        {
            yield break;
        }

        if (place.IsRequired && !hasDefault)
        {
            yield return "It is required and internal, so a caller cannot give it. Add a default or change x-ms-visibility.";
        }
        else if (!place.IsRequired && hasDefault)
        {
            yield return "It is internal with a default and not required, so the default is never sent. Require it.";
        }
    }

    private static bool IsOf(string? type, JsonNode? value) =>
        type switch
        {
            "string" => value.Text() is not null,
            "integer" => value.Whole() is not null,
            "number" => JsonNodes.KindOf(value) == JsonValueKind.Number,
            "boolean" => value.Flag() is not null,
            "array" => value is JsonArray,
            "object" => value is JsonObject,
            _ => true,
        };
}
