namespace PowerIntegration.Domain.ContractBilling.Applications;

/// <summary>A controller's decision to post a variance inside an application, as lines of their own.</summary>
/// <param name="Amount">The gross that is caught up in all; the decision is for this figure only.</param>
/// <param name="OfApplication">The application whose amounts were not posted.</param>
/// <param name="DecidedBy">The controller.</param>
/// <param name="Reason">Why.</param>
public sealed record CatchUpDecision(decimal Amount, int OfApplication, string DecidedBy, string Reason);
