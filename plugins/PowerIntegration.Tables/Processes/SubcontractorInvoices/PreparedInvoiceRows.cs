using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;

namespace PowerIntegration.Tables.Processes.SubcontractorInvoices;

/// <summary>A preparation as rows for people: its figures, and a line for each of its lines. What is decided is decided from its content.</summary>
public static class PreparedInvoiceRows
{
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
            [PreparationTable.HeldLabour] = invoice.HeldRetention?.Labor,
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
}
