using System.Text.Json.Nodes;
using System.Xml.Linq;
using Xunit;

namespace PowerIntegration.Packer.Tests.Verification;

/// <summary>Whatever a maker or an administrator sees in a list of fields explains itself.</summary>
public sealed class DescriptionTests
{
    // Columns that Dataverse makes itself and describes itself.
    private static readonly string[] OfThePlatform = ["statecode", "statuscode"];

    [Fact]
    public void Tables_and_columns_are_described() =>
        AssertNone(
            Files("Entities")
                .Where(file => file.Name == "Entity")
                .SelectMany(file =>
                    file.Descendants("entity")
                        .SelectMany(table => Undescribed(table, "Name").Concat(table.Descendants("attribute").SelectMany(Column)))
                )
        );

    [Fact]
    public void Choices_and_their_values_are_described() =>
        AssertNone(
            Files("OptionSets")
                .SelectMany(file =>
                    Undescribed(file, "Name").Concat(file.Descendants("option").SelectMany(option => Undescribed(option, "value")).Select(In(file)))
                )
        );

    [Fact]
    public void Relationships_are_described() =>
        AssertNone(
            Files("Other/Relationships")
                .SelectMany(file => file.Descendants("EntityRelationship"))
                .SelectMany(link => Undescribed(link.Element("RelationshipDescription")!, null).Select(_ => (string)link.Attribute("Name")!))
        );

    [Fact]
    public void Custom_APIs_and_their_parameters_are_described() =>
        AssertNone(
            Files("customapis")
                .Where(file => string.IsNullOrWhiteSpace((string?)file.Element("description")?.Attribute("default")))
                .Select(file => (string)file.Attribute("uniquename")!)
        );

    [Fact]
    public void Flows_are_described() =>
        AssertNone(
            Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "solution/flows/Workflows"), "*.data.xml")
                .Select(file => XElement.Load(file))
                .Where(flow => string.IsNullOrWhiteSpace((string?)flow.Attribute("Description")))
                .Select(flow => (string)flow.Attribute("Name")!)
        );

    [Fact]
    public void Operations_of_the_connector_with_their_parameters_and_fields_are_described()
    {
        var definition = JsonNode
            .Parse(File.ReadAllText(Path.Combine(Repository.Root, "connector/definition/apiDefinition.swagger.json")))!
            .AsObject();
        var operations = definition["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(verb => verb.Value!.AsObject())).ToList();
        var described = new List<(string Place, JsonObject Node)>();
        foreach (var operation in operations)
        {
            var name = operation["operationId"]!.GetValue<string>();
            described.Add((name, operation));
            described.AddRange(
                (operation["parameters"]?.AsArray() ?? []).Select(parameter => ($"{name}, {parameter!["name"]}", parameter.AsObject()))
            );
            described.AddRange(
                operation["responses"]!
                    .AsObject()
                    .Where(response => response.Value!["$ref"] is null)
                    .Select(response => ($"{name}, {response.Key}", response.Value!.AsObject()))
            );
        }

        described.AddRange(definition["responses"]!.AsObject().Select(response => (response.Key, response.Value!.AsObject())));
        described.AddRange(
            definition["definitions"]!
                .AsObject()
                .SelectMany(type => type.Value!["properties"]!.AsObject().Select(field => ($"{type.Key}, {field.Key}", field.Value!.AsObject())))
        );
        Assert.True(described.Count > 60);
        AssertNone(described.Where(entry => string.IsNullOrWhiteSpace(entry.Node["description"]?.GetValue<string>())).Select(entry => entry.Place));
    }

    private static IEnumerable<string> Column(XElement column) =>
        OfThePlatform.Contains((string?)column.Attribute("PhysicalName"))
            ? []
            : Undescribed(column, "PhysicalName").Select(In(column.Parent!.Parent!));

    private static Func<string, string> In(XElement owner) => name => $"{(string?)owner.Attribute("Name")}, {name}";

    private static IEnumerable<string> Undescribed(XElement element, string? name)
    {
        var texts = element.Elements("Descriptions").Elements("Description").Select(text => (string?)text.Attribute("description"));
        return texts.Any(text => !string.IsNullOrWhiteSpace(text)) ? [] : [name is null ? "" : (string?)element.Attribute(name) ?? ""];
    }

    private static IEnumerable<XElement> Files(string folder)
    {
        var files = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "solution/core", folder), "*.xml", SearchOption.AllDirectories)
            .Select(file => XElement.Load(file))
            .ToList();
        Assert.NotEmpty(files);
        return files;
    }

    private static void AssertNone(IEnumerable<string> undescribed)
    {
        var all = string.Join('\n', undescribed);
        Assert.True(all.Length == 0, "Without a description: " + all);
    }
}
