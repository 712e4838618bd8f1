using System.Text.Json;
using Xunit;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

/// <summary>Compares the tables of these tests with the worked examples of the shared reference, where a checkout has it beside it.</summary>
public sealed class SharedExamplesTests
{
    private static readonly string[] HeaderFields =
    [
        "line1",
        "line2",
        "line3",
        "line4",
        "line5a",
        "line5b",
        "line5",
        "line6",
        "line7",
        "line8",
        "line9",
    ];
    private static readonly string[] LineFields = ["C", "D", "E", "F", "W", "G", "pct", "H", "RW", "RS", "I", "g", "dRW", "dRS", "net"];

    [Fact]
    public void The_tables_say_what_the_shared_examples_say()
    {
        var file = Find();
        Assert.SkipWhen(
            file is null,
            "shared/reference/billing-examples.json is not beside this checkout; the tables of the tests were still checked."
        );
        using var document = JsonDocument.Parse(File.ReadAllText(file!));
        var examples = document.RootElement.GetProperty("examples").EnumerateArray().ToDictionary(example => example.GetProperty("id").GetString()!);
        foreach (var contract in WorkedContracts.All)
        {
            var expected = examples[contract.Id[..3]].GetProperty("expected");
            foreach (var application in contract.Applications)
            {
                Compare(Match(expected, application), application);
            }
        }
    }

    // Two examples bill their second application in two ways; the one with the same line 8 is meant.
    private static JsonElement Match(JsonElement expected, WorkedApplication application) =>
        expected
            .EnumerateObject()
            .Where(property =>
                property.Name.StartsWith("app" + application.Number, StringComparison.Ordinal) && property.Value.TryGetProperty("G702", out _)
            )
            .Select(property => property.Value)
            .Single(value => Number(value.GetProperty("G702"), "line8") == application.Header[9]);

    private static void Compare(JsonElement expected, WorkedApplication application)
    {
        Assert.Equal(HeaderFields.Select(field => Number(expected.GetProperty("G702"), field)), application.Header);
        var lines = expected.GetProperty("lines").EnumerateArray().Select(line => LineFields.Select(field => Number(line, field)).ToList());
        Assert.Equal(lines, application.Lines.Values);
    }

    private static decimal Number(JsonElement element, string name) =>
        decimal.Parse(element.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "shared", "reference", "billing-examples.json");
            if (File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }
}
