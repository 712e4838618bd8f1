using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;

/// <summary>Binds a decision and a sending to what was prepared.</summary>
public static class PayloadHash
{
    /// <summary>
    /// SHA-256 in lower-case hexadecimal over everything that leaves for Oracle: the header, every document, and every line that is sent, with its
    /// coding. A plug-in writes it; the gateway computes it again from the frozen rows before it sends.
    /// </summary>
    public static string Of(PreparedInvoice prepared)
    {
        var text = new CanonicalText()
            .Section("invoice")
            .Field("number", prepared.InvoiceNumber)
            .Field("supplier", prepared.VendorName)
            .Field("supplierNumber", prepared.VendorNumber)
            .Field("supplierSite", prepared.VendorSite)
            .Field("businessUnit", prepared.BusinessUnit)
            .Field("source", prepared.InvoiceSource)
            .Field("terms", prepared.PaymentTerms)
            .Field("currency", prepared.Currency)
            .Field("invoiceDate", prepared.InvoiceDate)
            .Field("accountingDate", prepared.AccountingDate)
            .Field("expenditureItemDate", prepared.ExpenditureItemDate)
            .Field("amount", prepared.PayableAmount);
        foreach (var document in prepared.Documents)
        {
            text.Section("document")
                .Field("action", document.Action.ToString())
                .Field("kind", document.Kind.ToString())
                .Field("number", document.InvoiceNumber)
                .Field("amount", document.Amount);
            foreach (var line in prepared.LinesOf(document))
            {
                Append(text, line);
            }
        }

        return text.Sha256();
    }

    private static void Append(CanonicalText text, PreparedLine line) =>
        text.Section("line")
            .Field("number", line.OracleLineNumber)
            .Field("kind", line.Kind.ToString())
            .Field("amount", line.Amount)
            .Field("description", line.Description)
            .Field("purchaseOrder", line.PurchaseOrderNumber)
            .Field("purchaseOrderLine", line.PurchaseOrderLine)
            .Field("purchaseOrderSchedule", line.PurchaseOrderSchedule)
            .Field("project", line.OracleProjectNumber)
            .Field("task", line.TaskNumber)
            .Field("expenditureType", line.ExpenditureType)
            .Field("expenditureOrganization", line.ExpenditureOrganization)
            .Field("account", line.Account);
}
