namespace PowerIntegration.Domain.Refusals;

/// <summary>
/// Why a document was stopped. Each room and each process declares its own, next to the rules that give them.
/// </summary>
/// <param name="Wire">As rows, outputs and people carry it, such as <c>wbs-unmapped</c>; no two codes are spelled alike.</param>
/// <param name="State">Whether the document waits for a cause to go or for a person.</param>
/// <param name="Order">
/// The precedence, total over all codes: where several apply, the lowest is given. It follows the questions that a person would ask: does it exist,
/// may it go at all, is it its turn, is it complete, does it add up, do we build such a document, is it coded, can it post, what did Oracle say.
/// </param>
public sealed record ReasonCode(string Wire, StopState State, int Order);
