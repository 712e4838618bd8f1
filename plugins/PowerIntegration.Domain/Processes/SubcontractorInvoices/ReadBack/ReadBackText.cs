using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Texts;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;

/// <summary>
/// What Oracle says of a document's invoices, as one text: whoever asks Oracle writes it in Oracle's words, and the recording reads it. Every field
/// is written, be it as null, and none may be left out: what is missing is never zero.
/// </summary>
public static class ReadBackText
{
    /// <summary>Writes one invoice, a member of the list that <see cref="Read"/> takes.</summary>
    public static JsonObject Write(ReadBackWords invoice) =>
        new JsonObject()
            .TextOrNull("invoiceId", invoice.InvoiceId)
            .TextOrNull("kind", invoice.Kind)
            .TextOrNull("canceled", invoice.Cancelled)
            .TextOrNull("invoiceNumber", invoice.InvoiceNumber)
            .TextOrNull("supplier", invoice.Supplier)
            .TextOrNull("supplierSite", invoice.SupplierSite)
            .TextOrNull("businessUnit", invoice.BusinessUnit)
            .TextOrNull("currency", invoice.Currency)
            .TextOrNull("invoiceAmount", invoice.InvoiceAmount)
            .TextOrNull("invoiceDate", invoice.InvoiceDate)
            .TextOrNull("accountingDate", invoice.AccountingDate)
            .TextOrNull("validationStatus", invoice.ValidationStatus)
            .TextOrNull("approvalStatus", invoice.ApprovalStatus)
            .TextOrNull("paidStatus", invoice.PaidStatus)
            .TextOrNull("description", invoice.Description)
            .Objects("holds", invoice.Holds.Select(Write))
            .ListOrEmpty("lines", invoice.Lines.Select(Write));

    /// <summary>Writes one hold, a member of the list that <see cref="ReadHolds"/> takes.</summary>
    public static JsonObject Write(ReadBackHold hold) =>
        new JsonObject()
            .TextOrNull("holdId", hold.Id)
            .TextOrNull("invoiceNumber", hold.InvoiceNumber)
            .TextOrNull("name", hold.Name)
            .TextOrNull("heldBy", hold.HeldBy)
            .TextOrNull("heldOn", hold.HeldOn)
            .TextOrNull("releaseName", hold.ReleaseName)
            .TextOrNull("releasedOn", hold.ReleasedOn)
            .TextOrNull("changedBy", hold.ChangedBy);

    /// <summary>Reads a list of holds; null where it cannot be read, then <paramref name="refusal"/> names every field.</summary>
    /// <param name="text">The text.</param>
    /// <param name="refusal">Why it cannot be read; null where it can.</param>
    public static IReadOnlyList<ReadBackHold>? ReadHolds(string text, out Refusal? refusal)
    {
        var reader = new FieldReader();
        var holds = JsonText.ReadList("", text, reader, Hold);
        refusal = reader.Problems.Count == 0 ? null : Unreadable(reader);
        return refusal is null ? holds : null;
    }

    /// <summary>Reads the list; null where it cannot be read, then <paramref name="refusal"/> names every field.</summary>
    /// <param name="text">The text.</param>
    /// <param name="refusal">Why it cannot be read; null where it can.</param>
    public static IReadOnlyList<ReadBackInvoice>? Read(string text, out Refusal? refusal)
    {
        var reader = new FieldReader();
        var words = JsonText.ReadList("", text, reader, Words);

        // A field that was left out is named once, as missing.
        var isWhole = words is not null && reader.Problems.Count == 0;
        var invoices = isWhole ? words!.Select((invoice, index) => Invoice(invoice, Sentence.Of($"[{index}]."), reader)).ToList() : null;
        if (reader.Problems.Count == 0)
        {
            refusal = null;
            return invoices;
        }

        refusal = Unreadable(reader);
        return null;
    }

    private static Refusal Unreadable(FieldReader reader) =>
        new(
            DocumentReasons.ReadBackUnreadable,
            $"The answer from Oracle could not be read: {string.Join(" ", reader.Problems)} It will be read again automatically."
        );

    private static ReadBackHold Hold(JsonFields fields) =>
        new()
        {
            Id = fields.TextOrNull("holdId"),
            InvoiceNumber = fields.TextOrNull("invoiceNumber"),
            Name = fields.TextOrNull("name"),
            HeldBy = fields.TextOrNull("heldBy"),
            HeldOn = fields.TextOrNull("heldOn"),
            ReleaseName = fields.TextOrNull("releaseName"),
            ReleasedOn = fields.TextOrNull("releasedOn"),
            ChangedBy = fields.TextOrNull("changedBy"),
        };

    /// <summary>Reads one invoice as the recording would; null where it could not.</summary>
    public static ReadBackInvoice? InvoiceOf(ReadBackWords words)
    {
        var reader = new FieldReader();
        var invoice = Invoice(words, "", reader);
        return reader.Problems.Count == 0 ? invoice : null;
    }

    private static JsonObject Write(ReadBackLineWords line) =>
        new JsonObject()
            .TextOrNull("lineNumber", line.LineNumber)
            .TextOrNull("amount", line.Amount)
            .TextOrNull("purchaseOrderNumber", line.PurchaseOrderNumber)
            .TextOrNull("purchaseOrderLine", line.PurchaseOrderLine)
            .TextOrNull("purchaseOrderSchedule", line.PurchaseOrderSchedule)
            .TextOrNull("account", line.Account)
            .TextOrNull("project", line.Project)
            .TextOrNull("task", line.Task)
            .TextOrNull("expenditureType", line.ExpenditureType)
            .TextOrNull("expenditureOrganization", line.ExpenditureOrganization)
            .TextOrNull("expenditureItemDate", line.ExpenditureItemDate);

    private static ReadBackWords Words(JsonFields fields) =>
        new()
        {
            InvoiceId = fields.TextOrNull("invoiceId"),
            Kind = fields.TextOrNull("kind"),
            Cancelled = fields.TextOrNull("canceled"),
            InvoiceNumber = fields.TextOrNull("invoiceNumber"),
            Supplier = fields.TextOrNull("supplier"),
            SupplierSite = fields.TextOrNull("supplierSite"),
            BusinessUnit = fields.TextOrNull("businessUnit"),
            Currency = fields.TextOrNull("currency"),
            InvoiceAmount = fields.TextOrNull("invoiceAmount"),
            InvoiceDate = fields.TextOrNull("invoiceDate"),
            AccountingDate = fields.TextOrNull("accountingDate"),
            ValidationStatus = fields.TextOrNull("validationStatus"),
            ApprovalStatus = fields.TextOrNull("approvalStatus"),
            PaidStatus = fields.TextOrNull("paidStatus"),
            Description = fields.TextOrNull("description"),
            Holds = [.. fields.Objects("holds").Select(Hold)],
            Lines = [.. fields.ListOrEmpty("lines").Select(LineWords)],
        };

    private static ReadBackLineWords LineWords(JsonFields fields) =>
        new()
        {
            LineNumber = fields.TextOrNull("lineNumber"),
            Amount = fields.TextOrNull("amount"),
            PurchaseOrderNumber = fields.TextOrNull("purchaseOrderNumber"),
            PurchaseOrderLine = fields.TextOrNull("purchaseOrderLine"),
            PurchaseOrderSchedule = fields.TextOrNull("purchaseOrderSchedule"),
            Account = fields.TextOrNull("account"),
            Project = fields.TextOrNull("project"),
            Task = fields.TextOrNull("task"),
            ExpenditureType = fields.TextOrNull("expenditureType"),
            ExpenditureOrganization = fields.TextOrNull("expenditureOrganization"),
            ExpenditureItemDate = fields.TextOrNull("expenditureItemDate"),
        };

    private static ReadBackInvoice Invoice(ReadBackWords words, string prefix, FieldReader reader) =>
        new()
        {
            InvoiceId = reader.Text(prefix + "invoiceId", words.InvoiceId),
            Kind = reader.Text(prefix + "kind", words.Kind),
            IsCancelled = reader.Flag(prefix + "canceled", words.Cancelled),
            InvoiceNumber = reader.Text(prefix + "invoiceNumber", words.InvoiceNumber),
            Supplier = reader.Text(prefix + "supplier", words.Supplier),
            VendorSite = reader.Text(prefix + "supplierSite", words.SupplierSite),
            BusinessUnit = reader.Text(prefix + "businessUnit", words.BusinessUnit),
            Currency = reader.Text(prefix + "currency", words.Currency),
            InvoiceAmount = reader.Amount(prefix + "invoiceAmount", words.InvoiceAmount),
            InvoiceDate = reader.Date(prefix + "invoiceDate", words.InvoiceDate),
            AccountingDate = reader.Date(prefix + "accountingDate", words.AccountingDate),
            ValidationStatus = reader.Text(prefix + "validationStatus", words.ValidationStatus),
            ApprovalStatus = reader.Text(prefix + "approvalStatus", words.ApprovalStatus),
            PaidStatus = reader.Text(prefix + "paidStatus", words.PaidStatus),
            Description = words.Description,
            Holds = words.Holds,
            Lines = [.. words.Lines.Select((line, index) => Line(line, Sentence.Of($"{prefix}lines[{index}]."), reader))],
        };

    private static ReadBackLine Line(ReadBackLineWords words, string prefix, FieldReader reader) =>
        new()
        {
            LineNumber = reader.WholeNumber(prefix + "lineNumber", words.LineNumber),
            Amount = reader.Amount(prefix + "amount", words.Amount),
            PurchaseOrderNumber = words.PurchaseOrderNumber,
            PurchaseOrderLine = reader.OptionalWholeNumber(prefix + "purchaseOrderLine", words.PurchaseOrderLine),
            PurchaseOrderSchedule = reader.OptionalWholeNumber(prefix + "purchaseOrderSchedule", words.PurchaseOrderSchedule),
            Account = words.Account,
            ProjectNumber = words.Project,
            TaskNumber = words.Task,
            ExpenditureType = words.ExpenditureType,
            ExpenditureOrganization = words.ExpenditureOrganization,
            ExpenditureItemDate = reader.OptionalDate(prefix + "expenditureItemDate", words.ExpenditureItemDate),
        };
}
