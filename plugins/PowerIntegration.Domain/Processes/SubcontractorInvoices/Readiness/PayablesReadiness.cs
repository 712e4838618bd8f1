using PowerIntegration.Domain.Readiness;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Readiness;

/// <summary>The Payables setup of a project's business unit, as far as it decides whether its invoices can be sent.</summary>
public sealed record PayablesReadiness
{
    /// <summary>Its row.</summary>
    public required RecordPlace Place { get; init; }

    /// <summary>Business unit; empty where it is missing.</summary>
    public required string BusinessUnit { get; init; }

    /// <summary>True where it is active.</summary>
    public required bool IsActive { get; init; }

    /// <summary>Labels of columns that it needs and that are empty.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>True where it names a payment hold and the release of that hold.</summary>
    public required bool HasHold { get; init; }

    /// <summary>True where it names an account for tax.</summary>
    public required bool HasTaxAccount { get; init; }

    /// <summary>True where it names an account for tax that is withheld.</summary>
    public required bool HasWithholdingAccount { get; init; }
}
