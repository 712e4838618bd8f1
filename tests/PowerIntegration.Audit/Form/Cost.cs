namespace PowerIntegration.Audit.Form;

/// <summary>Cost that is booked, in cents.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Coding">Where it is booked; none where nobody says.</param>
/// <param name="Amount">Debit, or credit below zero.</param>
/// <param name="IsSent">True where a document carries it; false where only a journal moves it.</param>
public sealed record Cost(string LineId, string? Coding, long Amount, bool IsSent);
