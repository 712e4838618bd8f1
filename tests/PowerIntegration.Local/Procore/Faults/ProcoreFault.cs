namespace PowerIntegration.Local.Procore.Faults;

/// <summary>What can go wrong on the way.</summary>
public enum ProcoreFault
{
    /// <summary>429 with Retry-After, whatever the limits say.</summary>
    TooManyRequests,

    /// <summary>503 with Retry-After: Procore is overloaded.</summary>
    Unavailable,

    /// <summary>The connection breaks without an answer, which is how a caller sees a server that never answers.</summary>
    ConnectionLost,

    /// <summary>The call takes effect, and the connection breaks before its answer.</summary>
    AnswerLost,
}
