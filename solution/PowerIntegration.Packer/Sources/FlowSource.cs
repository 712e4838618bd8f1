using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;

namespace PowerIntegration.Packer.Sources;

/// <summary>One cloud flow.</summary>
public sealed class FlowSource
{
    /// <summary>Reads the actions once.</summary>
    /// <param name="file">File, relative to the folder of its solution.</param>
    /// <param name="content">Content of the file.</param>
    public FlowSource(string file, JsonNode? content)
    {
        File = file;
        Content = content;
        Actions = FlowStep.Read(Definition.Member("actions"));
        Steps = [.. Actions.SelectMany(WithInner)];
    }

    /// <summary>File, relative to the folder of its solution.</summary>
    public string File { get; }

    /// <summary>Content of the file.</summary>
    public JsonNode? Content { get; }

    /// <summary>The definition; null where there is none.</summary>
    public JsonNode? Definition => Content.Walk("properties", "definition");

    /// <summary>Connection references by their key.</summary>
    public JsonObject Connections => Content.Walk("properties", "connectionReferences").Members();

    /// <summary>Declared parameters by name.</summary>
    public JsonObject Parameters => Definition.Member("parameters").Members();

    /// <summary>Triggers by name.</summary>
    public JsonObject Triggers => Definition.Member("triggers").Members();

    /// <summary>Actions that are not inside another one.</summary>
    public IReadOnlyList<FlowStep> Actions { get; }

    /// <summary>All actions, each before those inside it.</summary>
    public IReadOnlyList<FlowStep> Steps { get; }

    /// <summary>The action of this name, or null; names are compared as the platform does, without case.</summary>
    public FlowStep? Step(string name) => Steps.FirstOrDefault(step => string.Equals(step.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>A finding in this flow.</summary>
    public Finding Says(string element, string sentence) => new(File, element, sentence);

    private static IEnumerable<FlowStep> WithInner(FlowStep step) => step.Children.SelectMany(WithInner).Prepend(step);
}
