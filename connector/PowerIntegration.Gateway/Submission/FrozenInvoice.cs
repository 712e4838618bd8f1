using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Plugins.Tables;

namespace PowerIntegration.Gateway.Submission;

/// <summary>The frozen rows of one preparation as the invoice they say.</summary>
internal static class FrozenInvoice
{
    /// <summary>Columns of the preparation.</summary>
    public static readonly string[] HeaderColumns =
    [
        PreparationTable.DocumentId, PreparationTable.PayloadHash, PreparationTable.InvoiceNumber, PreparationTable.SupplierName,
        PreparationTable.SupplierNumber, PreparationTable.SupplierSite, PreparationTable.BusinessUnit, PreparationTable.InvoiceSource,
        PreparationTable.PaymentTerms, PreparationTable.Currency, PreparationTable.InvoiceDate, PreparationTable.AccountingDate,
        PreparationTable.AccountingDateRolled, PreparationTable.ExpenditureItemDate, PreparationTable.GrossMovement, PreparationTable.RetainageMovement,
        PreparationTable.PayableAmount, PreparationTable.GrossToDate, PreparationTable.RetainageToDate, PreparationTable.RuleVersions, PreparationTable.Warnings,
    ];

    /// <summary>Columns of its lines.</summary>
    public static readonly string[] LineColumns =
    [
        DocumentLineTable.LineKind, DocumentLineTable.LineNumber, DocumentLineTable.ProcoreLineId, DocumentLineTable.Description, DocumentLineTable.FlatCode,
        DocumentLineTable.ScheduledValue, DocumentLineTable.GrossBefore, DocumentLineTable.GrossAfter, DocumentLineTable.WorkRetainageBefore,
        DocumentLineTable.WorkRetainageAfter, DocumentLineTable.StoredRetainageBefore, DocumentLineTable.StoredRetainageAfter, DocumentLineTable.Amount,
        DocumentLineTable.OracleLineNumber, DocumentLineTable.PurchaseOrderNumber, DocumentLineTable.PurchaseOrderLine,
        DocumentLineTable.PurchaseOrderSchedule, DocumentLineTable.OracleProjectNumber, DocumentLineTable.TaskNumber, DocumentLineTable.ExpenditureType,
        DocumentLineTable.ExpenditureOrganization, DocumentLineTable.Account,
    ];

    /// <summary>Reads the rows back into the value that was hashed.</summary>
    public static PreparedInvoice Of(Entity preparation, IEnumerable<Entity> lines) => new()
    {
        InvoiceNumber = Text(preparation, PreparationTable.InvoiceNumber) ?? "",
        SupplierName = Text(preparation, PreparationTable.SupplierName) ?? "",
        SupplierNumber = Text(preparation, PreparationTable.SupplierNumber) ?? "",
        SupplierSite = Text(preparation, PreparationTable.SupplierSite) ?? "",
        BusinessUnit = Text(preparation, PreparationTable.BusinessUnit) ?? "",
        InvoiceSource = Text(preparation, PreparationTable.InvoiceSource) ?? "",
        PaymentTerms = Text(preparation, PreparationTable.PaymentTerms) ?? "",
        Currency = Text(preparation, PreparationTable.Currency) ?? "",
        InvoiceDate = Day(preparation, PreparationTable.InvoiceDate),
        AccountingDate = Day(preparation, PreparationTable.AccountingDate),
        AccountingDateRolled = preparation.GetAttributeValue<bool>(PreparationTable.AccountingDateRolled),
        ExpenditureItemDate = Day(preparation, PreparationTable.ExpenditureItemDate),
        GrossMovement = preparation.GetAttributeValue<decimal>(PreparationTable.GrossMovement),
        RetainageMovement = preparation.GetAttributeValue<decimal>(PreparationTable.RetainageMovement),
        PayableAmount = preparation.GetAttributeValue<decimal>(PreparationTable.PayableAmount),
        GrossToDate = preparation.GetAttributeValue<decimal>(PreparationTable.GrossToDate),
        RetainageToDate = preparation.GetAttributeValue<decimal>(PreparationTable.RetainageToDate),
        RuleVersions = Text(preparation, PreparationTable.RuleVersions) ?? "",
        Warnings = Text(preparation, PreparationTable.Warnings) ?? "",
        Lines = [.. lines.Select(Line).OrderBy(line => line.LineNumber)],
    };

    private static PreparedLine Line(Entity row) => new()
    {
        Kind = (LineKind)(row.GetAttributeValue<OptionSetValue>(DocumentLineTable.LineKind).Value - LineKindChoice.ScheduleOfValues),
        LineNumber = row.GetAttributeValue<int>(DocumentLineTable.LineNumber),
        ProcoreLineId = Text(row, DocumentLineTable.ProcoreLineId),
        Description = Text(row, DocumentLineTable.Description),
        FlatCode = Text(row, DocumentLineTable.FlatCode),
        ScheduledValue = row.GetAttributeValue<decimal?>(DocumentLineTable.ScheduledValue),
        GrossBefore = row.GetAttributeValue<decimal?>(DocumentLineTable.GrossBefore),
        GrossAfter = row.GetAttributeValue<decimal?>(DocumentLineTable.GrossAfter),
        WorkRetainageBefore = row.GetAttributeValue<decimal?>(DocumentLineTable.WorkRetainageBefore),
        WorkRetainageAfter = row.GetAttributeValue<decimal?>(DocumentLineTable.WorkRetainageAfter),
        StoredRetainageBefore = row.GetAttributeValue<decimal?>(DocumentLineTable.StoredRetainageBefore),
        StoredRetainageAfter = row.GetAttributeValue<decimal?>(DocumentLineTable.StoredRetainageAfter),
        Amount = row.GetAttributeValue<decimal>(DocumentLineTable.Amount),
        OracleLineNumber = row.GetAttributeValue<int?>(DocumentLineTable.OracleLineNumber),
        PurchaseOrderNumber = Text(row, DocumentLineTable.PurchaseOrderNumber),
        PurchaseOrderLine = row.GetAttributeValue<int?>(DocumentLineTable.PurchaseOrderLine),
        PurchaseOrderSchedule = row.GetAttributeValue<int?>(DocumentLineTable.PurchaseOrderSchedule),
        OracleProjectNumber = Text(row, DocumentLineTable.OracleProjectNumber),
        TaskNumber = Text(row, DocumentLineTable.TaskNumber),
        ExpenditureType = Text(row, DocumentLineTable.ExpenditureType),
        ExpenditureOrganization = Text(row, DocumentLineTable.ExpenditureOrganization),
        Account = Text(row, DocumentLineTable.Account),
    };

    private static string? Text(Entity row, string column) => row.GetAttributeValue<string>(column);

    private static CalendarDate Day(Entity row, string column) => CalendarDate.FromDateTime(row.GetAttributeValue<DateTime>(column));
}
