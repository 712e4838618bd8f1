namespace PowerIntegration.Domain.Approvals;

/// <summary>What an answer does to its request.</summary>
public enum AnswerEffect
{
    /// <summary>The content is approved.</summary>
    Approved,

    /// <summary>The content is rejected.</summary>
    Rejected,

    /// <summary>Nothing; it is recorded, and the request stands as before.</summary>
    None,

    /// <summary>Nothing, because it was recorded before or is not final.</summary>
    Known,

    /// <summary>Nothing; whoever was asked may not approve any more, so someone else is asked.</summary>
    AskedOther,

    /// <summary>Nothing; something other than the person who was asked wrote it, or what was shown is not what was asked.</summary>
    Forged,
}
