namespace PowerIntegration.Audit.Form;

/// <summary>A document that must leave.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Amount">Its total in cents.</param>
public sealed record Paper(PaperKind Kind, long Amount);
