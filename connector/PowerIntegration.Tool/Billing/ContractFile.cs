using PowerIntegration.Domain.ContractBilling.Ledger;

namespace PowerIntegration.Tool.Billing;

/// <summary>A contract file: the contract as it was signed, or as it was taken over, and its applications in order.</summary>
internal sealed record ContractFile
{
    /// <summary>What the contract is called.</summary>
    public required string Name { get; init; }

    /// <summary>The contract before its first application here.</summary>
    public required ContractLedger Ledger { get; init; }

    /// <summary>The applications, each with the terms that hold for it.</summary>
    public required IReadOnlyList<ContractFileApplication> Applications { get; init; }
}
