namespace PowerIntegration.Domain.ContractBilling.Applications;

/// <summary>A controller's decision to post a variance in an application, as separate lines.</summary>
/// <param name="Amount">The total gross to catch up; the decision is valid for this figure only.</param>
/// <param name="OfApplication">The application whose amounts were not posted.</param>
/// <param name="DecidedBy">The controller.</param>
/// <param name="Reason">Why.</param>
public sealed record CatchUpDecision(decimal Amount, int OfApplication, string DecidedBy, string Reason);
