using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Flows.Registration;

/// <summary>A cloud flow of a solution: what registers it and what it does.</summary>
/// <param name="Solution">The solution.</param>
/// <param name="Record">Root of the file that registers it.</param>
internal sealed record CloudFlow(UnpackedSolution Solution, SourceElement Record)
{
    /// <summary>What a file name adds to that of the flow.</summary>
    public const string RecordEnding = ".data.xml";

    /// <summary>The flow, whose file lies beside the record.</summary>
    public FlowSource Flow { get; } = ReadFlow(Solution, DefinitionFileOf(Record));

    /// <summary>File that holds the definition, relative to the folder of the solution.</summary>
    public string DefinitionFile => DefinitionFileOf(Record);

    /// <summary>Name that people see.</summary>
    public string Name => Record.Attribute("Name");

    /// <summary>Id without braces, lower case; empty where it is not a GUID.</summary>
    public string Id => Guid.TryParse(Record.Attribute("WorkflowId"), out Guid id) ? id.ToString("D") : "";

    /// <summary>True where a caller starts the flow and waits for it.</summary>
    public bool IsChild => Flow.Triggers.Any(trigger => trigger.Value.Member("type").Text() == "Request");

    /// <summary>The flows of a solution whose definition exists.</summary>
    public static IEnumerable<CloudFlow> In(UnpackedSolution solution) =>
        solution
            .XmlIn("Workflows", RecordEnding)
            .Where(record => solution.Has(DefinitionFileOf(record)) && DefinitionFileOf(record).EndsWith(".json", StringComparison.Ordinal))
            .Select(record => new CloudFlow(solution, record));

    private static string DefinitionFileOf(SourceElement record) => record.File[..^RecordEnding.Length];

    private static FlowSource ReadFlow(UnpackedSolution solution, string file) => new(file, solution.Json(file));
}
