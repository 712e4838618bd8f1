using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.PurchaseOrders.Orders;

namespace PowerIntegration.Domain.PurchaseOrders.Predictions;

/// <summary>Quantity and price of a line after a change. Both come from sums, so that the same line twice is one change.</summary>
internal static class QuantityPrice
{
    // What Oracle keeps of a price.
    private const decimal PriceUnits = 1_000_000m;

    /// <summary>The line with its quantity and price; unchanged where no price gives its amount, which a check refuses.</summary>
    public static PurchaseOrderLine Applied(LineDraft draft, PurchaseOrderLine after)
    {
        if (draft.IsNew)
        {
            return OfNew(draft, after);
        }

        if (after.Quantity is not { } quantity || after.Price is not { } price || !draft.IsTouched)
        {
            return after;
        }

        var ordered = quantity + draft.Differences.Sum(difference => difference.Quantity ?? 0m);
        return after.Amount == 0m ? after with { Quantity = 0m }
            : Gives(ordered, price, after.Amount) ? after with { Quantity = ordered }
            : ordered > 0m && Gives(ordered, after.Amount / ordered, after.Amount) ? after with { Quantity = ordered, Price = after.Amount / ordered }
            : after;
    }

    /// <summary>True where a line has no quantity, or its quantity and price give its amount.</summary>
    public static bool Agrees(PurchaseOrderLine line) =>
        line.Quantity is not { } quantity || line.Price is not { } price || line.IsCanceled || Gives(quantity, price, line.Amount);

    // A new line keeps the quantity of the change order where it gives the amount; with markup or from several lines it is ordered by amount.
    private static PurchaseOrderLine OfNew(LineDraft draft, PurchaseOrderLine after)
    {
        var only = draft.OnLine.Count == 1 ? draft.OnLine[0] : null;
        return
            only is { Quantity: { } quantity, UnitCost: { } cost }
            && quantity > 0m
            && !after.TakesAllChangeOrders
            && Gives(quantity, cost, after.Amount)
            ? after with
            {
                Quantity = quantity,
                Price = cost,
            }
            : after;
    }

    // Only whole units of a price are kept, so a quotient that does not end is none.
    private static bool Gives(decimal quantity, decimal price, decimal amount) =>
        price > 0m && price * PriceUnits % 1m == 0m && Rounding.ToHundredths(quantity * price) == amount;
}
