using PowerIntegration.Domain.ContractBilling;
using PowerIntegration.Domain.ContractBilling.Applications;

namespace PowerIntegration.Tool.Billing;

/// <summary>An application with the engine's answer.</summary>
/// <param name="Application">The application.</param>
/// <param name="Outcome">The answer.</param>
internal sealed record BilledApplication(Application Application, BillingOutcome Outcome)
{
    /// <summary>What is wrong with it, each told at the first application that it stops.</summary>
    public IReadOnlyList<FileCause> Causes { get; init; } = [];

    /// <summary>The earlier application of the file that is not billed, so that this one cannot be; null where it does not wait.</summary>
    public int? WaitsFor { get; init; }

    /// <summary>The earlier application with a cause that stops this one too; null where it has causes of its own or none.</summary>
    public int? SameAs { get; init; }

    /// <summary>The earlier application whose input failed a check, and on which this one builds; null where there is none.</summary>
    public int? BuildsOn { get; init; }

    /// <summary>True where it is billed and its figures and input are right, or where there is nothing to bill.</summary>
    public bool IsRight =>
        Outcome switch
        {
            BillingOutcome.Billed billed => billed.Proof.IsComplete && BuildsOn is null,
            BillingOutcome.NothingToPost => Causes.Count == 0,
            _ => false,
        };
}
