using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.Dates;

namespace PowerIntegration.Domain.ContractBilling.Reversals;

/// <summary>A document as it stands in Oracle.</summary>
public sealed record PostedDocument
{
    /// <summary>Its number in Oracle.</summary>
    public required string InvoiceNumber { get; init; }

    /// <summary>What was posted.</summary>
    public required BillingDocument Document { get; init; }

    /// <summary>The day on which it posted.</summary>
    public required CalendarDate AccountingDate { get; init; }

    /// <summary>How far it is paid.</summary>
    public required PaymentStatus Payment { get; init; }
}
