namespace PowerIntegration.Gateway.Intake;

/// <summary>What became of changes that were put into the inbox.</summary>
/// <param name="Created">How many were new.</param>
/// <param name="Refusal">Why Dataverse took one of them not, or null; the others are in.</param>
internal sealed record AddedEvents(int Created, string? Refusal);
