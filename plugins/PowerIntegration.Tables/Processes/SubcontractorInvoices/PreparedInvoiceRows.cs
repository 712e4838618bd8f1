using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Tables.Processes.SubcontractorInvoices;

/// <summary>A preparation with its lines as Domain sees it: exactly what the frozen rows say.</summary>
public static class PreparedInvoiceRows
{
    /// <summary>The columns of the preparation that <see cref="Read(Entity, IEnumerable{Entity})"/> needs.</summary>
    public static IReadOnlyList<string> PreparationColumns { get; } =
    [
        PreparationTable.InvoiceNumber,
        PreparationTable.VendorName,
        PreparationTable.VendorNumber,
        PreparationTable.VendorSite,
        PreparationTable.BusinessUnit,
        PreparationTable.InvoiceSource,
        PreparationTable.PaymentTerms,
        PreparationTable.Currency,
        PreparationTable.InvoiceDate,
        PreparationTable.AccountingDate,
        PreparationTable.AccountingDateRolled,
        PreparationTable.ExpenditureItemDate,
        PreparationTable.GrossMovement,
        PreparationTable.RetainageMovement,
        PreparationTable.PayableAmount,
        PreparationTable.GrossToDate,
        PreparationTable.RetainageToDate,
        PreparationTable.OriginalContractSum,
        PreparationTable.ChangeAdditions,
        PreparationTable.ChangeDeductions,
        PreparationTable.LastPostedNumber,
        PreparationTable.StoredMaterials,
        PreparationTable.ThresholdApplication,
        PreparationTable.ThresholdAmount,
        PreparationTable.RetentionTax,
        PreparationTable.HeldLabour,
        PreparationTable.HeldMaterials,
        PreparationTable.OracleDocuments,
        PreparationTable.RuleVersions,
        PreparationTable.Warnings,
    ];

    /// <summary>The columns of the lines that <see cref="Read(Entity, IEnumerable{Entity})"/> needs.</summary>
    public static IReadOnlyList<string> LineColumns { get; } =
    [
        DocumentLineTable.LineKind,
        DocumentLineTable.LineNumber,
        DocumentLineTable.ProcoreLineId,
        DocumentLineTable.Description,
        DocumentLineTable.FlatCode,
        DocumentLineTable.ScheduledValue,
        DocumentLineTable.WorkPrevious,
        DocumentLineTable.WorkThisPeriod,
        DocumentLineTable.GrossBefore,
        DocumentLineTable.GrossAfter,
        DocumentLineTable.StoredBefore,
        DocumentLineTable.StoredAfter,
        DocumentLineTable.WorkRetainageBefore,
        DocumentLineTable.WorkRetainageAfter,
        DocumentLineTable.StoredRetainageBefore,
        DocumentLineTable.StoredRetainageAfter,
        DocumentLineTable.PunchListBefore,
        DocumentLineTable.PunchListAfter,
        DocumentLineTable.WorkReleased,
        DocumentLineTable.StoredReleased,
        DocumentLineTable.StoredUnchangedPeriods,
        DocumentLineTable.ThresholdGross,
        DocumentLineTable.ThresholdStored,
        DocumentLineTable.ThresholdWorkRetainage,
        DocumentLineTable.ThresholdStoredRetainage,
        DocumentLineTable.Amount,
        DocumentLineTable.OracleDocument,
        DocumentLineTable.OracleLineNumber,
        DocumentLineTable.PurchaseOrderNumber,
        DocumentLineTable.PurchaseOrderLine,
        DocumentLineTable.PurchaseOrderSchedule,
        DocumentLineTable.OracleProjectNumber,
        DocumentLineTable.TaskNumber,
        DocumentLineTable.ExpenditureType,
        DocumentLineTable.ExpenditureOrganization,
        DocumentLineTable.Account,
    ];

    /// <summary>Reads a row of <c>pint_preparation</c> with its rows of <c>pint_documentline</c>.</summary>
    public static PreparedInvoice Read(Entity preparation, IEnumerable<Entity> lines) => Read(new RowView(preparation), lines);

    /// <summary>Reads a preparation that was joined, with its rows of <c>pint_documentline</c>.</summary>
    public static PreparedInvoice Read(RowView row, IEnumerable<Entity> lines) =>
        new()
        {
            InvoiceNumber = row.RequiredText(PreparationTable.InvoiceNumber),
            VendorName = row.RequiredText(PreparationTable.VendorName),
            VendorNumber = row.RequiredText(PreparationTable.VendorNumber),
            VendorSite = row.RequiredText(PreparationTable.VendorSite),
            BusinessUnit = row.RequiredText(PreparationTable.BusinessUnit),
            InvoiceSource = row.RequiredText(PreparationTable.InvoiceSource),
            PaymentTerms = row.RequiredText(PreparationTable.PaymentTerms),
            Currency = row.RequiredText(PreparationTable.Currency),
            InvoiceDate = row.RequiredDate(PreparationTable.InvoiceDate),
            AccountingDate = row.RequiredDate(PreparationTable.AccountingDate),
            AccountingDateRolled = row.Flag(PreparationTable.AccountingDateRolled),
            ExpenditureItemDate = row.RequiredDate(PreparationTable.ExpenditureItemDate),
            GrossMovement = row.RequiredAmount(PreparationTable.GrossMovement),
            RetainageMovement = row.RequiredAmount(PreparationTable.RetainageMovement),
            PayableAmount = row.RequiredAmount(PreparationTable.PayableAmount),
            GrossToDate = row.RequiredAmount(PreparationTable.GrossToDate),
            RetainageToDate = row.RequiredAmount(PreparationTable.RetainageToDate),
            OriginalContractSum = row.RequiredAmount(PreparationTable.OriginalContractSum),
            ChangeOrders =
                row.Amount(PreparationTable.ChangeAdditions) is { } added && row.Amount(PreparationTable.ChangeDeductions) is { } deducted
                    ? new ChangeOrderTotals(added, deducted)
                    : null,
            LastPostedNumber = row.RequiredWhole(PreparationTable.LastPostedNumber),
            StoredMaterials = row.Choice(PreparationTable.StoredMaterials) switch
            {
                StoredMaterialsChoice.Manual => StoredMaterials.Manual,
                StoredMaterialsChoice.AutoMove => StoredMaterials.AutoMove,
                _ => null,
            },
            Threshold =
                row.Whole(PreparationTable.ThresholdApplication) is { } application && row.Amount(PreparationTable.ThresholdAmount) is { } amount
                    ? new ThresholdPassed(application, amount)
                    : null,
            RetentionTax = row.Amount(PreparationTable.RetentionTax) ?? 0m,
            HeldRetention = row.Amount(PreparationTable.HeldLabour) is { } labour
                ? new HeldRetention(labour, row.Amount(PreparationTable.HeldMaterials) ?? 0m)
                : null,
            Documents = PayablesInvoicesText.Read(row.Text(PreparationTable.OracleDocuments)),
            RuleVersions = row.Text(PreparationTable.RuleVersions) ?? "",
            Warnings = row.Text(PreparationTable.Warnings) ?? "",
            Lines = [.. lines.Select(line => ReadLine(new RowView(line))).OrderBy(line => line.LineNumber)],
        };

    /// <summary>The columns of a new row of <c>pint_preparation</c>; key, lookups and hash are the caller's.</summary>
    public static Entity Write(PreparedInvoice invoice) =>
        new(PreparationTable.LogicalName)
        {
            [PreparationTable.InvoiceNumber] = invoice.InvoiceNumber,
            [PreparationTable.VendorName] = invoice.VendorName,
            [PreparationTable.VendorNumber] = invoice.VendorNumber,
            [PreparationTable.VendorSite] = invoice.VendorSite,
            [PreparationTable.BusinessUnit] = invoice.BusinessUnit,
            [PreparationTable.InvoiceSource] = invoice.InvoiceSource,
            [PreparationTable.PaymentTerms] = invoice.PaymentTerms,
            [PreparationTable.Currency] = invoice.Currency,
            [PreparationTable.InvoiceDate] = invoice.InvoiceDate.ToDateTime(),
            [PreparationTable.AccountingDate] = invoice.AccountingDate.ToDateTime(),
            [PreparationTable.AccountingDateRolled] = invoice.AccountingDateRolled,
            [PreparationTable.ExpenditureItemDate] = invoice.ExpenditureItemDate.ToDateTime(),
            [PreparationTable.GrossMovement] = invoice.GrossMovement,
            [PreparationTable.RetainageMovement] = invoice.RetainageMovement,
            [PreparationTable.PayableAmount] = invoice.PayableAmount,
            [PreparationTable.GrossToDate] = invoice.GrossToDate,
            [PreparationTable.RetainageToDate] = invoice.RetainageToDate,
            [PreparationTable.OriginalContractSum] = invoice.OriginalContractSum,
            [PreparationTable.ChangeAdditions] = invoice.ChangeOrders?.Additions,
            [PreparationTable.ChangeDeductions] = invoice.ChangeOrders?.Deductions,
            [PreparationTable.LastPostedNumber] = invoice.LastPostedNumber,
            [PreparationTable.StoredMaterials] = invoice.StoredMaterials switch
            {
                StoredMaterials.Manual => new OptionSetValue(StoredMaterialsChoice.Manual),
                StoredMaterials.AutoMove => new OptionSetValue(StoredMaterialsChoice.AutoMove),
                _ => null,
            },
            [PreparationTable.ThresholdApplication] = invoice.Threshold?.ApplicationNumber,
            [PreparationTable.ThresholdAmount] = invoice.Threshold?.Amount,
            [PreparationTable.RetentionTax] = invoice.RetentionTax,
            [PreparationTable.HeldLabour] = invoice.HeldRetention?.Labour,
            [PreparationTable.HeldMaterials] = invoice.HeldRetention?.Materials,
            [PreparationTable.OracleDocuments] = PayablesInvoicesText.Write(invoice.Documents),
            [PreparationTable.RuleVersions] = invoice.RuleVersions,
            [PreparationTable.Warnings] = invoice.Warnings,
        };

    /// <summary>The columns of a new row of <c>pint_documentline</c>; key and lookup are the caller's.</summary>
    public static Entity Write(PreparedLine line) =>
        new(DocumentLineTable.LogicalName)
        {
            [DocumentLineTable.LineKind] = new OptionSetValue(LineKinds.ToChoice(line.Kind)),
            [DocumentLineTable.LineNumber] = line.LineNumber,
            [DocumentLineTable.ProcoreLineId] = line.ProcoreLineId,
            [DocumentLineTable.Description] = line.Description,
            [DocumentLineTable.FlatCode] = line.FlatCode,
            [DocumentLineTable.ScheduledValue] = line.ScheduledValue,
            [DocumentLineTable.WorkPrevious] = line.WorkPrevious,
            [DocumentLineTable.WorkThisPeriod] = line.WorkThisPeriod,
            [DocumentLineTable.GrossBefore] = line.GrossBefore,
            [DocumentLineTable.GrossAfter] = line.GrossAfter,
            [DocumentLineTable.StoredBefore] = line.StoredBefore,
            [DocumentLineTable.StoredAfter] = line.StoredAfter,
            [DocumentLineTable.WorkRetainageBefore] = line.WorkRetainageBefore,
            [DocumentLineTable.WorkRetainageAfter] = line.WorkRetainageAfter,
            [DocumentLineTable.StoredRetainageBefore] = line.StoredRetainageBefore,
            [DocumentLineTable.StoredRetainageAfter] = line.StoredRetainageAfter,
            [DocumentLineTable.PunchListBefore] = line.PunchListBefore,
            [DocumentLineTable.PunchListAfter] = line.PunchListAfter,
            [DocumentLineTable.WorkReleased] = line.WorkReleased,
            [DocumentLineTable.StoredReleased] = line.StoredReleased,
            [DocumentLineTable.StoredUnchangedPeriods] = line.StoredUnchangedPeriods,
            [DocumentLineTable.ThresholdGross] = line.ThresholdGross,
            [DocumentLineTable.ThresholdStored] = line.ThresholdStored,
            [DocumentLineTable.ThresholdWorkRetainage] = line.ThresholdWorkRetainage,
            [DocumentLineTable.ThresholdStoredRetainage] = line.ThresholdStoredRetainage,
            [DocumentLineTable.Amount] = line.Amount,
            [DocumentLineTable.OracleDocument] = line.PayablesInvoice,
            [DocumentLineTable.OracleLineNumber] = line.OracleLineNumber,
            [DocumentLineTable.PurchaseOrderNumber] = line.PurchaseOrderNumber,
            [DocumentLineTable.PurchaseOrderLine] = line.PurchaseOrderLine,
            [DocumentLineTable.PurchaseOrderSchedule] = line.PurchaseOrderSchedule,
            [DocumentLineTable.OracleProjectNumber] = line.OracleProjectNumber,
            [DocumentLineTable.TaskNumber] = line.TaskNumber,
            [DocumentLineTable.ExpenditureType] = line.ExpenditureType,
            [DocumentLineTable.ExpenditureOrganization] = line.ExpenditureOrganization,
            [DocumentLineTable.Account] = line.Account,
        };

    private static PreparedLine ReadLine(RowView row) =>
        new()
        {
            Kind = LineKinds.FromChoice(row.Choice(DocumentLineTable.LineKind)),
            LineNumber = row.RequiredWhole(DocumentLineTable.LineNumber),
            ProcoreLineId = row.Text(DocumentLineTable.ProcoreLineId),
            Description = row.Text(DocumentLineTable.Description),
            FlatCode = row.Text(DocumentLineTable.FlatCode),
            ScheduledValue = row.Amount(DocumentLineTable.ScheduledValue),
            WorkPrevious = row.Amount(DocumentLineTable.WorkPrevious),
            WorkThisPeriod = row.Amount(DocumentLineTable.WorkThisPeriod),
            GrossBefore = row.Amount(DocumentLineTable.GrossBefore),
            GrossAfter = row.Amount(DocumentLineTable.GrossAfter),
            StoredBefore = row.Amount(DocumentLineTable.StoredBefore),
            StoredAfter = row.Amount(DocumentLineTable.StoredAfter),
            WorkRetainageBefore = row.Amount(DocumentLineTable.WorkRetainageBefore),
            WorkRetainageAfter = row.Amount(DocumentLineTable.WorkRetainageAfter),
            StoredRetainageBefore = row.Amount(DocumentLineTable.StoredRetainageBefore),
            StoredRetainageAfter = row.Amount(DocumentLineTable.StoredRetainageAfter),
            PunchListBefore = row.Amount(DocumentLineTable.PunchListBefore),
            PunchListAfter = row.Amount(DocumentLineTable.PunchListAfter),
            WorkReleased = row.Amount(DocumentLineTable.WorkReleased),
            StoredReleased = row.Amount(DocumentLineTable.StoredReleased),
            StoredUnchangedPeriods = row.Whole(DocumentLineTable.StoredUnchangedPeriods),
            ThresholdGross = row.Amount(DocumentLineTable.ThresholdGross),
            ThresholdStored = row.Amount(DocumentLineTable.ThresholdStored),
            ThresholdWorkRetainage = row.Amount(DocumentLineTable.ThresholdWorkRetainage),
            ThresholdStoredRetainage = row.Amount(DocumentLineTable.ThresholdStoredRetainage),
            Amount = row.RequiredAmount(DocumentLineTable.Amount),
            PayablesInvoice = row.Whole(DocumentLineTable.OracleDocument),
            OracleLineNumber = row.Whole(DocumentLineTable.OracleLineNumber),
            PurchaseOrderNumber = row.Text(DocumentLineTable.PurchaseOrderNumber),
            PurchaseOrderLine = row.Whole(DocumentLineTable.PurchaseOrderLine),
            PurchaseOrderSchedule = row.Whole(DocumentLineTable.PurchaseOrderSchedule),
            OracleProjectNumber = row.Text(DocumentLineTable.OracleProjectNumber),
            TaskNumber = row.Text(DocumentLineTable.TaskNumber),
            ExpenditureType = row.Text(DocumentLineTable.ExpenditureType),
            ExpenditureOrganization = row.Text(DocumentLineTable.ExpenditureOrganization),
            Account = row.Text(DocumentLineTable.Account),
        };
}
