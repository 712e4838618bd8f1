namespace PowerIntegration.Local.Oracle;

/// <summary>What can go wrong on the way to Oracle and back.</summary>
public enum OracleFaultKind
{
    /// <summary>The call is processed and committed, then the connection breaks before a byte of the answer.</summary>
    AnswerLost,

    /// <summary>The call is refused before anything is read or changed.</summary>
    Refused,

    /// <summary>The call is processed normally after a long wait.</summary>
    Slow,
}
