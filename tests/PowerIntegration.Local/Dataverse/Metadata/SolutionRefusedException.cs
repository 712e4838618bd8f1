namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>A solution folder holds something this Dataverse does not support. The sentence names the file and the element.</summary>
public sealed class SolutionRefusedException : Exception
{
    /// <summary>An empty refusal; exists for the serializer's sake.</summary>
    public SolutionRefusedException() { }

    /// <summary>A refusal with its sentence.</summary>
    public SolutionRefusedException(string message)
        : base(message) { }

    /// <summary>A refusal with its sentence and cause.</summary>
    public SolutionRefusedException(string message, Exception innerException)
        : base(message, innerException) { }
}
