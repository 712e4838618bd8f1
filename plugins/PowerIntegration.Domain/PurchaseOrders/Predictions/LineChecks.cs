using PowerIntegration.Domain.PurchaseOrders.Orders;
using PowerIntegration.Domain.PurchaseOrders.Policies;
using PowerIntegration.Domain.PurchaseOrders.Reasons;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.PurchaseOrders.Predictions;

/// <summary>What Oracle would not do with one line. It is refused here, so that nothing is half sent.</summary>
internal static class LineChecks
{
    public static void Add(PreviewFacts facts, LineDraft draft, RefusalList refusals)
    {
        var after = draft.After(facts.Order);
        var name = draft.IsNew
            ? Sentence.Of($"A new line for '{after.Description}' on purchase order {facts.Order.Number}")
            : Sentence.Of($"Line {after.Number} of purchase order {facts.Order.Number}");
        refusals.Add(Sign(facts, draft, after, name));
        refusals.Add(Coding(draft, name));
        refusals.Add(Receipts(facts, draft, after, name));
        refusals.Add(Quantity(draft, after, name));
        refusals.Add(Repriced(draft, after, name));
        refusals.Add(BelowBilled(after, name, facts.ChangeOrder.CurrencyCode));
    }

    private static Refusal? Sign(PreviewFacts facts, LineDraft draft, PurchaseOrderLine after, string name)
    {
        var next = facts.Policy.CreditLineType is null
            ? "Have a credit line type set up in Oracle and enter it in the policy, or choose the policy Amend."
            : "Deduct it on a line that has the amount, or as a new line.";
        var isLowSchedule = !after.IsCredit && after.Schedules.Any(schedule => schedule.Amount < 0m);
        return draft.IsNew && after.IsCredit
            ? facts.Policy.CreditLineType is null
                ? Negative(
                    Sentence.Of($"{name} would be {Amount(after, facts)}, and Oracle takes no negative line without a credit line type. {next}")
                )
                : null
            : after.IsCredit && after.Amount > 0m
                ? Negative(Sentence.Of($"{name} is a credit and would become {Amount(after, facts)}. {next}"))
                : !after.IsCredit && (after.Amount < 0m || isLowSchedule)
                    ? Negative(
                        isLowSchedule && after.Amount >= 0m
                            ? Sentence.Of(
                                $"{name} would get a schedule below zero, which Oracle does not take. Choose the policy Amend for deductions."
                            )
                            : Sentence.Of($"{name} would become {Amount(after, facts)}, which is below zero. {next}")
                    )
                    : null;
    }

    private static string Amount(PurchaseOrderLine line, PreviewFacts facts) => Sentence.Amount(line.Amount) + " " + facts.ChangeOrder.CurrencyCode;

    private static Refusal Negative(string sentence) => new(PurchaseOrderReasons.NegativeLine, sentence);

    private static Refusal? Coding(LineDraft draft, string name)
    {
        var other = draft.OnLine.FirstOrDefault(difference => difference.Coding != draft.Coding && !draft.Start.Codings.Contains(difference.Coding));
        return other is null
            ? null
            : new Refusal(
                PurchaseOrderReasons.PolicyCodingDiffers,
                Sentence.Of(
                    $"{name} is coded to {draft.Coding}, and line {other.LineId} of the change order to {other.Coding}. One line cannot have both. ",
                    $"Correct the code in Procore, or choose the policy Append."
                )
            )
            {
                Place = new InputPlace(other.LineId, "code"),
            };
    }

    private static Refusal? Receipts(PreviewFacts facts, LineDraft draft, PurchaseOrderLine after, string name) =>
        facts.Policy.Policy == ChangeOrderPolicy.Schedule
        && facts.Order.IsSubcontract
        && after.Schedules.Count > draft.Start.Schedules.Count
        && after.Schedules.Any(schedule => schedule.MatchesReceipt)
            ? new Refusal(
                PurchaseOrderReasons.ReceiptMatchingSchedule,
                Sentence.Of(
                    $"{name} is paid by receipts, and a subcontract has none, so a new schedule on it could never be paid. ",
                    $"Choose the policy Amend or Append, or change the match level of the line in Oracle."
                )
            )
            : null;

    private static Refusal? Quantity(LineDraft draft, PurchaseOrderLine after, string name) =>
        !draft.IsTouched || QuantityPrice.Agrees(after)
            ? null
            : new Refusal(
                PurchaseOrderReasons.QuantityPriceDiffers,
                Sentence.Of(
                    $"{name} would be {Sentence.Amount(after.Amount)}, which {after.Quantity:0.######} units at {after.Price:0.######} ",
                    $"and the change order do not give. Give quantity and unit cost in Procore, or choose the policy Append."
                )
            );

    private static Refusal? Repriced(LineDraft draft, PurchaseOrderLine after, string name) =>
        draft.IsNew || after.Price == draft.Start.Price || after.Billed == 0m
            ? null
            : new Refusal(
                PurchaseOrderReasons.BilledQuantityRepriced,
                Sentence.Of(
                    $"{name} has {Sentence.Amount(after.Billed)} billed at {draft.Start.Price:0.######} a unit, and the change order would make it ",
                    $"{after.Price:0.######}. Oracle does not re-price what was billed. Order the difference as a new line: choose the policy Append."
                )
            );

    private static Refusal? BelowBilled(PurchaseOrderLine after, string name, string currencyCode)
    {
        var missing = after.IsCredit ? after.Amount - after.Billed : after.Billed - after.Amount;
        return missing <= 0m
            ? null
            : new Refusal(
                PurchaseOrderReasons.BelowBilled,
                Sentence.Of(
                    $"{name} would become {Sentence.Amount(after.Amount)} {currencyCode} with {Sentence.Amount(after.Billed)} billed on it: ",
                    $"{Sentence.Amount(missing)} too much. Bill the credit on the next application; the change order follows it."
                )
            )
            {
                Place = new InputPlace(after.CommitmentLineId, "amount") { Accepted = after.Billed },
            };
    }
}
