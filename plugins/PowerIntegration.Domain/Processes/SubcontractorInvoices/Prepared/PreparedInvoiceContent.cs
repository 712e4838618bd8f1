using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents.Content;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;

/// <summary>
/// The text of a <see cref="PreparedInvoice"/>: one writer and one reader, side by side. Rule versions and warnings are remarks and not part of it.
/// </summary>
public static class PreparedInvoiceContent
{
    /// <summary>Name and version. Whoever changes a field below raises the version.</summary>
    public const string Format = "payables-invoices 1";

    private const string Header = "invoice";
    private const string Hold = "paymentHold";
    private const string Moved = "reclassified";
    private const string Document = "document";
    private const string Line = "line";

    /// <summary>Reads what a row keeps; null where it is not what was frozen, then <paramref name="refusal"/> says so.</summary>
    /// <param name="record">Names the record in the refusal.</param>
    /// <param name="text">The column.</param>
    /// <param name="hash">The hash that was frozen with it.</param>
    /// <param name="refusal">Why it cannot be used; null where it can.</param>
    public static PreparedInvoice? Read(string record, string? text, string? hash, out Refusal? refusal) =>
        StoredContent.Open(record, Format, text, hash, out refusal) is { } reader ? Read(reader) : null;

    internal static void Write(PreparedInvoice invoice, ContentWriter writer)
    {
        writer.Section(Header);
        writer.Field("number", invoice.InvoiceNumber);
        writer.Field("vendor", invoice.VendorName);
        writer.Field("vendorNumber", invoice.VendorNumber);
        writer.Field("vendorSite", invoice.VendorSite);
        writer.Field("businessUnit", invoice.BusinessUnit);
        writer.Field("source", invoice.InvoiceSource);
        writer.Field("terms", invoice.PaymentTerms);
        writer.Field("currency", invoice.Currency);
        writer.Field("invoiceDate", invoice.InvoiceDate);
        writer.Field("accountingDate", invoice.AccountingDate);
        writer.Field("rolled", invoice.AccountingDateRolled);
        writer.Field("expenditureItemDate", invoice.ExpenditureItemDate);
        writer.Field("gross", invoice.GrossMovement);
        writer.Field("retainage", invoice.RetainageMovement);
        writer.Field("payable", invoice.PayableAmount);
        writer.Field("grossToDate", invoice.GrossToDate);
        writer.Field("retainageToDate", invoice.RetainageToDate);
        writer.Field("originalContractSum", invoice.OriginalContractSum);
        writer.Field("changeAdditions", invoice.ChangeOrders?.Additions);
        writer.Field("changeDeductions", invoice.ChangeOrders?.Deductions);
        writer.Field("lastPostedNumber", invoice.LastPostedNumber);
        writer.Choice("storedMaterials", invoice.StoredMaterials);
        writer.Field("thresholdApplication", invoice.Threshold?.ApplicationNumber);
        writer.Field("thresholdAmount", invoice.Threshold?.Amount);
        writer.Field("retentionTax", invoice.RetentionTax);
        writer.Field("heldLabour", invoice.HeldRetention?.Labor);
        writer.Field("heldMaterials", invoice.HeldRetention?.Materials);
        if (invoice.PaymentHold is { } hold)
        {
            Write(hold, writer);
        }

        foreach (var moved in invoice.Reclassified)
        {
            Write(moved, writer);
        }

        foreach (var document in invoice.Documents)
        {
            Write(document, writer);
        }

        foreach (var line in invoice.Lines)
        {
            Write(line, writer);
        }
    }

    private static PreparedInvoice Read(ContentReader reader)
    {
        reader.Section(Header);
        var invoice = new PreparedInvoice
        {
            InvoiceNumber = reader.Text("number"),
            VendorName = reader.Text("vendor"),
            VendorNumber = reader.Text("vendorNumber"),
            VendorSite = reader.Text("vendorSite"),
            BusinessUnit = reader.Text("businessUnit"),
            InvoiceSource = reader.Text("source"),
            PaymentTerms = reader.Text("terms"),
            Currency = reader.Text("currency"),
            InvoiceDate = reader.Date("invoiceDate"),
            AccountingDate = reader.Date("accountingDate"),
            AccountingDateRolled = reader.Flag("rolled"),
            ExpenditureItemDate = reader.Date("expenditureItemDate"),
            GrossMovement = reader.Amount("gross"),
            RetainageMovement = reader.Amount("retainage"),
            PayableAmount = reader.Amount("payable"),
            GrossToDate = reader.Amount("grossToDate"),
            RetainageToDate = reader.Amount("retainageToDate"),
            OriginalContractSum = reader.Amount("originalContractSum"),
            ChangeOrders = reader.OptionalAmount("changeAdditions") is { } additions
                ? new ChangeOrderTotals(additions, reader.Amount("changeDeductions"))
                : null,
            LastPostedNumber = reader.WholeNumber("lastPostedNumber"),
            StoredMaterials = reader.OptionalChoice<StoredMaterials>("storedMaterials"),
            Threshold = reader.OptionalWholeNumber("thresholdApplication") is { } application
                ? new ThresholdPassed(application, reader.Amount("thresholdAmount"))
                : null,
            RetentionTax = reader.Amount("retentionTax"),
            HeldRetention = reader.OptionalAmount("heldLabour") is { } labor ? new HeldRetention(labor, reader.Amount("heldMaterials")) : null,
            RuleVersions = "",
            Warnings = "",
            PaymentHold = PaymentHold(reader),
            Reclassified = Reclassified(reader),
            Documents = Documents(reader),
            Lines = Lines(reader),
        };
        reader.End();
        return invoice;
    }

    // A section of its own, left out where nothing waits, so that other content stays what it was.
    private static void Write(PaymentHold hold, ContentWriter writer)
    {
        writer.Section(Hold);
        writer.Field("holdName", hold.HoldName);
        writer.Field("releaseName", hold.ReleaseName);
        writer.Field("reason", hold.Reason);
        writer.Field("until", hold.Until);
        writer.Field("basis", hold.Basis);
        writer.Field("passThroughDays", hold.PassThroughDays);
        writer.Field("ruleKey", hold.RuleKey);
    }

    private static PaymentHold? PaymentHold(ContentReader reader) =>
        reader.TrySection(Hold)
            ? new PaymentHold
            {
                HoldName = reader.Text("holdName"),
                ReleaseName = reader.Text("releaseName"),
                Reason = reader.Text("reason"),
                Until = reader.OptionalText("until") is { } day && CalendarDate.TryParse(day, out var date) ? date : null,
                Basis = reader.OptionalText("basis"),
                PassThroughDays = reader.WholeNumber("passThroughDays"),
                RuleKey = reader.OptionalText("ruleKey"),
            }
            : null;

    // Left out where nothing moves, like the hold.
    private static void Write(ReclassifiedCost moved, ContentWriter writer)
    {
        writer.Section(Moved);
        writer.Field("sovLine", moved.LineId);
        writer.Field("from", moved.From);
        writer.Field("to", moved.To);
        writer.Field("amount", moved.Amount);
    }

    private static List<ReclassifiedCost> Reclassified(ContentReader reader)
    {
        var moved = new List<ReclassifiedCost>();
        while (reader.TrySection(Moved))
        {
            moved.Add(new ReclassifiedCost(reader.Text("sovLine"), reader.OptionalText("from"), reader.OptionalText("to"), reader.Amount("amount")));
        }

        return moved;
    }

    private static void Write(PayablesInvoice document, ContentWriter writer)
    {
        writer.Section(Document);
        writer.Field("number", document.Number);
        writer.Choice("action", document.Action);
        writer.Choice("kind", document.Kind);
        writer.Field("amount", document.Amount);
        writer.Field("invoiceNumber", document.InvoiceNumber);
    }

    private static List<PayablesInvoice> Documents(ContentReader reader)
    {
        var documents = new List<PayablesInvoice>();
        while (reader.TrySection(Document))
        {
            documents.Add(
                new PayablesInvoice(
                    reader.WholeNumber("number"),
                    reader.Choice<PayablesAction>("action"),
                    reader.Choice<BillingDocumentKind>("kind"),
                    reader.Amount("amount"),
                    reader.Text("invoiceNumber")
                )
            );
        }

        return documents;
    }

    private static void Write(PreparedLine line, ContentWriter writer)
    {
        writer.Section(Line);
        writer.Choice("kind", line.Kind);
        writer.Field("number", line.LineNumber);
        writer.Field("sovLine", line.ProcoreLineId);
        writer.Field("description", line.Description);
        writer.Field("flatCode", line.FlatCode);
        writer.Field("scheduledValue", line.ScheduledValue);
        writer.Field("workPrevious", line.WorkPrevious);
        writer.Field("workThisPeriod", line.WorkThisPeriod);
        writer.Field("grossBefore", line.GrossBefore);
        writer.Field("grossAfter", line.GrossAfter);
        writer.Field("storedBefore", line.StoredBefore);
        writer.Field("storedAfter", line.StoredAfter);
        writer.Field("workRetainageBefore", line.WorkRetainageBefore);
        writer.Field("workRetainageAfter", line.WorkRetainageAfter);
        writer.Field("storedRetainageBefore", line.StoredRetainageBefore);
        writer.Field("storedRetainageAfter", line.StoredRetainageAfter);
        writer.Field("punchListBefore", line.PunchListBefore);
        writer.Field("punchListAfter", line.PunchListAfter);
        writer.Field("workReleased", line.WorkReleased);
        writer.Field("storedReleased", line.StoredReleased);
        writer.Field("storedUnchangedPeriods", line.StoredUnchangedPeriods);
        writer.Field("thresholdGross", line.ThresholdGross);
        writer.Field("thresholdStored", line.ThresholdStored);
        writer.Field("thresholdWorkRetainage", line.ThresholdWorkRetainage);
        writer.Field("thresholdStoredRetainage", line.ThresholdStoredRetainage);
        writer.Field("amount", line.Amount);
        writer.Field("document", line.PayablesInvoice);
        writer.Field("documentLine", line.OracleLineNumber);
        writer.Field("purchaseOrder", line.PurchaseOrderNumber);
        writer.Field("purchaseOrderLine", line.PurchaseOrderLine);
        writer.Field("purchaseOrderSchedule", line.PurchaseOrderSchedule);
        writer.Field("project", line.OracleProjectNumber);
        writer.Field("task", line.TaskNumber);
        writer.Field("expenditureType", line.ExpenditureType);
        writer.Field("expenditureOrganization", line.ExpenditureOrganization);
        writer.Field("account", line.Account);
    }

    private static List<PreparedLine> Lines(ContentReader reader)
    {
        var lines = new List<PreparedLine>();
        while (reader.TrySection(Line))
        {
            lines.Add(
                new PreparedLine
                {
                    Kind = reader.Choice<LineKind>("kind"),
                    LineNumber = reader.WholeNumber("number"),
                    ProcoreLineId = reader.OptionalText("sovLine"),
                    Description = reader.OptionalText("description"),
                    FlatCode = reader.OptionalText("flatCode"),
                    ScheduledValue = reader.OptionalAmount("scheduledValue"),
                    WorkPrevious = reader.OptionalAmount("workPrevious"),
                    WorkThisPeriod = reader.OptionalAmount("workThisPeriod"),
                    GrossBefore = reader.OptionalAmount("grossBefore"),
                    GrossAfter = reader.OptionalAmount("grossAfter"),
                    StoredBefore = reader.OptionalAmount("storedBefore"),
                    StoredAfter = reader.OptionalAmount("storedAfter"),
                    WorkRetainageBefore = reader.OptionalAmount("workRetainageBefore"),
                    WorkRetainageAfter = reader.OptionalAmount("workRetainageAfter"),
                    StoredRetainageBefore = reader.OptionalAmount("storedRetainageBefore"),
                    StoredRetainageAfter = reader.OptionalAmount("storedRetainageAfter"),
                    PunchListBefore = reader.OptionalAmount("punchListBefore"),
                    PunchListAfter = reader.OptionalAmount("punchListAfter"),
                    WorkReleased = reader.OptionalAmount("workReleased"),
                    StoredReleased = reader.OptionalAmount("storedReleased"),
                    StoredUnchangedPeriods = reader.OptionalWholeNumber("storedUnchangedPeriods"),
                    ThresholdGross = reader.OptionalAmount("thresholdGross"),
                    ThresholdStored = reader.OptionalAmount("thresholdStored"),
                    ThresholdWorkRetainage = reader.OptionalAmount("thresholdWorkRetainage"),
                    ThresholdStoredRetainage = reader.OptionalAmount("thresholdStoredRetainage"),
                    Amount = reader.Amount("amount"),
                    PayablesInvoice = reader.OptionalWholeNumber("document"),
                    OracleLineNumber = reader.OptionalWholeNumber("documentLine"),
                    PurchaseOrderNumber = reader.OptionalText("purchaseOrder"),
                    PurchaseOrderLine = reader.OptionalWholeNumber("purchaseOrderLine"),
                    PurchaseOrderSchedule = reader.OptionalWholeNumber("purchaseOrderSchedule"),
                    OracleProjectNumber = reader.OptionalText("project"),
                    TaskNumber = reader.OptionalText("task"),
                    ExpenditureType = reader.OptionalText("expenditureType"),
                    ExpenditureOrganization = reader.OptionalText("expenditureOrganization"),
                    Account = reader.OptionalText("account"),
                }
            );
        }

        return lines;
    }
}
