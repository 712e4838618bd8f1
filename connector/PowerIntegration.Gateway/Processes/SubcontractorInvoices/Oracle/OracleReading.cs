using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle.Wire;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle;

/// <summary>What Oracle answered of an invoice, as the recording takes it.</summary>
internal static class OracleReading
{
    /// <summary>The invoice in Oracle's words, none of them read.</summary>
    public static ReadBackWords WordsOf(OracleInvoiceWire invoice) =>
        new()
        {
            InvoiceId = invoice.InvoiceId,
            Kind = OracleInvoiceTypes.KindOf(invoice.InvoiceType),
            Cancelled = invoice.CanceledFlag == true ? "true" : "false",
            InvoiceNumber = invoice.InvoiceNumber,
            Supplier = invoice.Supplier,
            SupplierSite = invoice.SupplierSite,
            BusinessUnit = invoice.BusinessUnit,
            Currency = invoice.InvoiceCurrency,
            InvoiceAmount = invoice.InvoiceAmount,
            InvoiceDate = invoice.InvoiceDate,
            AccountingDate = invoice.AccountingDate,
            ValidationStatus = invoice.ValidationStatus,
            ApprovalStatus = invoice.ApprovalStatus,
            PaidStatus = invoice.PaidStatus,
            Description = invoice.Description,
            Lines = [.. (invoice.InvoiceLines?.Items ?? []).Select(WordsOf)],
        };

    private static ReadBackLineWords WordsOf(OracleInvoiceLineWire line) =>
        new()
        {
            LineNumber = line.LineNumber,
            Amount = line.LineAmount,
            PurchaseOrderNumber = line.PurchaseOrderNumber,
            PurchaseOrderLine = line.PurchaseOrderLineNumber,
            PurchaseOrderSchedule = line.PurchaseOrderScheduleLineNumber,
            Account = line.DistributionCombination,
            Project = line.Coding?.Project,
            Task = line.Coding?.Task,
            ExpenditureType = line.Coding?.ExpenditureType,
            ExpenditureOrganization = line.Coding?.ExpenditureOrganization,
            ExpenditureItemDate = line.Coding?.ExpenditureItemDate,
        };
}
