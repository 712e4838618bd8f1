using System.Text.Json;
using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.Tests.Law.Tax;

/// <summary>One worked example of a region, by its id.</summary>
internal sealed class RegionalExample
{
    private RegionalExample(JsonElement json) => Json = json;

    public JsonElement Json { get; }

    public JsonElement Inputs => Json.GetProperty("inputs");

    public JsonElement Expected => Json.GetProperty("expected");

    public static RegionalExample Load(string id)
    {
        using var stream = typeof(RegionalExample).Assembly.GetManifestResourceStream("regional-examples.json")!;
        using var document = JsonDocument.Parse(stream);
        return new RegionalExample(
            document.RootElement.GetProperty("examples").EnumerateArray().Single(example => example.GetProperty("id").GetString() == id).Clone()
        );
    }

    public static decimal Number(JsonElement element, string name) =>
        decimal.Parse(element.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);

    public static CalendarDate Date(JsonElement element, string name) => CalendarDate.Parse(element.GetProperty(name).GetString()!);
}
