namespace PowerIntegration.Local.Procore.Wire;

/// <summary>Ends a request with an error answer; caught where requests are answered.</summary>
/// <param name="answer">What the caller gets.</param>
internal sealed class WireRefusalException(ProcoreAnswer answer) : Exception(answer.Body?.ToJsonString() ?? answer.Text)
{
    /// <summary>An error in v1's usual shape.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="message">A sentence.</param>
    public WireRefusalException(int status, string message)
        : this(ProcoreAnswer.Error(status, message)) { }

    /// <summary>What the caller gets.</summary>
    public ProcoreAnswer Answer { get; } = answer;
}
