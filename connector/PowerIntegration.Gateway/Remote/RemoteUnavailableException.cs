using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Remote;

/// <summary>A system cannot be reached or fails; whether it did something is not known.</summary>
public sealed class RemoteUnavailableException : IntegrationException
{
    /// <summary>Says what was tried and how it ended.</summary>
    public RemoteUnavailableException(ProblemKind kind, string sentence, Exception? innerException = null)
        : base(kind, sentence, innerException) { }
}
