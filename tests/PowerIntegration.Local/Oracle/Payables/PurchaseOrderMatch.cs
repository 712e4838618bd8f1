using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle.Payables;

/// <summary>Matching of an invoice line to a purchase order schedule.</summary>
internal sealed class PurchaseOrderMatch(OracleSeed seed, PayablesBook book)
{
    private static readonly string[] Attributes = ["PurchaseOrderNumber", "PurchaseOrderLineNumber", "PurchaseOrderScheduleLineNumber"];

    /// <summary>Whether a line asks to be matched.</summary>
    public static bool IsMatched(JsonObject line) => Attributes.Any(attribute => line[attribute] is not null);

    public void Check(JsonObject invoice, JsonObject line, string path, List<Problem> problems)
    {
        if (ScheduleKey.Of(line) is not { } key)
        {
            var missing = Attributes.First(attribute => line[attribute] is null);
            problems.Add(new Problem($"A line matched to a purchase order needs the attribute {missing}.", $"{path}/{missing}"));
        }
        else if (WhyNot(invoice, key) is { } reason)
        {
            problems.Add(new Problem(reason, path + "/PurchaseOrderNumber"));
        }

        if (AssumedFacts.MatchedLineRefusesProjectInformation && line.Rows("invoiceLineProjectDff").Any())
        {
            problems.Add(
                new Problem(
                    "A line matched to a purchase order takes its project information from the purchase order's distribution.",
                    path + "/invoiceLineProjectDff"
                )
            );
        }
    }

    /// <summary>A correction may not bill less than nothing on a schedule.</summary>
    public void CheckBilledAmounts(IEnumerable<JsonObject> lines, List<Problem> problems)
    {
        if (!AssumedFacts.BilledAmountMayNotFallBelowZero)
        {
            return;
        }

        foreach (var group in lines.Where(line => ScheduleKey.Of(line) is not null).GroupBy(line => ScheduleKey.Of(line)!.Value))
        {
            var after = book.BilledOn(group.Key) + group.Sum(line => line.Number("LineAmount")!.Value);
            if (after < 0m)
            {
                problems.Add(new Problem(AssumedFacts.BilledBelowZeroText(group.Key.ToString(), after), "/invoiceLines"));
            }
        }
    }

    /// <summary>The schedule with the line it belongs to, or null.</summary>
    public JsonObject? Schedule(ScheduleKey key) => Line(key) is { } line ? Numbered(line, "schedules", "ScheduleNumber", key.ScheduleNumber) : null;

    public JsonObject? Line(ScheduleKey key) =>
        seed.PurchaseOrder(key.OrderNumber) is { } order ? Numbered(order, "lines", "LineNumber", key.LineNumber) : null;

    private string? WhyNot(JsonObject invoice, ScheduleKey key)
    {
        if (seed.PurchaseOrder(key.OrderNumber) is not { } order)
        {
            return $"The purchase order {key.OrderNumber} doesn't exist.";
        }

        if (order.Text("Supplier") != invoice.Text("Supplier"))
        {
            return $"The purchase order {key.OrderNumber} belongs to the supplier {order.Text("Supplier")}, not to {invoice.Text("Supplier")}.";
        }

        if (order.Text("CurrencyCode") != invoice.Text("InvoiceCurrency"))
        {
            return $"The purchase order {key.OrderNumber} is in {order.Text("CurrencyCode")}, the invoice in {invoice.Text("InvoiceCurrency")}.";
        }

        if (Line(key) is not { } line)
        {
            return $"The purchase order {key.OrderNumber} has no line {key.LineNumber}.";
        }

        if (Schedule(key) is not { } schedule)
        {
            return $"Line {key.LineNumber} of the purchase order {key.OrderNumber} has no schedule {key.ScheduleNumber}.";
        }

        JsonObject[] levels = [order, line, schedule];
        return
            levels
                .Select(level => level.Text("StatusCode"))
                .FirstOrDefault(status => status is not null && status != AssumedFacts.MatchableStatusCode)
                is { } closed
            ? $"The {key} can't be invoiced because its status is {closed}."
            : null;
    }

    private static JsonObject? Numbered(JsonObject parent, string child, string attribute, decimal number) =>
        parent.Rows(child).FirstOrDefault(row => row.Number(attribute) == number);
}
