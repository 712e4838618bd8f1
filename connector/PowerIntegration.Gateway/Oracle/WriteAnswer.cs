using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Oracle;

/// <summary>How a writing request to Oracle ended. What matters is whether Oracle may have done it.</summary>
internal abstract record WriteAnswer
{
    private WriteAnswer() { }

    /// <summary>Oracle did it.</summary>
    internal sealed record Done(string Body) : WriteAnswer;

    /// <summary>Oracle looked at it and said no.</summary>
    internal sealed record Refused(int Status, string Sentence, string Body) : WriteAnswer;

    /// <summary>Oracle never looked at it: it was not reached, asked to wait, or did not take our sign-in.</summary>
    internal sealed record TurnedAway(ProblemKind Kind, string Sentence, TimeSpan? RetryAfter) : WriteAnswer;

    /// <summary>Nobody knows: the answer was lost, late, or an error of the server.</summary>
    internal sealed record Unknown(string Sentence) : WriteAnswer;
}
