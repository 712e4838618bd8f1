using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle.Wire;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle;

/// <summary>Asks Domain what an invoice found in Oracle is to us.</summary>
internal static class OracleReading
{
    /// <summary>Whether it is, header and lines, what was prepared; an invoice that cannot be read is not.</summary>
    public static bool IsAsPrepared(PreparedInvoice prepared, PayablesInvoice document, OracleInvoiceWire invoice) =>
        TryRead(invoice) is { } read && ReadBackComparison.Differences(prepared, document, read).Count == 0;

    /// <summary>Whether Oracle has finished what the document asks: validated it or canceled it.</summary>
    public static bool IsDone(PayablesInvoice document, OracleInvoiceWire invoice) =>
        TryRead(invoice) is { } read && ReadBackComparison.IsDone(document, read);

    /// <summary>The invoice's amount in the major unit, or null where it cannot be read.</summary>
    public static decimal? AmountOf(OracleInvoiceWire invoice) => TryRead(invoice)?.InvoiceAmount;

    private static ReadBackInvoice? TryRead(OracleInvoiceWire invoice)
    {
        var fields = new FieldReader();
        var read = new ReadBackInvoice
        {
            InvoiceId = fields.Text("InvoiceId", invoice.InvoiceId),
            Kind = OracleInvoiceTypes.KindOf(invoice.InvoiceType),
            IsCancelled = invoice.CanceledFlag == true,
            InvoiceNumber = fields.Text("InvoiceNumber", invoice.InvoiceNumber),
            Supplier = fields.Text("Supplier", invoice.Supplier),
            VendorSite = fields.Text("SupplierSite", invoice.SupplierSite),
            BusinessUnit = fields.Text("BusinessUnit", invoice.BusinessUnit),
            Currency = fields.Text("InvoiceCurrency", invoice.InvoiceCurrency),
            InvoiceAmount = fields.Amount("InvoiceAmount", invoice.InvoiceAmount),
            InvoiceDate = fields.Date("InvoiceDate", invoice.InvoiceDate),
            AccountingDate = fields.Date("AccountingDate", invoice.AccountingDate),
            ValidationStatus = invoice.ValidationStatus ?? "",
            ApprovalStatus = invoice.ApprovalStatus ?? "",
            Description = invoice.Description,
            PaidStatus = invoice.PaidStatus ?? "",
            Lines = [.. (invoice.InvoiceLines?.Items ?? []).Select(line => Line(fields, line))],
        };
        return fields.Problems.Count == 0 ? read : null;
    }

    private static ReadBackLine Line(FieldReader fields, OracleInvoiceLineWire line) =>
        new()
        {
            LineNumber = fields.WholeNumber("LineNumber", line.LineNumber),
            Amount = fields.Amount("LineAmount", line.LineAmount),
            PurchaseOrderNumber = line.PurchaseOrderNumber,
            PurchaseOrderLine = fields.OptionalWholeNumber("PurchaseOrderLineNumber", line.PurchaseOrderLineNumber),
            PurchaseOrderSchedule = fields.OptionalWholeNumber("PurchaseOrderScheduleLineNumber", line.PurchaseOrderScheduleLineNumber),
            Account = line.DistributionCombination,
            ProjectNumber = line.Coding?.Project,
            TaskNumber = line.Coding?.Task,
            ExpenditureType = line.Coding?.ExpenditureType,
            ExpenditureOrganization = line.Coding?.ExpenditureOrganization,
            ExpenditureItemDate = fields.OptionalDate("_EXPENDITURE_ITEM_DATE", line.Coding?.ExpenditureItemDate),
        };
}
