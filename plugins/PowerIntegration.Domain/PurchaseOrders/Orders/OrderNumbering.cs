using PowerIntegration.Domain.PurchaseOrders.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.PurchaseOrders.Orders;

/// <summary>Numbers of purchase orders, made from the numbers of commitments.</summary>
public static class OrderNumbering
{
    /// <summary>What Oracle keeps of a number.</summary>
    public const int LengthMax = 30;

    /// <summary>The number of a commitment's purchase order: the commitment's, as far as it fits.</summary>
    public static string Of(string commitmentNumber) => WholeText.Start(commitmentNumber.Trim(), LengthMax).TrimEnd();

    /// <summary>The number of a purchase order for one change order alone. Only the commitment's part of it is shortened.</summary>
    public static string OfSeparate(string commitmentNumber, string changeOrderNumber)
    {
        var ending = "-CO" + changeOrderNumber.Trim();
        return ending.Length >= LengthMax
            ? WholeText.Start(commitmentNumber.Trim() + ending, LengthMax)
            : WholeText.Start(commitmentNumber.Trim(), LengthMax - ending.Length).TrimEnd() + ending;
    }

    /// <summary>One refusal for each purchase order number that several commitments would share; all of them are named.</summary>
    public static IReadOnlyList<Refusal> Collisions(IEnumerable<string> commitmentNumbers) =>
        [
            .. commitmentNumbers
                .Select(number => number.Trim())
                .Distinct(StringComparer.Ordinal)
                .GroupBy(Of, StringComparer.OrdinalIgnoreCase)
                .Where(sharing => sharing.Count() > 1)
                .Select(sharing => new Refusal(PurchaseOrderReasons.OrderNumberCollision, CollisionSentence(sharing.Key, [.. sharing]))),
        ];

    private static string CollisionSentence(string number, IReadOnlyList<string> commitments) =>
        Sentence.Of(
            $"Commitments {string.Join(" and ", commitments)} would both become purchase order {number}, ",
            $"because Oracle keeps {LengthMax} characters. ",
            $"Change the number of one of them in Procore."
        );
}
