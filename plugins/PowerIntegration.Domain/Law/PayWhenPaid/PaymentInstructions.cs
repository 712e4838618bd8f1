using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Law.PayWhenPaid;

/// <summary>Decides whether an invoice may be paid. It holds and releases payment; posting is never held.</summary>
public static class PaymentInstructions
{
    /// <summary>Decides for one invoice on one day.</summary>
    /// <param name="reading">The effect of the payment clause.</param>
    /// <param name="invoice">The invoice.</param>
    /// <param name="today">The day.</param>
    public static PaymentInstruction Of(ClauseReading reading, PayableInvoice invoice, CalendarDate today)
    {
        Invariant.Require(
            invoice.Amount <= 0m || (invoice.Released >= 0m && invoice.Released <= invoice.Amount),
            "The released amount is part of the invoice."
        );
        if (reading.Refusal is not null)
        {
            return new PaymentInstruction.Stopped(reading.Refusal);
        }

        if (!invoice.IsPosted)
        {
            return new PaymentInstruction.AfterPosting(
                $"{invoice.Name} is not posted yet. Review its payment again after it is posted and validated."
            );
        }

        if (reading.HasInsolvencyException && invoice.IsOwnerInsolvent)
        {
            return new PaymentInstruction.Decide(
                $"{invoice.Name}: the owner is recorded as insolvent, and local law then enforces the clause as written. "
                    + $"Ask counsel whether {Rest(invoice)} may wait."
            );
        }

        return reading.Clause == PaymentClause.None || invoice.Amount <= 0m
            ? Release(invoice, invoice.DueDate, "no payment clause applies")
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
            return Release(invoice, last, "its outside date has been reached");
        }

        var next = receipts.Select(receipt => (CalendarDate?)receipt.ReceivedOn).FirstOrDefault(day => day > today);
        var until = Earlier(next, outside);
        return covered > invoice.Released
            ? Part(invoice, covered - invoice.Released, due[due.Count - 1].ReceivedOn)
            : new PaymentInstruction.Hold(
                invoice.HoldName,
                invoice.Amount - invoice.Released,
                until,
                $"{invoice.Name}: keep {Rest(invoice)} on hold {invoice.HoldName} {Until(until)}.{Lien(reading)}"
            );
    }

    private static PaymentInstruction Part(PayableInvoice invoice, decimal now, CalendarDate due)
    {
        var blocked = invoice.Amount - invoice.Released - now;
        Residual.RequireZero(invoice.Amount, [invoice.Released, now, blocked], "Released, due and blocked amounts add up to the invoice.");
        var figures =
            $"{invoice.Name} is {Amount(invoice.Amount, invoice)}: {Amount(now, invoice)} is due on {due} because the owner paid part of "
            + $"it, {Amount(invoice.Released, invoice)} was released earlier, and {Amount(blocked, invoice)} remains";
        return invoice.CanSplit
            ? new PaymentInstruction.ReleasePart(
                invoice.HoldName,
                now,
                blocked,
                due,
                figures + $" on hold {invoice.HoldName}. Release the amount due."
            )
            : new PaymentInstruction.PayablesTask(
                invoice.HoldName,
                now,
                blocked,
                due,
                figures
                    + $" on hold {invoice.HoldName}. Oracle cannot split the invoice: keep the hold, pay the amount due manually, "
                    + "and record it."
            );
    }

    private static PaymentInstruction.Release Release(PayableInvoice invoice, CalendarDate due, string why) =>
        new(
            invoice.HoldName,
            invoice.Amount - invoice.Released,
            due,
            $"{invoice.Name}: {Rest(invoice)} is due on {due} because {why}."
                + (invoice.HoldName.Length > 0 ? $" Release hold {invoice.HoldName} if it is on the invoice." : "")
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
        reading.IsLienKept ? " The vendor keeps its lien and bond claims, and the debt remains." : "";

    private static string Rest(PayableInvoice invoice) => Amount(invoice.Amount - invoice.Released, invoice);

    private static string Amount(decimal amount, PayableInvoice invoice) => new Money(amount, invoice.Currency).ToString();
}
