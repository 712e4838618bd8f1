namespace PowerIntegration.Domain.Refusals;

/// <summary>A business refusal: a value, not an exception.</summary>
/// <param name="Code">Why.</param>
/// <param name="Sentence">Names the record, the field, the value and the next step.</param>
public sealed record Refusal(ReasonCode Code, string Sentence)
{
    /// <summary>Whether the document waits for its cause to clear or for a person.</summary>
    public StopState State => Code.State;

    /// <summary>Where the input is wrong; null where no single input is.</summary>
    public InputPlace? Place { get; init; }

    /// <summary>The code in its wire spelling.</summary>
    public string WireCode => Code.Wire;
}
