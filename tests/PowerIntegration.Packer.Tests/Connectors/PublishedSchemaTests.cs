using System.Text.Json.Nodes;
using NJsonSchema;
using Xunit;

namespace PowerIntegration.Packer.Tests.Connectors;

/// <summary>The connector's files against the schemas that Microsoft publishes for them.</summary>
public sealed class PublishedSchemaTests
{
    [Theory]
    [InlineData("apiDefinition.swagger.json", "connector-apiDefinition.schema.json")]
    [InlineData("apiProperties.json", "connector-apiProperties.schema.json")]
    [InlineData("settings.json", "connector-settings.schema.json")]
    public async Task The_file_fits_its_published_schema(string file, string schema) =>
        Assert.Empty((await SchemaAsync(schema)).Validate(File.ReadAllText(Path.Combine(Repository.Root, "connector/definition", file))));

    [Theory]
    [InlineData("apiDefinition.swagger.json", "connector-apiDefinition.schema.json", "info")]
    [InlineData("apiProperties.json", "connector-apiProperties.schema.json", "properties")]
    public async Task The_schema_misses_what_is_required(string file, string schema, string member)
    {
        JsonObject content = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "connector/definition", file)))!.AsObject();
        content.Remove(member);
        Assert.NotEmpty((await SchemaAsync(schema)).Validate(content.ToJsonString()));
    }

    private static async Task<JsonSchema> SchemaAsync(string file)
    {
        string path = Path.Combine(Repository.Contracts, file);
        Assert.SkipUnless(File.Exists(path), $"The published schema {file} is not beside this repository (../shared/contracts).");
        JsonNode schema = JsonNode.Parse(await File.ReadAllTextAsync(path))!;
        RemoveRemoteReferences(schema);
        return await JsonSchema.FromJsonAsync(schema.ToJsonString());
    }

    // The schema of schemas lives on the web; its few uses check the shape of "type" and the like, which the packer's own checks cover.
    private static void RemoveRemoteReferences(JsonNode? node)
    {
        if (node is JsonObject value)
        {
            if (((value["$ref"] as JsonValue)?.TryGetValue(out string? reference) ?? false) && reference.StartsWith("http", StringComparison.Ordinal))
            {
                value.Remove("$ref");
            }

            foreach (JsonNode? child in value.Select(member => member.Value).ToArray())
            {
                RemoveRemoteReferences(child);
            }
        }

        foreach (JsonNode? child in node as JsonArray ?? [])
        {
            RemoveRemoteReferences(child);
        }
    }
}
