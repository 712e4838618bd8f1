using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle.Payables;

/// <summary>Pays invoices, as a person or a payment process does on the pod. No REST resource of the simulator does it.</summary>
internal sealed class InvoicePayments(PayablesBook book, AccountingPeriods periods, TimeProvider clock)
{
    /// <summary>Pays all of a payment or nothing of it.</summary>
    /// <exception cref="InvalidOperationException">Oracle would not pay; the message says why.</exception>
    public void Pay(OraclePayment payment)
    {
        if (periods.Refusal(payment.BusinessUnit, payment.PaidOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) is { } closed)
        {
            throw new InvalidOperationException(closed);
        }

        var paid = payment.Invoices.Select(entry => Paid(Invoice(payment, entry), entry.Amount)).ToList();
        CheckTogether(paid.ConvertAll(entry => entry.Invoice), paid.Sum(entry => entry.Amount));
        book.Commit(paid.ConvertAll(entry => entry.Invoice), []);
    }

    private JsonObject Invoice(OraclePayment payment, OraclePaidInvoice entry)
    {
        var identity = new InvoiceIdentity(entry.InvoiceNumber, payment.Supplier, payment.BusinessUnit);
        return book.Find(identity) ?? throw new InvalidOperationException($"The {identity} doesn't exist.");
    }

    private (JsonObject Invoice, decimal Amount) Paid(JsonObject invoice, decimal? wanted)
    {
        var unpaid = invoice.Number("InvoiceAmount")!.Value - invoice.Number("AmountPaid")!.Value;
        var amount = wanted ?? unpaid;
        if ((WhyNot(invoice) ?? WhyNotAmount(invoice, amount, unpaid)) is { } reason)
        {
            throw new InvalidOperationException(reason);
        }

        var paid = invoice.Copy();
        paid["AmountPaid"] = Row.Of(invoice.Number("AmountPaid")!.Value + amount);
        paid["PaidStatus"] = amount == unpaid ? AssumedFacts.Paid : AssumedFacts.PartiallyPaid;
        if (AssumedFacts.PaymentMovesLastUpdateOfInvoice)
        {
            paid["LastUpdateDate"] = Row.Timestamp(clock.GetUtcNow());
        }

        paid.Touch();
        return (paid, amount);
    }

    // The documented reasons why an invoice can't be selected for payment; the first counts.
    private string? WhyNot(JsonObject invoice)
    {
        var name = $"The {InvoiceIdentity.Of(invoice)}";
        if (invoice.Flag("CanceledFlag"))
        {
            return $"{name} is canceled and can't be paid.";
        }

        if (invoice.Text("PaidStatus") == AssumedFacts.Paid)
        {
            return $"{name} is fully paid.";
        }

        if (book.HoldsOf(InvoiceIdentity.Of(invoice)).FirstOrDefault(InvoiceHolds.IsOpen) is { } hold)
        {
            return $"{name} has the hold {hold.Text("HoldName")} and can't be paid. Release the hold.";
        }

        if (invoice.Text("ValidationStatus") != AssumedFacts.Validated)
        {
            return $"{name} has the validation status {invoice.Text("ValidationStatus")} and can't be paid. Validate it.";
        }

        return AssumedFacts.ApprovalsThatAllowPayment.Contains(invoice.Text("ApprovalStatus")!)
            ? null
            : $"{name} has the approval status {invoice.Text("ApprovalStatus")} and can't be paid.";
    }

    private static string? WhyNotAmount(JsonObject invoice, decimal amount, decimal unpaid)
    {
        var isPart = amount != 0m && Math.Sign(amount) == Math.Sign(unpaid) && Math.Abs(amount) <= Math.Abs(unpaid);
        return isPart && decimal.Round(amount, AssumedFacts.CurrencyDigits) == amount
            ? null
            : $"The payment amount {amount} isn't valid for the {InvoiceIdentity.Of(invoice)}, of which {unpaid} is unpaid.";
    }

    private static void CheckTogether(IReadOnlyList<JsonObject> invoices, decimal total)
    {
        if (invoices.Count == 0 || invoices.DistinctBy(InvoiceIdentity.Of).Count() != invoices.Count)
        {
            throw new InvalidOperationException("A payment needs invoices, each of them once.");
        }

        if (invoices.DistinctBy(invoice => (invoice.Text("SupplierSite"), invoice.Text("PaymentCurrency"))).Count() > 1)
        {
            throw new InvalidOperationException("The invoices of a payment must have one supplier site and one payment currency.");
        }

        if (AssumedFacts.PaymentMayNotBeNegative && total < 0m)
        {
            throw new InvalidOperationException($"The payment would come to {total}. Pay a memo together with invoices that it lowers.");
        }
    }
}
