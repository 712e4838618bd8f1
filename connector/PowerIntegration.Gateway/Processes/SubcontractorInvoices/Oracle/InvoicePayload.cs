using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle;

/// <summary>Writes the frozen invoice in Oracle's words. Everything in it is covered by the payload hash.</summary>
internal static class InvoicePayload
{
    /// <summary>Longest description Oracle takes, on the header and on a line.</summary>
    public const int DescriptionMax = 240;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON body of <c>POST /invoices</c>.</summary>
    /// <param name="prepared">What was frozen.</param>
    /// <param name="document">One of its documents.</param>
    /// <param name="mark">The mark that identifies the invoice as sent by this product.</param>
    public static string Of(PreparedInvoice prepared, PayablesInvoice document, string mark)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            WriteHeader(writer, prepared, document, mark);
            writer.WriteStartArray("invoiceLines");
            foreach (var line in prepared.LinesOf(document))
            {
                WriteLine(writer, prepared, line);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteHeader(Utf8JsonWriter writer, PreparedInvoice prepared, PayablesInvoice document, string mark)
    {
        writer.WriteString("InvoiceNumber", document.InvoiceNumber);
        writer.WriteString("InvoiceType", OracleInvoiceTypes.Of(document));
        writer.WriteString("InvoiceCurrency", prepared.Currency);
        writer.WriteNumber("InvoiceAmount", document.Amount);
        writer.WriteString("InvoiceDate", prepared.InvoiceDate.ToString());
        writer.WriteString("AccountingDate", prepared.AccountingDate.ToString());
        writer.WriteString("BusinessUnit", prepared.BusinessUnit);
        writer.WriteString("Supplier", prepared.VendorName);
        writer.WriteString("SupplierSite", prepared.VendorSite);
        writer.WriteString("InvoiceSource", prepared.InvoiceSource);
        writer.WriteString("PaymentTerms", prepared.PaymentTerms);
        writer.WriteString("Description", Description(prepared, document, mark));
    }

    // A matched line names its purchase order line and no project: the coding is the purchase order's. Retainage names an account.
    private static void WriteLine(Utf8JsonWriter writer, PreparedInvoice prepared, PreparedLine line)
    {
        writer.WriteStartObject();
        writer.WriteNumber("LineNumber", line.OracleLineNumber!.Value);
        writer.WriteString("LineType", "Item");
        writer.WriteNumber("LineAmount", line.Amount);
        if (!string.IsNullOrEmpty(line.Description))
        {
            writer.WriteString("Description", Shortened(line.Description));
        }

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
        else if (
            line is
            {
                PurchaseOrderNumber: null,
                PurchaseOrderLine: null,
                PurchaseOrderSchedule: null,
                OracleProjectNumber: { } project,
                TaskNumber: { } task,
                ExpenditureType: { } type,
                ExpenditureOrganization: { } organization
            }
        )
        {
            WriteProject(writer, prepared, new TaskCoding(project, task, type, organization));
        }
        else
        {
            throw new IntegrationException(
                ProblemCatalog.LineWithoutTarget,
                $"Line {line.LineNumber} ('{line.Description}') has no purchase order schedule, no account and no complete project coding. "
                    + "Prepare the document again."
            );
        }

        writer.WriteEndObject();
    }

    // Without a purchase order the coding is in the project information of the line.
    private static void WriteProject(Utf8JsonWriter writer, PreparedInvoice prepared, TaskCoding coding)
    {
        writer.WriteStartArray("invoiceLineProjectDff");
        writer.WriteStartObject();
        writer.WriteString("_PROJECT_ID_Display", coding.ProjectNumber);
        writer.WriteString("_TASK_ID_Display", coding.TaskNumber);
        writer.WriteString("_EXPENDITURE_TYPE_ID_Display", coding.ExpenditureType);
        writer.WriteString("_ORGANIZATION_ID_Display", coding.ExpenditureOrganization);
        writer.WriteString("_EXPENDITURE_ITEM_DATE", prepared.ExpenditureItemDate.ToString());
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    // The mark is in the description because no other free text of an invoice can be posted, read and kept as long as the invoice exists: descriptive
    // flexfields need a setup in every pod, the group belongs to payment runs, and the voucher number to document sequences.
    private static string Description(PreparedInvoice prepared, PayablesInvoice document, string mark) =>
        RecordMark.Append($"Subcontractor invoice {document.InvoiceNumber}, work to {prepared.ExpenditureItemDate}", mark, DescriptionMax);

    private static string Shortened(string text) => WholeText.Start(text, DescriptionMax);
}
