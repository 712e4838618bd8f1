namespace PowerIntegration.Sandbox.Attack;

/// <summary>One thing that one person, or one application, tries alone.</summary>
/// <param name="Kind">What sort of attempt it is, as a report counts it.</param>
/// <param name="Who">Who tries, or with which token.</param>
/// <param name="What">What is tried, for whoever repeats it.</param>
/// <param name="Send">Sends it; gives the answer to its last request.</param>
internal sealed record Attempt(string Kind, string Who, string What, Func<Task<AttackAnswer>> Send)
{
    /// <summary>True where any answer but a refusal is a success already: a token that must not be taken.</summary>
    public bool MustBeRefused { get; init; }
}
