using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Oracle;

/// <summary>Writes the frozen invoice in Oracle's words. Everything in it is covered by the payload hash.</summary>
internal static class InvoicePayload
{
    /// <summary>Longest description Oracle takes, on the header and on a line.</summary>
    public const int DescriptionMax = 240;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON body of <c>POST /invoices</c>.</summary>
    public static string Of(PreparedInvoice prepared)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            WriteHeader(writer, prepared);
            writer.WriteStartArray("invoiceLines");
            foreach (var line in prepared.Lines.Where(line => line.IsSent).OrderBy(line => line.OracleLineNumber)) WriteLine(writer, line);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteHeader(Utf8JsonWriter writer, PreparedInvoice prepared)
    {
        writer.WriteString("InvoiceNumber", prepared.InvoiceNumber);
        writer.WriteString("InvoiceCurrency", prepared.Currency);
        writer.WriteNumber("InvoiceAmount", prepared.PayableAmount);
        writer.WriteString("InvoiceDate", prepared.InvoiceDate.ToString());
        writer.WriteString("AccountingDate", prepared.AccountingDate.ToString());
        writer.WriteString("BusinessUnit", prepared.BusinessUnit);
        writer.WriteString("Supplier", prepared.SupplierName);
        writer.WriteString("SupplierSite", prepared.SupplierSite);
        writer.WriteString("InvoiceSource", prepared.InvoiceSource);
        writer.WriteString("PaymentTerms", prepared.PaymentTerms);
        writer.WriteString("Description", Shortened($"Subcontractor invoice {prepared.InvoiceNumber}, work to {prepared.ExpenditureItemDate}"));
    }

    // A matched line names its purchase order line and no project: the coding is the purchase order's. Retainage names an account.
    private static void WriteLine(Utf8JsonWriter writer, PreparedLine line)
    {
        writer.WriteStartObject();
        writer.WriteNumber("LineNumber", line.OracleLineNumber!.Value);
        writer.WriteString("LineType", "Item");
        writer.WriteNumber("LineAmount", line.Amount);
        if (!string.IsNullOrEmpty(line.Description)) writer.WriteString("Description", Shortened(line.Description));
        if (line is { PurchaseOrderNumber: { } order, PurchaseOrderLine: { } orderLine, PurchaseOrderSchedule: { } schedule })
        {
            writer.WriteString("PurchaseOrderNumber", order);
            writer.WriteNumber("PurchaseOrderLineNumber", orderLine);
            writer.WriteNumber("PurchaseOrderScheduleLineNumber", schedule);
        }
        else if (line.Account is { Length: > 0 } account)
        {
            writer.WriteString("DistributionCombination", account);
        }
        else
        {
            throw new IntegrationException(ProblemCatalog.LineWithoutTarget,
                $"Line {line.LineNumber} ('{line.Description}') of the preparation has neither a purchase order schedule nor an account. "
                + "Unmatched lines with project coding are not sent yet; give the contract's line a purchase order line.");
        }

        writer.WriteEndObject();
    }

    private static string Shortened(string text) => text.Length <= DescriptionMax ? text : text[..DescriptionMax];
}
