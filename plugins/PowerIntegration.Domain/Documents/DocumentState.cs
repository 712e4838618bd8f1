namespace PowerIntegration.Domain.Documents;

/// <summary>Where one revision of a document stands. The order is the order of the choice <c>pint_documentstate</c>.</summary>
public enum DocumentState
{
    /// <summary>Read from the source, not looked at yet.</summary>
    Received,

    /// <summary>Computed and frozen; may be sent.</summary>
    Prepared,

    /// <summary>Computed and frozen; a person must decide before it may be sent.</summary>
    AwaitingApproval,

    /// <summary>Stopped by a cause that goes away by itself or by work elsewhere; resumes then.</summary>
    Held,

    /// <summary>Exists in Oracle, not validated yet. No one's base.</summary>
    Submitted,

    /// <summary>Read back from Oracle with equal amounts and lines, and validated.</summary>
    Posted,

    /// <summary>Stopped until a person changes something.</summary>
    Refused,

    /// <summary>Replaced by a newer revision before it was posted.</summary>
    Superseded,

    /// <summary>Was posted and reversed.</summary>
    Reversed,
}
