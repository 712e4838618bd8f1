using PowerIntegration.Domain.ContractBilling.Ledger;

namespace PowerIntegration.Tool.Billing;

/// <summary>A contract file: the contract as signed or with opening balances, and its applications in order.</summary>
internal sealed record ContractFile
{
    /// <summary>Name of the file, without its folder.</summary>
    public required string File { get; init; }

    /// <summary>What the file leaves out, and what is used instead.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Number and name of the contract.</summary>
    public required string Name { get; init; }

    /// <summary>The ledger before the first application in the file.</summary>
    public required ContractLedger Ledger { get; init; }

    /// <summary>The applications, each with the terms that apply to it.</summary>
    public required IReadOnlyList<ContractFileApplication> Applications { get; init; }
}
