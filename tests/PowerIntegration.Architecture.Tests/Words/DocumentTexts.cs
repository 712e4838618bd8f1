using System.Text.Json;
using System.Xml.Linq;

namespace PowerIntegration.Architecture.Tests.Words;

/// <summary>The labels and descriptions of solution files, flows and the connector.</summary>
internal static class DocumentTexts
{
    private static readonly string[] TextMembers = ["description", "summary", "x-ms-summary", "title", "detail", "message", "displayName"];

    private static readonly string[] TextAttributes = ["description", "Description", "default", "LocalizedName", "localizedName", "displayname"];

    private static readonly string[] TextElements = ["description", "displayname", "connectionreferencedisplayname", "defaultvalue"];

    /// <summary>The texts of an XML file of a solution.</summary>
    public static IEnumerable<VisibleText> OfXml(string path, string content)
    {
        foreach (var element in XElement.Parse(content).DescendantsAndSelf())
        {
            foreach (var attribute in element.Attributes().Where(attribute => TextAttributes.Contains(attribute.Name.LocalName)))
            {
                yield return new VisibleText($"{path} {element.Name.LocalName}", attribute.Value);
            }

            if (!element.HasElements && TextElements.Contains(element.Name.LocalName))
            {
                yield return new VisibleText($"{path} {element.Name.LocalName}", element.Value);
            }
        }
    }

    /// <summary>The texts of a JSON file: a flow or a connector definition.</summary>
    public static IEnumerable<VisibleText> OfJson(string path, string content)
    {
        using var document = JsonDocument.Parse(content);
        return [.. In(path, document.RootElement)];
    }

    private static IEnumerable<VisibleText> In(string place, JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(member =>
                    member.Value.ValueKind == JsonValueKind.String && TextMembers.Contains(member.Name)
                        ? [new VisibleText($"{place}/{member.Name}", member.Value.GetString()!)]
                        : In($"{place}/{member.Name}", member.Value)
                ),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(item => In(place, item)),
            _ => [],
        };
}
