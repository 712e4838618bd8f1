using PowerIntegration.Domain.PurchaseOrders.Orders;
using PowerIntegration.Domain.PurchaseOrders.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.PurchaseOrders.Billing;

/// <summary>Schedule-of-values lines that got another coding in Procore after Oracle booked cost on the old one.</summary>
public static class RecodedLines
{
    /// <summary>One refusal for each, with the cost transfer that Oracle needs.</summary>
    public static IReadOnlyList<Refusal> Of(PurchaseOrder order, IEnumerable<CommitmentLineCoding> codings)
    {
        var now = codings.ToLookup(coding => coding.CommitmentLineId, coding => coding.Coding, StringComparer.Ordinal);
        return
        [
            .. order
                .Lines.Where(line => !line.IsCanceled && line.Billed != 0m && line.CommitmentLineId is not null)
                .SelectMany(line =>
                    now[line.CommitmentLineId!]
                        .Where(coding => !line.Codings.Contains(coding))
                        .Select(coding => new Refusal(
                            PurchaseOrderReasons.BilledLineRecoded,
                            Sentence.Of(
                                $"Line {line.Number} of purchase order {order.Number} has {Sentence.Amount(line.Billed)} ",
                                $"{order.CurrencyCode} billed on ",
                                $"{line.Codings[0]}, and Procore now codes it to {coding}. ",
                                $"Transfer {Sentence.Amount(line.Billed)} between them in Oracle, ",
                                $"or give the line its old code in Procore and move the rest with a change order."
                            )
                        ))
                ),
        ];
    }
}
