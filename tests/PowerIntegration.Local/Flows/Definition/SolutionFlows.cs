using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using PowerIntegration.Local.Expressions;

namespace PowerIntegration.Local.Flows.Definition;

/// <summary>Loads the cloud flows of unpacked solutions.</summary>
public static class SolutionFlows
{
    private const int CloudFlowCategory = 5;

    /// <summary>Loads all flows of all folders, in the order of their names.</summary>
    /// <param name="solutionFolders">Unpacked solutions; a folder without flows gives none.</param>
    /// <exception cref="FlowDefinitionException">A file holds something unknown, or a flow names a connection reference that no folder
    /// has.</exception>
    public static IReadOnlyList<FlowDefinition> Load(IEnumerable<string> solutionFolders)
    {
        var folders = solutionFolders.ToList();
        var references = folders.SelectMany(ReferenceNames).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var flows = folders.SelectMany(LoadFolder).OrderBy(flow => flow.Name, StringComparer.Ordinal).ToList();
        foreach (var flow in flows)
        {
            if (flow.Connections.Values.FirstOrDefault(connection => !references.Contains(connection.ReferenceLogicalName)) is { } missing)
            {
                throw new FlowDefinitionException(
                    $"{flow.File}: the flow '{flow.Name}' uses the connection reference '{missing.ReferenceLogicalName}', which no "
                        + "Other/Customizations.xml declares."
                );
            }
        }

        return flows;
    }

    private static IEnumerable<string> ReferenceNames(string folder)
    {
        var path = Path.Combine(folder, "Other", "Customizations.xml");
        return File.Exists(path)
            ? LoadXml(path)
                .Descendants("connectionreference")
                .Select(reference => (string?)reference.Attribute("connectionreferencelogicalname") ?? string.Empty)
            : [];
    }

    private static IEnumerable<FlowDefinition> LoadFolder(string folder)
    {
        var workflows = Path.Combine(folder, "Workflows");
        return Directory.Exists(workflows)
            ? Directory.EnumerateFiles(workflows, "*.data.xml").Order(StringComparer.Ordinal).Select(path => LoadFlow(folder, path))
            : [];
    }

    private static FlowDefinition LoadFlow(string folder, string path)
    {
        var workflow = LoadXml(path).Root!;
        var name = (string?)workflow.Attribute("Name") ?? throw new FlowDefinitionException($"{path}: the workflow has no Name.");
        if (Number(workflow, "Category", path) != CloudFlowCategory)
        {
            throw new FlowDefinitionException(
                $"{path}: the workflow '{name}' is of category {workflow.Element("Category")?.Value}; "
                    + $"this runtime runs cloud flows, category {CloudFlowCategory}."
            );
        }

        if (!Guid.TryParse((string?)workflow.Attribute("WorkflowId"), out var id))
        {
            throw new FlowDefinitionException($"{path}: the workflow '{name}' has no WorkflowId.");
        }

        var file =
            workflow.Element("JsonFileName")?.Value.TrimStart('/')
            ?? throw new FlowDefinitionException($"{path}: the workflow '{name}' has no JsonFileName.");
        return FlowReader.Read(LoadJson(Path.Combine(folder, file), file), name, id, Number(workflow, "StateCode", path) == 1, file);
    }

    private static JsonObject LoadJson(string path, string file)
    {
        try
        {
            return JsonText.Parse(File.ReadAllText(path)) as JsonObject
                ?? throw new FlowDefinitionException($"{file}: the file does not hold an object.");
        }
        catch (Exception failure) when (failure is IOException or ExpressionException)
        {
            throw new FlowDefinitionException($"{file}: {failure.Message}", failure);
        }
    }

    private static int Number(XElement workflow, string name, string path) =>
        int.TryParse(workflow.Element(name)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FlowDefinitionException($"{path}: the workflow has no {name}.");

    private static XDocument LoadXml(string path)
    {
        try
        {
            return XDocument.Load(path);
        }
        catch (XmlException failure)
        {
            throw new FlowDefinitionException($"{path}: the file is not valid XML: {failure.Message}", failure);
        }
    }
}
