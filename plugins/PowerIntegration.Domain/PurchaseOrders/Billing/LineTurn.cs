namespace PowerIntegration.Domain.PurchaseOrders.Billing;

/// <summary>A purchase order line that both a change order and an invoice move.</summary>
/// <param name="LineNumber">Its number.</param>
/// <param name="Ordered">Ordered now; 0.00 where the change order adds the line.</param>
/// <param name="Billed">Billed now.</param>
/// <param name="Change">What the change order adds.</param>
/// <param name="Bills">What the invoice bills.</param>
public sealed record LineTurn(int LineNumber, decimal Ordered, decimal Billed, decimal Change, decimal Bills)
{
    /// <summary>True where the change order would order less than is billed now.</summary>
    public bool NeedsInvoiceFirst => Change < 0m && Ordered + Change < Billed;

    /// <summary>True where the invoice would bill more than is ordered now.</summary>
    public bool NeedsChangeFirst => Bills > 0m && Billed + Bills > Ordered;
}
