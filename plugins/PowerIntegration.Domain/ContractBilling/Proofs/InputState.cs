namespace PowerIntegration.Domain.ContractBilling.Proofs;

/// <summary>What a check of the input found.</summary>
public enum InputState
{
    /// <summary>The input is as it must be.</summary>
    Met,

    /// <summary>Something is not in the input, or a person decided about it; the note names it.</summary>
    Noted,

    /// <summary>The input is wrong, and the figures are proved only for what was given.</summary>
    Failed,
}
