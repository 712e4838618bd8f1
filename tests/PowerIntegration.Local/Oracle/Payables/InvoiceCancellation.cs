using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle.Payables;

/// <summary>The action <c>cancelInvoice</c>: an unpaid invoice comes to nothing and gives back what it billed; its number stays taken.</summary>
internal sealed class InvoiceCancellation(PayablesBook book, AccountingPeriods periods, TimeProvider clock)
{
    public void Cancel(JsonObject invoice, string userName)
    {
        if (WhyNot(invoice) is { } reason)
        {
            throw RequestRefusedException.BadRequest(reason);
        }

        var now = Row.Timestamp(clock.GetUtcNow());
        var open = book.HoldsOf(InvoiceIdentity.Of(invoice)).Where(InvoiceHolds.IsOpen);
        book.Commit(
            Canceled(invoice, userName, now),
            [.. open.Select(hold => InvoiceHolds.Released(hold, AssumedFacts.Canceled, AssumedFacts.Canceled, userName, now))]
        );
    }

    private static JsonObject Canceled(JsonObject invoice, string userName, string now)
    {
        var canceled = invoice.Copy();
        canceled["CanceledFlag"] = true;
        canceled["CanceledDate"] = now[.."yyyy-MM-dd".Length];
        canceled["CanceledBy"] = userName;
        canceled["ValidationStatus"] = InvoiceStatus.Of(canceled, openHolds: 0);
        canceled["InvoiceAmount"] = Row.Of(0m);
        foreach (var line in canceled.Rows("invoiceLines"))
        {
            line["CanceledFlag"] = true;
            line["LineAmount"] = Row.Of(0m);
            line["LastUpdateDate"] = now;
            line.Touch();
        }

        InvoiceStatus.Stamp(canceled, userName, now);
        return canceled;
    }

    // The first reason counts.
    private string? WhyNot(JsonObject invoice)
    {
        if (invoice.Flag("CanceledFlag"))
        {
            return AssumedFacts.CanceledAlreadyText(InvoiceIdentity.Of(invoice).ToString());
        }

        if (invoice.Number("AmountPaid") != 0m)
        {
            return AssumedFacts.CancelPaidText(InvoiceIdentity.Of(invoice).ToString(), invoice.Text("PaidStatus")!);
        }

        return WhyNotAccounted(invoice) ?? WhyNotUnbilled(invoice);
    }

    private string? WhyNotAccounted(JsonObject invoice)
    {
        if (!AssumedFacts.CancelNeedsThePeriodsOfTheInvoice)
        {
            return null;
        }

        var dates = invoice.Rows("invoiceLines").Select(line => line.Text("AccountingDate")!).Prepend(invoice.Text("AccountingDate")!);
        return dates.Distinct().Select(date => periods.Refusal(invoice.Text("BusinessUnit")!, date)).FirstOrDefault(refusal => refusal is not null);
    }

    private string? WhyNotUnbilled(JsonObject invoice)
    {
        if (!AssumedFacts.BilledAmountMayNotFallBelowZero)
        {
            return null;
        }

        foreach (
            var group in invoice.Rows("invoiceLines").Where(line => ScheduleKey.Of(line) is not null).GroupBy(line => ScheduleKey.Of(line)!.Value)
        )
        {
            var after = book.BilledOn(group.Key) - group.Sum(line => line.Number("LineAmount")!.Value);
            if (after < 0m)
            {
                return AssumedFacts.BilledBelowZeroText(group.Key.ToString(), after);
            }
        }

        return null;
    }
}
