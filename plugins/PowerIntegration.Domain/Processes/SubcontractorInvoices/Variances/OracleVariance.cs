using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Variances;

/// <summary>A posted invoice of which Oracle shows something else than the ledger counts on.</summary>
/// <param name="InvoiceNumber">Its number.</param>
/// <param name="Posted">Amount that the ledger counts on: as posted, or as a controller accepted since.</param>
/// <param name="Shown">Amount that counts in Oracle; 0 where the invoice is canceled or missing.</param>
/// <param name="Status">What Oracle shows of it.</param>
public sealed record OracleVariance(string InvoiceNumber, decimal Posted, decimal Shown, InvoiceStatus Status)
{
    /// <summary>The variance as a part of a sentence.</summary>
    public override string ToString()
    {
        var shown = Status switch
        {
            InvoiceStatus.Cancelled => "is canceled in Oracle",
            InvoiceStatus.Missing => "is not found in Oracle",
            _ => $"is {Sentence.Amount(Shown)} in Oracle",
        };
        return $"invoice {Sentence.Quoted(InvoiceNumber)} was posted with {Sentence.Amount(Posted)} but {shown}";
    }
}
