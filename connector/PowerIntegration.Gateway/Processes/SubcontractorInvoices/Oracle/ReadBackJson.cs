using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle.Wire;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle;

/// <summary>
/// Writes what Oracle said for <c>pint_RecordOutcome</c>: every member is there, each a string or null, as the plug-in's serializer turns a missing
/// number into zero without a word.
/// </summary>
internal static class ReadBackJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One invoice as a JSON object, a member of the list that the recording takes.</summary>
    public static string Of(OracleInvoiceWire invoice)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            Write(writer, invoice);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, OracleInvoiceWire invoice)
    {
        writer.WriteStartObject();
        writer.WriteString("invoiceId", invoice.InvoiceId);
        writer.WriteString("kind", OracleInvoiceTypes.KindOf(invoice.InvoiceType));
        writer.WriteString("cancelled", invoice.CanceledFlag == true ? "true" : "false");
        writer.WriteString("invoiceNumber", invoice.InvoiceNumber);
        writer.WriteString("supplier", invoice.Supplier);
        writer.WriteString("supplierSite", invoice.SupplierSite);
        writer.WriteString("businessUnit", invoice.BusinessUnit);
        writer.WriteString("currency", invoice.InvoiceCurrency);
        writer.WriteString("invoiceAmount", invoice.InvoiceAmount);
        writer.WriteString("invoiceDate", invoice.InvoiceDate);
        writer.WriteString("accountingDate", invoice.AccountingDate);
        writer.WriteString("validationStatus", invoice.ValidationStatus);
        writer.WriteString("approvalStatus", invoice.ApprovalStatus);
        writer.WriteString("paidStatus", invoice.PaidStatus);
        writer.WriteString("description", invoice.Description);
        writer.WriteStartArray("lines");
        foreach (var line in invoice.InvoiceLines?.Items ?? [])
        {
            WriteLine(writer, line);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteLine(Utf8JsonWriter writer, OracleInvoiceLineWire line)
    {
        writer.WriteStartObject();
        writer.WriteString("lineNumber", line.LineNumber);
        writer.WriteString("amount", line.LineAmount);
        writer.WriteString("purchaseOrderNumber", line.PurchaseOrderNumber);
        writer.WriteString("purchaseOrderLine", line.PurchaseOrderLineNumber);
        writer.WriteString("purchaseOrderSchedule", line.PurchaseOrderScheduleLineNumber);
        writer.WriteString("account", line.DistributionCombination);
        writer.WriteString("project", line.Coding?.Project);
        writer.WriteString("task", line.Coding?.Task);
        writer.WriteString("expenditureType", line.Coding?.ExpenditureType);
        writer.WriteString("expenditureOrganization", line.Coding?.ExpenditureOrganization);
        writer.WriteString("expenditureItemDate", line.Coding?.ExpenditureItemDate);
        writer.WriteEndObject();
    }
}
