using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Remote;

/// <summary>How a writing request ended. What matters is whether the system may have done it.</summary>
internal abstract record WriteAnswer
{
    private WriteAnswer() { }

    /// <summary>The system did it.</summary>
    internal sealed record Done(string Body) : WriteAnswer;

    /// <summary>The system looked at it and said no.</summary>
    internal sealed record Refused(int Status, string Sentence, string Body) : WriteAnswer
    {
        /// <summary>Reason code where a rule of the process gives one; null where Oracle's words are all there is.</summary>
        public string? Code { get; init; }
    }

    /// <summary>The system never looked at it: it was not reached, asked to wait, or did not take our sign-in.</summary>
    internal sealed record TurnedAway(ProblemKind Kind, string Sentence, TimeSpan? RetryAfter) : WriteAnswer;

    /// <summary>Unknown: the response was lost, late, or a server error.</summary>
    internal sealed record Unknown(string Sentence) : WriteAnswer;
}
