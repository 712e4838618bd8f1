using System.Text.Json;
using static PowerIntegration.Sandbox.Page.PageFrame;

namespace PowerIntegration.Sandbox.Page;

/// <summary>A card in plain HTML: its fallback text, or its texts where it has none; its facts; its links.</summary>
internal static class CardText
{
    /// <summary>The card as HTML.</summary>
    /// <param name="card">The card as JSON.</param>
    public static string ToHtml(string card)
    {
        using var document = JsonDocument.Parse(card);
        var root = document.RootElement;
        var parts = Parts(root).ToList();
        var texts = Text(root, "fallbackText") is { Length: > 0 } fallback
            ? [fallback]
            : parts.Where(part => Text(part, "type") == "TextBlock").Select(part => Text(part, "text"));
        var facts = string.Concat(parts.Where(part => Text(part, "type") == "FactSet").SelectMany(Facts));
        return string.Concat(texts.Select(text => $"<p>{Encode(text)}</p>"))
            + (facts.Length == 0 ? "" : $"<table class=\"facts\"><tbody>{facts}</tbody></table>")
            + string.Concat(parts.Where(part => Text(part, "type") == "Action.OpenUrl").Select(Link));
    }

    private static IEnumerable<string> Facts(JsonElement set) =>
        set.TryGetProperty("facts", out var facts) && facts.ValueKind == JsonValueKind.Array
            ? facts
                .EnumerateArray()
                .Select(fact => $"<tr><th scope=\"row\">{Encode(Text(fact, "title"))}</th><td>{Encode(Text(fact, "value"))}</td></tr>")
            : [];

    private static string Link(JsonElement action) =>
        Text(action, "url") is var address && PageMarkdown.IsWeb(address)
            ? $"<p><a href=\"{Encode(address)}\">{Encode(Text(action, "title") is { Length: > 0 } title ? title : address)}</a></p>"
            : "";

    // Parts stand in parts.
    private static IEnumerable<JsonElement> Parts(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Parts(member.Value)).Prepend(element),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Parts),
            _ => [],
        };

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";
}
