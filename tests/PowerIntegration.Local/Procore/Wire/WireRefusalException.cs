namespace PowerIntegration.Local.Procore.Wire;

/// <summary>Ends a request with an error answer; caught in one place, where requests are answered.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="message">A sentence.</param>
internal sealed class WireRefusalException(int status, string message) : Exception(message)
{
    /// <summary>What the caller gets.</summary>
    public ProcoreAnswer Answer { get; } = ProcoreAnswer.Error(status, message);
}
