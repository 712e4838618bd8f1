using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.PurchaseOrders.ChangeOrders;
using PowerIntegration.Domain.PurchaseOrders.Policies;
using PowerIntegration.Domain.PurchaseOrders.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.PurchaseOrders.Predictions;

/// <summary>What is checked about the change order before any line of the purchase order is looked at.</summary>
internal static class ChangeOrderChecks
{
    public static void Add(PreviewFacts facts, RefusalList refusals)
    {
        var changeOrder = facts.ChangeOrder;
        refusals.Add(Status(facts));
        refusals.Add(CurrencyOf(facts));
        refusals.Add(Key(changeOrder));
        if (changeOrder.Lines.Count > ChangePreview.LinesMax)
        {
            refusals.Add(
                DocumentReasons.TooManyLines,
                Sentence.Of(
                    $"{Name(changeOrder)} has {changeOrder.Lines.Count:#,##0} lines; a change can have at most {ChangePreview.LinesMax:#,##0}. ",
                    $"Divide it into several change orders in Procore."
                )
            );
        }

        AddLines(facts, refusals);
        refusals.Add(Total(changeOrder));
    }

    /// <summary>The change order in a sentence.</summary>
    public static string Name(CommitmentChangeOrder changeOrder) => $"Change order {changeOrder.Number} of commitment {changeOrder.CommitmentNumber}";

    private static Refusal? Status(PreviewFacts facts)
    {
        var changeOrder = facts.ChangeOrder;
        var status = changeOrder.Status;
        if (status == ChangeOrderStatus.Approved || ChangeOrderStatuses.HasNoEffect(status))
        {
            return null;
        }

        if (status != ChangeOrderStatus.PendingBillable || facts.Policy.PendingBillable == PendingBillableRule.Hold)
        {
            return new Refusal(
                DocumentReasons.ProcoreUndecided,
                Sentence.Of(
                    $"{Name(changeOrder)} has the status '{Sentence.Words(status)}'. It must be approved before it can be sent. ",
                    $"Approve or void it in Procore."
                )
            );
        }

        return string.IsNullOrWhiteSpace(facts.Policy.EarlyReason)
            ? new Refusal(
                PurchaseOrderReasons.PolicyMissing,
                Sentence.Of(
                    $"Policy {facts.Policy.Key} sends change orders before their approval and does not give the reason. ",
                    $"Enter the reason in a new version of the policy and ask the controller to sign it."
                )
            )
            : null;
    }

    private static Refusal? CurrencyOf(PreviewFacts facts)
    {
        var code = facts.ChangeOrder.CurrencyCode;
        return !Currency.TryFind(code, out _)
                ? new Refusal(
                    SharedReasons.CurrencyUnknown,
                    Sentence.Of($"{Name(facts.ChangeOrder)} is in {Sentence.Quoted(code)}. Supported currencies are {Currency.Supported}.")
                )
            : code != facts.Order.CurrencyCode
                ? new Refusal(
                    SharedReasons.CurrencyDiffers,
                    Sentence.Of(
                        $"{Name(facts.ChangeOrder)} is in {code}, and purchase order {facts.Order.Number} is in {facts.Order.CurrencyCode}. ",
                        $"Oracle cannot change the currency of a purchase order. Correct the currency in Procore."
                    )
                )
            : null;
    }

    private static Refusal? Key(CommitmentChangeOrder changeOrder) =>
        ChangeOrderKey.Of(changeOrder).ToString().Length <= ChangeOrderKey.DescriptionLengthMax
            ? null
            : new Refusal(
                SharedReasons.InputUnusable,
                Sentence.Of(
                    $"The numbers of {Name(changeOrder)} do not fit the {ChangeOrderKey.DescriptionLengthMax} characters of a change description. ",
                    $"Shorten them in Procore."
                )
            );

    private static void AddLines(PreviewFacts facts, RefusalList refusals)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in facts.ChangeOrder.Lines)
        {
            if (!seen.Add(line.LineId))
            {
                refusals.Add(
                    DocumentReasons.LineRepeated,
                    $"Line {line.LineId} of {Name(facts.ChangeOrder)} appears twice. Remove one.",
                    new InputPlace(line.LineId, "line")
                );
            }

            if (line.Kind == ChangeOrderLineKind.Tax && line.Ordered != 0m)
            {
                refusals.Add(
                    PurchaseOrderReasons.TaxLine,
                    Sentence.Of(
                        $"Line {line.LineId} of {Name(facts.ChangeOrder)} ",
                        $"is tax of {Sentence.Amount(line.Ordered)} {facts.ChangeOrder.CurrencyCode}. ",
                        $"Purchase orders are without tax. Remove the line in Procore and give the tax code on the lines that it belongs to."
                    ),
                    new InputPlace(line.LineId, "tax")
                );
            }

            AddAmount(facts.ChangeOrder, line, refusals);
        }
    }

    private static void AddAmount(CommitmentChangeOrder changeOrder, ChangeOrderLine line, RefusalList refusals)
    {
        if (!AmountLimit.Holds(line.Ordered))
        {
            refusals.Add(
                SharedReasons.AmountTooLarge,
                $"Line {line.LineId} of {Name(changeOrder)} is {Sentence.Amount(line.Ordered)}. "
                    + $"The largest amount is {Sentence.Amount(AmountLimit.Max)}.",
                new InputPlace(line.LineId, "amount")
            );
        }

        if (Currency.TryFind(changeOrder.CurrencyCode, out var currency) && !Rounding.IsInMinorUnits(line.Ordered, currency))
        {
            refusals.Add(
                SharedReasons.AmountTooPrecise,
                $"Line {line.LineId} of {Name(changeOrder)} is {Sentence.Amount(line.Ordered)} {currency}, "
                    + $"which has too many decimals. Correct it in Procore.",
                new InputPlace(line.LineId, "amount")
            );
        }
    }

    private static Refusal? Total(CommitmentChangeOrder changeOrder)
    {
        var total = changeOrder.Lines.Where(line => line.Kind != ChangeOrderLineKind.Tax).Sum(line => line.Ordered);
        return changeOrder.StatedTotal is not { } stated || stated == total
            ? null
            : new Refusal(
                PurchaseOrderReasons.ChangeOrderTotalDiffers,
                Sentence.Of(
                    $"{Name(changeOrder)} states {Sentence.Amount(stated)} {changeOrder.CurrencyCode}, ",
                    $"and its lines total {Sentence.Amount(total)}: ",
                    $"a difference of {Sentence.Amount(stated - total)}. Correct its lines or its markup in Procore."
                )
            );
    }
}
