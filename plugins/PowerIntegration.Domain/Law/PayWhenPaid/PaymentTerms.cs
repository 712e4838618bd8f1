namespace PowerIntegration.Domain.Law.PayWhenPaid;

/// <summary>How payment on a contract depends on the owner's payment. Missing terms are refused by name.</summary>
public sealed record PaymentTerms
{
    /// <summary>The clause; null where the contract does not state it. Ambiguous wording is pay-when-paid.</summary>
    public PaymentClause? Clause { get; init; }

    /// <summary>Days after the invoice date when payment is due in any case; null where the contract does not state them.</summary>
    public int? OutsideDays { get; init; }

    /// <summary>Days after the owner's receipt when payment is due; null where the contract does not state them.</summary>
    public int? PassThroughDays { get; init; }
}
