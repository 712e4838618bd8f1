using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Law.Reasons;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>Decides whether what is billed waits for the owner's payment, and under which hold. Posting never waits.</summary>
internal static class PaymentHolds
{
    /// <summary>The hold; null where nothing waits, or where something was refused.</summary>
    /// <param name="facts">What is decided from.</param>
    /// <param name="read">The clause under the law of the place; null where the contract has no clause or names no place.</param>
    /// <param name="amounts">What each document pays; negative where it credits.</param>
    /// <param name="refusals">Takes what stops the document.</param>
    /// <param name="warnings">Takes what a person should know.</param>
    public static PaymentHold? Of(
        PreparationFacts facts,
        ClauseReading? read,
        IReadOnlyCollection<decimal> amounts,
        RefusalList refusals,
        List<string> warnings
    )
    {
        var commitment = facts.Commitment;
        if (
            facts.Document.Type == DocumentKind.OwnerInvoice
            || commitment.PaymentClause is not { } clause
            || clause.Clause == PaymentClause.None
            || !amounts.Any(amount => amount != 0m)
        )
        {
            return null;
        }

        // A credit pays nothing out, so nothing of it waits and nothing stops it; the hold is for what may reverse it later.
        var asked = amounts.Any(amount => amount > 0m) ? refusals : new RefusalList();
        var told = amounts.Any(amount => amount > 0m) ? warnings : [];

        var contract = Sentence.Of($"Commitment {commitment.Number}");
        var reading = read ?? ClauseReading.AsWritten(clause, contract);
        if (read is null)
        {
            told.Add($"{contract}: its terms name no place, so its payment clause applies as written. Ask the controller to enter the place.");
        }

        if (reading.Refusal is { } unreadable)
        {
            asked.Add(unreadable);
            return null;
        }

        if (reading.Clause == PaymentClause.None)
        {
            return null;
        }

        if (Given(facts.Payables.HoldName) is not { } hold || Given(facts.Payables.HoldReleaseName) is not { } release)
        {
            asked.Add(
                LawReasons.PaymentHoldMissing,
                $"{contract} makes payment wait for the owner's payment, but the Payables setup of {facts.Payables.BusinessUnit} has no "
                    + "payment hold name or payment hold release name. Ask the integration administrator to enter both. "
                    + "The hold must exist in Oracle and allow accounting."
            );
            return null;
        }

        var until = reading.OutsideDays is { } days ? facts.Source.BillingDate?.AddDays(days) : null;
        return new PaymentHold
        {
            HoldName = hold,
            ReleaseName = release,
            Reason = Sentence.Fit(
                until is { } day
                    ? Sentence.Of($"{contract}: payment waits for the owner's payment, until {day} at the latest.")
                    : $"{contract}: payment waits for the owner's payment.",
                PaymentHold.ReasonMax
            ),
            Until = until,
            Basis = until is null ? null : reading.OutsideBasis,
            PassThroughDays = reading.PassThroughDays!.Value,
            RuleKey = reading.RuleKey,
        };
    }

    private static string? Given(string? name) => string.IsNullOrWhiteSpace(name) ? null : name!.Trim();
}
