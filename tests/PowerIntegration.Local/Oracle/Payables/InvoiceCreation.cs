using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle.Payables;

/// <summary>POST on <c>invoices</c>: reads the payload, applies the rules, fills what Oracle fills, stores the invoice unvalidated.</summary>
internal sealed class InvoiceCreation(
    OracleSeed seed,
    PayablesBook book,
    HeaderRules header,
    LineRules lines,
    PurchaseOrderMatch match,
    TimeProvider clock
)
{
    public JsonObject Create(JsonObject payload, string userName)
    {
        var problems = new List<Problem>();
        var invoice = PayloadReader.Read(PayablesResources.Invoices, payload, PayloadUse.Create, problems);
        RequestRefusedException.ThrowIfAny(problems);
        Require(invoice, problems);
        RequestRefusedException.ThrowIfAny(problems);
        FillDefaults(invoice);
        header.Check(invoice, problems);
        lines.Check(invoice, problems);
        RequestRefusedException.ThrowIfAny(problems);
        Complete(invoice, userName);
        book.Commit(invoice, []);
        return invoice;
    }

    private static void Require(JsonObject invoice, List<Problem> problems)
    {
        Require(invoice, AssumedFacts.RequiredOfInvoice, "Invoices", "", problems);
        foreach (var (line, index) in invoice.Rows("invoiceLines").Select((line, index) => (line, index)))
        {
            Require(line, AssumedFacts.RequiredOfLine, "invoiceLines", $"/invoiceLines/{index + 1}", problems);
        }
    }

    private static void Require(JsonObject row, IEnumerable<string> attributes, string record, string path, List<Problem> problems) =>
        problems.AddRange(
            attributes
                .Where(attribute => row[attribute] is null)
                .Select(attribute => new Problem(AssumedFacts.RequiredText(attribute, record), $"{path}/{attribute}", "FND_CMN_REQ_ATTRIB_API_SERV"))
        );

    private void FillDefaults(JsonObject invoice)
    {
        Default(invoice, "InvoiceType", AssumedFacts.DefaultInvoiceType);
        Default(invoice, "InvoiceSource", AssumedFacts.DefaultInvoiceSource);
        Default(invoice, "PaymentCurrency", invoice.Text("InvoiceCurrency")!);
        Default(invoice, "PaymentTerms", Site(invoice)?.Text("PaymentTerms") ?? AssumedFacts.DefaultPaymentTerms);
        Default(invoice, "TermsDate", invoice.Text("InvoiceDate")!);
        Default(invoice, "AccountingDate", invoice.Text(AssumedFacts.DefaultAccountingDateFrom)!);
    }

    private void Complete(JsonObject invoice, string userName)
    {
        var now = Row.Timestamp(clock.GetUtcNow());
        invoice["InvoiceId"] = Row.Of(book.NextInvoiceId);
        invoice["SupplierNumber"] = seed.Supplier(invoice.Text("Supplier")!)!.Text("SupplierNumber");
        invoice["ProcurementBU"] = Site(invoice)!.Text("ProcurementBU");
        invoice["AmountPaid"] = Row.Of(0m);
        invoice["PaidStatus"] = AssumedFacts.Unpaid;
        invoice["CanceledFlag"] = false;
        invoice["ValidationStatus"] = InvoiceStatus.Of(invoice, openHolds: 0);
        invoice["ApprovalStatus"] = seed.Setup.RequiresApproval(invoice.Text("BusinessUnit")!, invoice.Text("InvoiceSource")!)
            ? AssumedFacts.ApprovalRequired
            : AssumedFacts.ApprovalNotRequired;
        invoice["CreatedBy"] = userName;
        invoice["CreationDate"] = now;
        InvoiceStatus.Stamp(invoice, userName, now);
        foreach (var line in invoice.Rows("invoiceLines"))
        {
            CompleteLine(invoice, line, now);
        }
    }

    private void CompleteLine(JsonObject invoice, JsonObject line, string now)
    {
        Default(line, "AccountingDate", invoice.Text("AccountingDate")!);
        line["CanceledFlag"] = false;
        line["DiscardedFlag"] = false;
        line["ApprovalStatus"] = invoice.Text("ApprovalStatus");
        line["CreationDate"] = now;
        line["LastUpdateDate"] = now;
        if (ScheduleKey.Of(line) is not { } key)
        {
            return;
        }

        if (match.Line(key)!.Text("Description") is { } description)
        {
            Default(line, "Description", description);
        }

        if (AssumedFacts.MatchedLineShowsDistributionCoding)
        {
            ShowCoding(line, match.Schedule(key)!.Rows("distributions").Single());
        }
    }

    private static void ShowCoding(JsonObject line, JsonObject distribution)
    {
        JsonArray blocks = [.. distribution.Rows("projectDFF").Select(Coding)];
        line["invoiceLineProjectDff"] = blocks;
    }

    private static JsonObject Coding(JsonObject block)
    {
        var coding = new JsonObject();
        foreach (var attribute in AssumedFacts.RequiredOfProjectLine)
        {
            coding[attribute] = block[attribute]?.DeepClone();
        }

        return coding;
    }

    private JsonObject? Site(JsonObject invoice) =>
        seed.Supplier(invoice.Text("Supplier")!)?.Rows("sites").FirstOrDefault(site => site.Text("SupplierSite") == invoice.Text("SupplierSite"));

    private static void Default(JsonObject row, string attribute, string value) => row[attribute] ??= value;
}
