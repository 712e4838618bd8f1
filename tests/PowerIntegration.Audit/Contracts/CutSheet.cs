namespace PowerIntegration.Audit.Contracts;

/// <summary>A cut that a reviewer or an architect made on the header.</summary>
/// <param name="Amount">Cents.</param>
/// <param name="IsNet">True where line 8 falls by the amount; false where the gross does.</param>
public sealed record CutSheet(long Amount, bool IsNet);
