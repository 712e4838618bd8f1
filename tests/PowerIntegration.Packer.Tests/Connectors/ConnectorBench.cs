using System.Text;
using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Connectors;

namespace PowerIntegration.Packer.Tests.Connectors;

/// <summary>The shipped sources, read once; a test changes a file of the connector in memory and looks at the findings.</summary>
public sealed class ConnectorBench
{
    private readonly Catalogue catalogue = Repository.Catalogue();

    /// <summary>Findings about what is there.</summary>
    public IReadOnlyList<Finding> Find() => [.. ConnectorCheck.Find(catalogue), .. ConnectorHouseCheck.Find(catalogue)];

    /// <summary>Findings after texts in a file of the repository form are replaced, one after the other.</summary>
    public IReadOnlyList<Finding> AfterReplacing(string file, params (string Text, string Replacement)[] changes)
    {
        string content = File.ReadAllText(Path.Combine(Repository.Root, "connector/definition", file), Encoding.UTF8);
        return InMemory.With(ContentOf(file), JsonNode.Parse(InMemory.Replaced(content, changes))!, Find);
    }

    /// <summary>Findings after a change of the definition.</summary>
    public IReadOnlyList<Finding> With(Action<JsonNode> change)
    {
        JsonNode content = catalogue.Definition.Swagger.DeepClone();
        change(content);
        return InMemory.With(catalogue.Definition.Swagger, content, Find);
    }

    /// <summary>Findings with a policy; in its text ~. stands for the beginning of the names of parameters.</summary>
    public IReadOnlyList<Finding> WithPolicy(string policy)
    {
        JsonNode content = catalogue.Definition.Properties.DeepClone();
        string spelled = policy.Replace("~.", "x-ms-apimTemplateParameter.", StringComparison.Ordinal);
        content["properties"]!["policyTemplateInstances"]!.AsArray().Add(JsonNode.Parse(spelled));
        return InMemory.With(catalogue.Definition.Properties, content, Find);
    }

    /// <summary>Findings after texts in the connector's record are replaced, one after the other.</summary>
    public IReadOnlyList<Finding> AfterReplacingRecord(params (string Text, string Replacement)[] changes) =>
        InMemory.With(catalogue.Solutions[0].Xml("Connectors/pint_5Fpowerintegration.xml").Element, InMemory.Replacing(changes), Find);

    /// <summary>Findings with other content of a part of the solution form.</summary>
    public IReadOnlyList<Finding> WithPart(string part, JsonNode content) =>
        InMemory.With(catalogue.Solutions[0].Json($"Connectors/pint_5Fpowerintegration_{part}.json")!, content, Find);

    private JsonObject ContentOf(string file) =>
        file switch
        {
            ConnectorDefinition.DefinitionFile => catalogue.Definition.Swagger,
            ConnectorDefinition.PropertiesFile => catalogue.Definition.Properties,
            _ => catalogue.Definition.Settings!,
        };
}
