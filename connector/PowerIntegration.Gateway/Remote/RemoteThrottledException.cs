using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Remote;

/// <summary>A system asks to wait longer than this call may.</summary>
public sealed class RemoteThrottledException : IntegrationException
{
    /// <summary>Says how long the system asks to wait.</summary>
    public RemoteThrottledException(ProblemKind kind, string sentence, TimeSpan? retryAfter)
        : base(kind, sentence) => RetryAfter = retryAfter;

    /// <summary>The wait the system asked for, or null where it did not say.</summary>
    public TimeSpan? RetryAfter { get; }
}
