using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Flows;
using Xunit;

namespace PowerIntegration.Packer.Tests.Flows;

/// <summary>The shipped sources, read once; a test changes the flows in memory, looks at the findings, and the bench puts everything back.</summary>
public sealed class FlowBench
{
    private readonly Catalogue catalogue = Repository.Catalogue();

    private UnpackedSolution Solution => catalogue.Solutions[2];

    /// <summary>Findings after the first occurrence of a text in a flow's file is replaced.</summary>
    public IReadOnlyList<Finding> AfterReplacing(string flow, string text, string replacement) =>
        AfterParsing(flow, Replaced(text, replacement, Encoding.UTF8.GetString(Solution.Bytes(FileOf(flow)))));

    /// <summary>Findings with other content of a flow's file.</summary>
    public IReadOnlyList<Finding> AfterParsing(string flow, string content) => With(flow, JsonNode.Parse(content)!.AsObject());

    /// <summary>Findings with other actions in the flow that submits an invoice.</summary>
    public IReadOnlyList<Finding> WithActions(string actions) =>
        With(root => root["properties"]!["definition"]!["actions"] = JsonNode.Parse(actions));

    /// <summary>Findings after a change of the flow that submits an invoice.</summary>
    public IReadOnlyList<Finding> With(Action<JsonObject> change, string flow = "PI-Subcontractor")
    {
        JsonObject content = JsonOf(flow).DeepClone().AsObject();
        change(content);
        return With(flow, content);
    }

    /// <summary>Findings after several texts in a flow's file are replaced, one after the other.</summary>
    public IReadOnlyList<Finding> AfterReplacing(string flow, params (string Text, string Replacement)[] changes) =>
        AfterParsing(
            flow,
            changes.Aggregate(
                Encoding.UTF8.GetString(Solution.Bytes(FileOf(flow))),
                (content, change) => Replaced(change.Text, change.Replacement, content)
            )
        );

    /// <summary>Findings of the platform's rules only after a change of a flow.</summary>
    public IReadOnlyList<Finding> Platform(Action<JsonObject> change, string flow = "PI-Subcontractor")
    {
        JsonObject content = JsonOf(flow).DeepClone().AsObject();
        change(content);
        return With(flow, content, () => [.. FlowCheck.Find(catalogue)]);
    }

    /// <summary>Findings after a change of a flow that calls an operation of the connector with other parameters.</summary>
    public IReadOnlyList<Finding> WithOperation(string parameters, Action<JsonObject> change)
    {
        UnpackedSolution connector = catalogue.Solutions[0];
        JsonObject operation = connector.Json("Connectors/pint_5Fpowerintegration_openapidefinition.json")!["paths"]!["/oracle/documents/submit"]![
            "post"
        ]!.AsObject();
        JsonNode before = operation["parameters"]!.DeepClone();
        try
        {
            operation["parameters"] = JsonNode.Parse(parameters);
            return With(change);
        }
        finally
        {
            operation["parameters"] = before;
        }
    }

    /// <summary>Findings after texts in an XML file are replaced, one after the other.</summary>
    public IReadOnlyList<Finding> AfterReplacingXml(string file, params (string Text, string Replacement)[] changes) =>
        WithXml(
            file,
            root =>
            {
                XElement after = XElement.Parse(
                    changes.Aggregate(root.ToString(), (content, change) => Replaced(change.Text, change.Replacement, content))
                );
                root.ReplaceAll(after.Attributes(), after.Nodes());
            }
        );

    /// <summary>Findings after the first occurrence of a text in an XML file is replaced.</summary>
    public IReadOnlyList<Finding> AfterReplacingXml(string file, string text, string replacement) => AfterReplacingXml(file, (text, replacement));

    /// <summary>Findings after a change of an XML file.</summary>
    public IReadOnlyList<Finding> WithXml(string file, Action<XElement> change)
    {
        string name = Solution.Files.First(candidate =>
            candidate.Contains(file, StringComparison.Ordinal) && candidate.EndsWith(".xml", StringComparison.Ordinal)
        );
        XElement root = Solution.Xml(name).Element;
        XElement before = new(root);
        try
        {
            change(root);
            return Find();
        }
        finally
        {
            root.ReplaceAll(before.Attributes(), before.Nodes());
        }
    }

    /// <summary>Findings about what is there.</summary>
    public IReadOnlyList<Finding> Find() => [.. FlowCheck.Find(catalogue), .. FlowHouseCheck.Find(catalogue)];

    private IReadOnlyList<Finding> With(string flow, JsonObject content) => With(flow, content, Find);

    private IReadOnlyList<Finding> With(string flow, JsonObject content, Func<IReadOnlyList<Finding>> find)
    {
        JsonObject root = JsonOf(flow);
        JsonObject before = root.DeepClone().AsObject();
        try
        {
            Fill(root, content);
            return find();
        }
        finally
        {
            Fill(root, before);
        }
    }

    private string FileOf(string flow) => Solution.FilesIn("Workflows", ".json").Single(file => file.Contains(flow, StringComparison.Ordinal));

    private JsonObject JsonOf(string flow) => Solution.Json(FileOf(flow))!.AsObject();

    private static void Fill(JsonObject root, JsonObject content)
    {
        root.Clear();
        foreach (KeyValuePair<string, JsonNode?> member in content)
        {
            root.Add(member.Key, member.Value?.DeepClone());
        }
    }

    private static string Replaced(string text, string replacement, string content)
    {
        int index = content.IndexOf(text, StringComparison.Ordinal);
        Assert.True(index >= 0, $"The source does not hold the text {text}.");
        return content[..index] + replacement + content[(index + text.Length)..];
    }
}
