using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.PayWhenPaid;

/// <summary>Payment instructions for the posted invoices of one commitment on one day.</summary>
public sealed record PaymentHoldReview
{
    /// <summary>The most invoices in one review.</summary>
    public const int InvoicesMax = 500;

    private PaymentHoldReview() { }

    /// <summary>Why there are no instructions; null where there are.</summary>
    public Refusal? Refusal { get; private init; }

    /// <summary>The effect of the clause; null where there are no instructions.</summary>
    public ClauseReading? Clause { get; private init; }

    /// <summary>One for each invoice, in order; empty where there are none.</summary>
    public IReadOnlyList<InvoiceInstruction> Instructions { get; private init; } = [];

    /// <summary>What a person should know.</summary>
    public IReadOnlyList<string> Warnings { get; private init; } = [];

    /// <summary>Reviews the invoices of a commitment.</summary>
    /// <param name="terms">The payment terms.</param>
    /// <param name="facts">The facts of the commitment.</param>
    /// <param name="rules">Active rules of the jurisdiction and its country.</param>
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
        found.Add(Unusable(facts.Contract, facts.Currency, invoices));
        found.Add(RuleOverlap.Of(rules));
        return Of(ClauseReading.Of(terms, facts, rules), found, invoices, today);
    }

    /// <summary>Reviews the invoices of a commitment whose terms name no place: its clause applies as written.</summary>
    /// <param name="terms">The payment terms.</param>
    /// <param name="contract">How sentences name the contract.</param>
    /// <param name="currency">Its currency.</param>
    /// <param name="invoices">The invoices.</param>
    /// <param name="today">The day.</param>
    public static PaymentHoldReview Of(
        PaymentTerms terms,
        string contract,
        Currency currency,
        IReadOnlyList<PayableInvoice> invoices,
        CalendarDate today
    )
    {
        var found = new RefusalList();
        found.Add(Unusable(contract, currency, invoices));
        return Of(ClauseReading.AsWritten(terms, contract), found, invoices, today);
    }

    private static PaymentHoldReview Of(ClauseReading reading, RefusalList found, IReadOnlyList<PayableInvoice> invoices, CalendarDate today)
    {
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

    private static IEnumerable<Refusal> Unusable(string contract, Currency currency, IReadOnlyList<PayableInvoice> invoices)
    {
        if (invoices.Count is 0 or > InvoicesMax)
        {
            yield return Bad(contract, Sentence.Of($"the request has {Sentence.Count(invoices.Count, "invoice")}. List 1 to {InvoicesMax}"));
        }

        foreach (var twice in invoices.GroupBy(invoice => invoice.Name, StringComparer.Ordinal).Where(alike => alike.Count() > 1))
        {
            yield return Bad(contract, $"invoice {Sentence.Quoted(twice.Key)} appears twice. Remove one");
        }

        foreach (var invoice in invoices)
        {
            if (invoice.Currency != currency)
            {
                yield return Bad(
                    invoice.Name,
                    $"the invoice is in {Sentence.Quoted(invoice.Currency.Code)}, but the commitment is in "
                        + $"{Sentence.Quoted(currency.Code)}. Use one currency"
                );
            }

            if (invoice.Amount > 0m && (invoice.Released < 0m || invoice.Released > invoice.Amount))
            {
                yield return Bad(
                    invoice.Name,
                    $"the released amount is {new Money(invoice.Released, currency)}, but the invoice is "
                        + $"{new Money(invoice.Amount, currency)}. "
                        + "Correct the released amount"
                );
            }

            foreach (var receipt in invoice.Receipts.Where(receipt => receipt.Amount <= 0m))
            {
                yield return Bad(
                    invoice.Name,
                    $"the owner's receipt of {receipt.ReceivedOn} is {new Money(receipt.Amount, currency)}. Enter an amount above zero"
                );
            }
        }
    }

    private static Refusal Bad(string name, string what) => new(SharedReasons.InputUnusable, $"{name}: {what}.");
}
