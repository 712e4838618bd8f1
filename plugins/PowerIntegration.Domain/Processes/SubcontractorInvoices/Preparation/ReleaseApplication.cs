using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>A release of retainage that someone here decided: no line is billed, gross does not move.</summary>
internal static class ReleaseApplication
{
    /// <summary>What the release does not say and must.</summary>
    public static IEnumerable<Refusal> Complete(PreparationFacts facts)
    {
        if (facts.Source.PeriodEnd is null)
        {
            yield return Missing(facts, "period end");
        }

        if (facts.Source.BillingDate is null)
        {
            yield return Missing(facts, "billing date");
        }

        if (facts.Decisions.Release is null)
        {
            yield return new Refusal(
                BillingReasons.ReleaseUnusable,
                $"{SourceNames.Of(facts.Source)} does not say what is released. "
                    + "Enter a total, the amount that stays held, everything, or amounts by line."
            );
        }

        if (facts.Decisions.Tax is { } tax && tax < 0m)
        {
            yield return new Refusal(
                BillingReasons.ReleaseUnusable,
                $"{SourceNames.Of(facts.Source)} has tax of {Sentence.Amount(tax)}. A release pays tax or none; enter 0.00 or more."
            );
        }
    }

    /// <summary>The release as the engine takes it: it carries the number of the last posted application.</summary>
    public static Application Of(PreparationFacts facts) =>
        new()
        {
            RecordId = facts.Document.ProcoreId,
            Revision = facts.Document.Revision,
            Number = facts.Ledger.LastPostedNumber,
            PeriodEnd = facts.Source.PeriodEnd,
            Currency = facts.Source.Currency,
            Status = ApplicationStatus.Approved,
            Release = facts.Decisions.Release,
            Deductions = facts.Decisions.Deductions,
        };

    private static Refusal Missing(PreparationFacts facts, string field) =>
        new(DocumentReasons.DateMissing, $"{SourceNames.Of(facts.Source)} has no {field}. Enter it.");
}
