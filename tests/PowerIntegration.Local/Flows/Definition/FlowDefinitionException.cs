namespace PowerIntegration.Local.Flows.Definition;

/// <summary>A flow or solution file that this runtime refuses; the message names the file, the JSON path and the part.</summary>
public sealed class FlowDefinitionException : Exception
{
    /// <summary>Refuses without a sentence; for serializers only.</summary>
    public FlowDefinitionException() { }

    /// <summary>Refuses with a sentence.</summary>
    public FlowDefinitionException(string message)
        : base(message) { }

    /// <summary>Refuses with a sentence and its cause.</summary>
    public FlowDefinitionException(string message, Exception innerException)
        : base(message, innerException) { }
}
