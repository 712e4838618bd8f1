using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle.Payables;

/// <summary>
/// Which sign a line may have on which type of invoice, as the business unit is set up. A line that only names an account may have either.
/// </summary>
internal sealed class LineSignRules(PayablesSetup setup)
{
    public void Check(JsonObject invoice, JsonObject line, string path, List<Problem> problems)
    {
        var (type, amount, unit) = (invoice.Text("InvoiceType"), line.Number("LineAmount")!.Value, invoice.Text("BusinessUnit")!);
        if (!CarriesCost(line) || amount == 0m)
        {
            return;
        }

        if (!InvoiceTypes.IsMemo(type) && amount < 0m && !setup.StandardInvoiceTakesNegativeLines(unit))
        {
            problems.Add(NotValid(type, amount, path, "Lines with a negative amount need their own credit memo."));
        }
        else if (InvoiceTypes.IsMemo(type) && amount > 0m && !setup.MemoTakesPositiveLines(unit))
        {
            problems.Add(NotValid(type, amount, path, "Lines that bill need a standard invoice of their own."));
        }
    }

    private static bool CarriesCost(JsonObject line) =>
        PurchaseOrderMatch.IsMatched(line) || line["invoiceLineProjectDff"] is JsonArray { Count: > 0 };

    private static Problem NotValid(string? type, decimal amount, string path, string remedy) =>
        new($"The line amount {amount} isn't valid for the invoice type {type}. {remedy}", path + "/LineAmount");
}
