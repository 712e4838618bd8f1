namespace PowerIntegration.Domain.ContractBilling.Applications;

/// <summary>A cut that the reviewer made on the header only. It goes to the lines by their positive work this period, largest remainder.</summary>
/// <param name="Amount">Reduction of the gross; above zero.</param>
/// <param name="DecidedBy">Who decided the cut.</param>
/// <param name="Reason">Why.</param>
public sealed record HeaderCut(decimal Amount, string DecidedBy, string Reason);
