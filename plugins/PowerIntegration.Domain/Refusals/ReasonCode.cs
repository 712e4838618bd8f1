namespace PowerIntegration.Domain.Refusals;

/// <summary>
/// Why a document was stopped. Each folder and each process declares its own reasons, next to the rules that use them.
/// </summary>
/// <param name="Wire">The code in rows and outputs, such as <c>wbs-unmapped</c>; unique.</param>
/// <param name="State">Whether the document waits for its cause to clear or for a person.</param>
/// <param name="Order">
/// The precedence over all codes: where several apply, the lowest is given. It follows the questions that a person would ask: does it exist, may it
/// be sent, is it next in order, is it complete, does it add up, is the document supported, is it coded, can it post, what did Oracle answer.
/// </param>
public sealed record ReasonCode(string Wire, StopState State, int Order);
