namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>How one Oracle business unit receives invoices.</summary>
public sealed record PayablesFacts
{
    /// <summary>Business unit.</summary>
    public required string BusinessUnit { get; init; }

    /// <summary>Invoice source.</summary>
    public required string InvoiceSource { get; init; }

    /// <summary>Payment terms.</summary>
    public required string PaymentTerms { get; init; }

    /// <summary>Account that carries the retainage we keep.</summary>
    public required string RetainageAccount { get; init; }

    /// <summary>Account that carries tax; null where the setup names none.</summary>
    public string? TaxAccount { get; init; }

    /// <summary>Account that carries tax withheld from vendors; null where the setup names none.</summary>
    public string? WithholdingAccount { get; init; }

    /// <summary>Name of the hold under which payment waits for the owner's; null where the setup names none.</summary>
    public string? HoldName { get; init; }

    /// <summary>Name of the release of that hold; null where the setup names none.</summary>
    public string? HoldReleaseName { get; init; }

    /// <summary>ISO currency code.</summary>
    public required string Currency { get; init; }

    /// <summary>True where the row is active.</summary>
    public required bool IsActive { get; init; }
}
