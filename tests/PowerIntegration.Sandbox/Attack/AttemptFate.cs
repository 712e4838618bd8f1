namespace PowerIntegration.Sandbox.Attack;

/// <summary>What became of one attempt.</summary>
internal enum AttemptFate
{
    /// <summary>The caller was not taken for anyone (401).</summary>
    NotSignedIn,

    /// <summary>The caller may not do it (403).</summary>
    NotAllowed,

    /// <summary>It is not done for anyone now, or not understood (other errors).</summary>
    Refused,

    /// <summary>It was answered, and nothing that counts is different.</summary>
    WithoutEffect,
}
