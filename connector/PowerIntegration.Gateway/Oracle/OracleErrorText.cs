using System.Text.Json;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Gateway.Oracle;

/// <summary>Finds the sentences in an error body: structured where the framework sends it so, else the text itself.</summary>
internal static class OracleErrorText
{
    private const int LengthMax = 1000;

    /// <summary>What Oracle said, in one line.</summary>
    public static string Of(string body)
    {
        var text = string.Join(" ", Details(body).Distinct());
        if (text.Length == 0)
        {
            text = body.Trim();
        }

        if (text.Length == 0)
        {
            text = "(nothing)";
        }

        return WholeText.Start(text, LengthMax);
    }

    private static List<string> Details(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return [];
            }

            var details =
                root.TryGetProperty("o:errorDetails", out var list) && list.ValueKind == JsonValueKind.Array
                    ? list.EnumerateArray().Select(entry => Text(entry, "detail")).OfType<string>().ToList()
                    : [];
            if (details.Count > 0)
            {
                return details;
            }

            return [.. new[] { Text(root, "detail") ?? Text(root, "title") }.OfType<string>()];
        }
        catch (JsonException)
        {
            // Older frameworks and proxies answer plain text; the caller then shows the body as it is.
            return [];
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
