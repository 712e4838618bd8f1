using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.PayWhenPaid;

/// <summary>Decides whether an invoice may be paid. It holds and releases payment; posting is never held.</summary>
public static class PaymentInstructions
{
    /// <summary>Decides for one invoice on one day.</summary>
    /// <param name="reading">What the contract's clause is worth.</param>
    /// <param name="invoice">The invoice.</param>
    /// <param name="today">The day.</param>
    public static PaymentInstruction Of(ClauseReading reading, PayableInvoice invoice, CalendarDate today)
    {
        Invariant.Require(
            invoice.Amount <= 0m || (invoice.Released >= 0m && invoice.Released <= invoice.Amount),
            "What was released is a part of the invoice."
        );
        if (reading.Refusal is not null)
        {
            return new PaymentInstruction.Stopped(reading.Refusal);
        }

        if (!invoice.IsPosted)
        {
            return new PaymentInstruction.AfterPosting(
                $"{invoice.Name} is not posted. It posts on time; whether payment waits is decided after it is validated."
            );
        }

        if (reading.HasInsolvencyException && invoice.IsOwnerInsolvent)
        {
            return new PaymentInstruction.Decide(
                $"{invoice.Name}: the owner is recorded as insolvent, and the law of the place then lets the clause stand as written. "
                    + $"Decide with counsel whether {Rest(invoice)} may wait."
            );
        }

        return reading.Clause == PaymentClause.None || invoice.Amount <= 0m
            ? Release(invoice, invoice.DueDate, "no clause makes it wait")
            : Waiting(reading, invoice, today);
    }

    private static PaymentInstruction Waiting(ClauseReading reading, PayableInvoice invoice, CalendarDate today)
    {
        CalendarDate? outside = reading.OutsideDays is { } days ? invoice.InvoiceDate.AddDays(days) : null;
        var receipts = invoice
            .Receipts.Select(receipt => receipt with { ReceivedOn = receipt.ReceivedOn.AddDays(reading.PassThroughDays!.Value) })
            .OrderBy(receipt => receipt.ReceivedOn)
            .ToList();
        var due = receipts.Where(receipt => receipt.ReceivedOn <= today).ToList();
        var covered = Math.Min(invoice.Amount, due.Sum(receipt => receipt.Amount));
        if (covered == invoice.Amount)
        {
            return Release(invoice, FirstDayCovering(receipts, invoice), "the owner has paid for it");
        }

        if (outside is { } last && last <= today)
        {
            return Release(invoice, last, "its outside date is reached");
        }

        var next = receipts.Select(receipt => (CalendarDate?)receipt.ReceivedOn).FirstOrDefault(day => day > today);
        var until = Earlier(next, outside);
        return covered > invoice.Released
            ? Part(invoice, covered - invoice.Released, due[due.Count - 1].ReceivedOn)
            : new PaymentInstruction.Hold(
                invoice.HoldName,
                invoice.Amount - invoice.Released,
                until,
                $"{invoice.Name}: {Rest(invoice)} waits under hold {invoice.HoldName} {Until(until)}.{Lien(reading)}"
            );
    }

    private static PaymentInstruction Part(PayableInvoice invoice, decimal now, CalendarDate due)
    {
        var blocked = invoice.Amount - invoice.Released - now;
        Residual.RequireZero(invoice.Amount, [invoice.Released, now, blocked], "Released, due and blocked are the invoice.");
        var figures =
            $"{invoice.Name} of {Amount(invoice.Amount, invoice)}: {Amount(now, invoice)} is due on {due} because the owner paid in "
            + $"part, {Amount(invoice.Released, invoice)} was released before, {Amount(blocked, invoice)} stays blocked";
        return invoice.CanSplit
            ? new PaymentInstruction.ReleasePart(invoice.HoldName, now, blocked, due, figures + $" under hold {invoice.HoldName}.")
            : new PaymentInstruction.PayablesTask(
                invoice.HoldName,
                now,
                blocked,
                due,
                figures + $". Oracle cannot split it: hold {invoice.HoldName} stays, pay the part by hand and record it."
            );
    }

    private static PaymentInstruction.Release Release(PayableInvoice invoice, CalendarDate due, string why) =>
        new(
            invoice.HoldName,
            invoice.Amount - invoice.Released,
            due,
            $"{invoice.Name}: {Rest(invoice)} is due on {due}; {why}. Release hold {invoice.HoldName} if it is there."
        );

    private static CalendarDate FirstDayCovering(IEnumerable<OwnerReceipt> receipts, PayableInvoice invoice)
    {
        var sum = 0m;
        return receipts.First(receipt => (sum += receipt.Amount) >= invoice.Amount).ReceivedOn;
    }

    private static CalendarDate? Earlier(CalendarDate? left, CalendarDate? right) =>
        left is { } one && right is { } other ? (one < other ? one : other) : left ?? right;

    private static string Until(CalendarDate? until) => until is { } day ? $"until {day} at the latest" : "until the owner pays";

    private static string Lien(ClauseReading reading) =>
        reading.IsLienKept ? " The supplier keeps its lien and bond claims; the debt is not extinguished." : "";

    private static string Rest(PayableInvoice invoice) => Amount(invoice.Amount - invoice.Released, invoice);

    private static string Amount(decimal amount, PayableInvoice invoice) => new Money(amount, invoice.Currency).ToString();
}
