namespace PowerIntegration.Local.Procore.Billing;

/// <summary>The summary of one application. Amounts in the commitment's currency.</summary>
/// <param name="Lines">Its continuation sheet.</param>
/// <param name="OriginalSum">Line 1.</param>
/// <param name="ChangeOrders">Line 2.</param>
/// <param name="PreviousCertificates">Line 7: line 6 of the application before, as it was certified.</param>
internal sealed record Certificate(IReadOnlyList<CertificateLine> Lines, decimal OriginalSum, decimal ChangeOrders, decimal PreviousCertificates)
{
    /// <summary>Line 3.</summary>
    public decimal ContractSum => OriginalSum + ChangeOrders;

    /// <summary>Line 4.</summary>
    public decimal CompletedAndStored => Lines.Sum(line => line.ToDate);

    /// <summary>Line 5a.</summary>
    public decimal WorkRetainage => Lines.Sum(line => line.WorkRetainage);

    /// <summary>Line 5b.</summary>
    public decimal StoredRetainage => Lines.Sum(line => line.StoredRetainage);

    /// <summary>Line 5.</summary>
    public decimal Retainage => WorkRetainage + StoredRetainage;

    /// <summary>Line 6.</summary>
    public decimal EarnedLessRetainage => CompletedAndStored - Retainage;

    /// <summary>Line 8.</summary>
    public decimal CurrentPaymentDue => EarnedLessRetainage - PreviousCertificates;

    /// <summary>Line 9.</summary>
    public decimal BalanceToFinish => ContractSum - EarnedLessRetainage;
}
