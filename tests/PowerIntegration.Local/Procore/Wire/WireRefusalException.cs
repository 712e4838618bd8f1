using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Guesses;

namespace PowerIntegration.Local.Procore.Wire;

/// <summary>Ends a request with an error answer; caught where requests are answered.</summary>
/// <param name="answer">What the caller gets.</param>
internal sealed class WireRefusalException(ProcoreAnswer answer) : Exception(answer.Body?.ToJsonString() ?? answer.Text)
{
    /// <summary>An error in v1's usual shape.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="message">A sentence.</param>
    public WireRefusalException(int status, string message)
        : this(ProcoreAnswer.Error(status, message)) { }

    /// <summary>What the caller gets.</summary>
    public ProcoreAnswer Answer { get; } = answer;

    /// <summary>A value that a rule does not take, in the shape of v1's validations.</summary>
    /// <param name="field">The field.</param>
    /// <param name="message">Why.</param>
    public static WireRefusalException Invalid(string field, string message) =>
        new(
            new ProcoreAnswer(
                ProcoreGuesses.InvalidStatus,
                new JsonObject { ["errors"] = new JsonObject { [field] = new JsonArray(JsonValue.Create(message)) } }
            )
        );
}
