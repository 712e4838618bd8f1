using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.PayWhenPaid;

/// <summary>What to do about the payment of the posted invoices of one contract on one day.</summary>
public sealed record PaymentHoldReview
{
    /// <summary>Most invoices of one review.</summary>
    public const int InvoicesMax = 500;

    private PaymentHoldReview() { }

    /// <summary>Why nothing can be said; null where something can.</summary>
    public Refusal? Refusal { get; private init; }

    /// <summary>What the clause is worth; null where nothing can be said.</summary>
    public ClauseReading? Clause { get; private init; }

    /// <summary>One for each invoice, in their order; empty where nothing can be said.</summary>
    public IReadOnlyList<InvoiceInstruction> Instructions { get; private init; } = [];

    /// <summary>What a person should know.</summary>
    public IReadOnlyList<string> Warnings { get; private init; } = [];

    /// <summary>Reviews the invoices of a contract.</summary>
    /// <param name="terms">The contract's terms of payment.</param>
    /// <param name="facts">What is known of the contract.</param>
    /// <param name="rules">Active rules of the place and its country.</param>
    /// <param name="invoices">The invoices.</param>
    /// <param name="today">The day.</param>
    public static PaymentHoldReview Of(
        PaymentTerms terms,
        JurisdictionFacts facts,
        IReadOnlyList<JurisdictionRule> rules,
        IReadOnlyList<PayableInvoice> invoices,
        CalendarDate today
    )
    {
        var found = new RefusalList();
        found.Add(Unusable(facts, invoices));
        found.Add(RuleOverlap.Of(rules));
        var reading = ClauseReading.Of(terms, facts, rules);
        found.Add(reading.Refusal);
        return found.First() is { } refusal
            ? new PaymentHoldReview { Refusal = refusal, Warnings = reading.Warnings }
            : new PaymentHoldReview
            {
                Clause = reading,
                Instructions = [.. invoices.Select(invoice => new InvoiceInstruction(invoice, PaymentInstructions.Of(reading, invoice, today)))],
                Warnings = reading.Warnings,
            };
    }

    private static IEnumerable<Refusal> Unusable(JurisdictionFacts facts, IReadOnlyList<PayableInvoice> invoices)
    {
        if (invoices.Count is 0 or > InvoicesMax)
        {
            yield return Bad(facts.Contract, Sentence.Of($"{invoices.Count} invoices are named; name 1 to {InvoicesMax}"));
        }

        foreach (var twice in invoices.GroupBy(invoice => invoice.Name, StringComparer.Ordinal).Where(alike => alike.Count() > 1))
        {
            yield return Bad(facts.Contract, $"invoice {Sentence.Quoted(twice.Key)} is named twice; name it once");
        }

        foreach (var invoice in invoices)
        {
            if (invoice.Currency != facts.Currency)
            {
                yield return Bad(
                    invoice.Name,
                    $"it is in {Sentence.Quoted(invoice.Currency.Code)}, the contract in {Sentence.Quoted(facts.Currency.Code)}; name one currency"
                );
            }

            if (invoice.Amount > 0m && (invoice.Released < 0m || invoice.Released > invoice.Amount))
            {
                yield return Bad(
                    invoice.Name,
                    $"{Sentence.Amount(invoice.Released)} was released of {Sentence.Amount(invoice.Amount)}; correct what was released"
                );
            }

            foreach (var receipt in invoice.Receipts.Where(receipt => receipt.Amount <= 0m))
            {
                yield return Bad(
                    invoice.Name,
                    $"the owner's receipt of {receipt.ReceivedOn} is {Sentence.Amount(receipt.Amount)}; a receipt is above zero"
                );
            }
        }
    }

    private static Refusal Bad(string name, string what) => new(SharedReasons.InputUnusable, $"{name}: {what}.");
}
