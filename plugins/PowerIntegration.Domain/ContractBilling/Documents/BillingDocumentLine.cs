namespace PowerIntegration.Domain.ContractBilling.Documents;

/// <summary>One line of a document.</summary>
public sealed record BillingDocumentLine
{
    /// <summary>Kind of line.</summary>
    public required BillingLineKind Kind { get; init; }

    /// <summary>Schedule-of-values line; null for lines of the document as such.</summary>
    public string? LineId { get; init; }

    /// <summary>Amount in the major unit; positive is payable to the payee.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The account that it posts to.</summary>
    public required AccountRole Role { get; init; }

    /// <summary>The account where the line names one: deductions.</summary>
    public string? Account { get; init; }

    /// <summary>Cost coding of cost lines, as text.</summary>
    public string? Coding { get; init; }

    /// <summary>Description.</summary>
    public required string Description { get; init; }
}
