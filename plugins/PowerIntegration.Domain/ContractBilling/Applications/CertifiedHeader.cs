namespace PowerIntegration.Domain.ContractBilling.Applications;

/// <summary>The header (G702) as certified. A line that is null was not given and is not compared.</summary>
public sealed record CertifiedHeader
{
    /// <summary>Line 1, original contract sum.</summary>
    public decimal? OriginalContractSum { get; init; }

    /// <summary>Line 2, net change by change orders.</summary>
    public decimal? NetChangeOrders { get; init; }

    /// <summary>Line 3, contract sum to date.</summary>
    public decimal? ContractSumToDate { get; init; }

    /// <summary>Line 4, total completed and stored to date.</summary>
    public decimal? GrossToDate { get; init; }

    /// <summary>Line 5, total retainage.</summary>
    public decimal? RetainageToDate { get; init; }

    /// <summary>Line 7, less previous certificates.</summary>
    public decimal? PreviousCertificates { get; init; }

    /// <summary>Line 8, current payment due, without tax and deductions.</summary>
    public decimal? PaymentDue { get; init; }
}
