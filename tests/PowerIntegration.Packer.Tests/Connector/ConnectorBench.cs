using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Connectors;
using Xunit;

namespace PowerIntegration.Packer.Tests.Connector;

/// <summary>The shipped sources, read once; a test changes a file of the connector in memory, and the bench puts everything back.</summary>
public sealed class ConnectorBench
{
    private readonly Catalogue catalogue = Repository.Catalogue();

    /// <summary>Findings about what is there.</summary>
    public IReadOnlyList<Finding> Find() => [.. ConnectorCheck.Find(catalogue), .. ConnectorHouseCheck.Find(catalogue)];

    /// <summary>Findings after texts in a file of the repository form are replaced, one after the other.</summary>
    public IReadOnlyList<Finding> AfterReplacing(string file, params (string Text, string Replacement)[] changes)
    {
        string content = File.ReadAllText(Path.Combine(Repository.Root, "connector/definition", file), Encoding.UTF8);
        foreach ((string text, string replacement) in changes)
        {
            int index = content.IndexOf(text, StringComparison.Ordinal);
            Assert.True(index >= 0, $"The source does not hold the text {text}.");
            content = content[..index] + replacement + content[(index + text.Length)..];
        }

        return With(ContentOf(file), JsonNode.Parse(content)!);
    }

    /// <summary>Findings after a change of the definition.</summary>
    public IReadOnlyList<Finding> With(Action<JsonNode> change)
    {
        JsonNode content = catalogue.Definition.Swagger.DeepClone();
        change(content);
        return With(catalogue.Definition.Swagger, content);
    }

    /// <summary>Findings with a policy; in its text ~. stands for the beginning of the names of parameters.</summary>
    public IReadOnlyList<Finding> WithPolicy(string policy)
    {
        JsonNode content = catalogue.Definition.Properties.DeepClone();
        content["properties"]!["policyTemplateInstances"]!
            .AsArray()
            .Add(JsonNode.Parse(policy.Replace("~.", "x-ms-apimTemplateParameter.", StringComparison.Ordinal)));
        return With(catalogue.Definition.Properties, content);
    }

    /// <summary>Findings after a text in the connector's record is replaced.</summary>
    public IReadOnlyList<Finding> AfterReplacingRecord(string text, string replacement)
    {
        XElement root = catalogue.Solutions[0].Xml("Connectors/pint_5Fpowerintegration.xml").Element;
        XElement before = new(root);
        string content = root.ToString();
        Assert.Contains(text, content, StringComparison.Ordinal);
        try
        {
            XElement after = XElement.Parse(content.Replace(text, replacement, StringComparison.Ordinal));
            root.ReplaceAll(after.Attributes(), after.Nodes());
            return Find();
        }
        finally
        {
            root.ReplaceAll(before.Attributes(), before.Nodes());
        }
    }

    /// <summary>Findings with other content of a part of the solution form.</summary>
    public IReadOnlyList<Finding> WithPart(string part, JsonNode content)
    {
        JsonNode shipped = catalogue.Solutions[0].Json($"Connectors/pint_5Fpowerintegration_{part}.json")!;
        JsonNode before = shipped.DeepClone();
        try
        {
            Fill(shipped, content);
            return Find();
        }
        finally
        {
            Fill(shipped, before);
        }
    }

    private JsonObject ContentOf(string file) =>
        file switch
        {
            ConnectorDefinition.DefinitionFile => catalogue.Definition.Swagger,
            ConnectorDefinition.PropertiesFile => catalogue.Definition.Properties,
            _ => catalogue.Definition.Settings!,
        };

    private IReadOnlyList<Finding> With(JsonObject root, JsonNode content)
    {
        JsonNode before = root.DeepClone();
        try
        {
            Fill(root, content);
            return Find();
        }
        finally
        {
            Fill(root, before);
        }
    }

    private static void Fill(JsonNode root, JsonNode content)
    {
        if (root is JsonArray list)
        {
            list.Clear();
            content.AsArray().ToList().ForEach(item => list.Add(item?.DeepClone()));
            return;
        }

        root.AsObject().Clear();
        content.AsObject().ToList().ForEach(member => root.AsObject().Add(member.Key, member.Value?.DeepClone()));
    }
}
