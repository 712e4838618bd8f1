using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Recording;

/// <summary>
/// One invoice of the read-back text that the gateway sends, which is a list of them. Members are texts: the serializer would turn a missing number
/// into zero without a word.
/// </summary>
[DataContract]
internal sealed class ReadBackWire
{
    [DataMember(Name = "invoiceId", IsRequired = true)]
    public string? InvoiceId { get; set; }

    [DataMember(Name = "kind", IsRequired = true)]
    public string? Kind { get; set; }

    [DataMember(Name = "cancelled", IsRequired = true)]
    public string? Cancelled { get; set; }

    [DataMember(Name = "invoiceNumber", IsRequired = true)]
    public string? InvoiceNumber { get; set; }

    [DataMember(Name = "supplier", IsRequired = true)]
    public string? Supplier { get; set; }

    [DataMember(Name = "supplierSite", IsRequired = true)]
    public string? SupplierSite { get; set; }

    [DataMember(Name = "businessUnit", IsRequired = true)]
    public string? BusinessUnit { get; set; }

    [DataMember(Name = "currency", IsRequired = true)]
    public string? Currency { get; set; }

    [DataMember(Name = "invoiceAmount", IsRequired = true)]
    public string? InvoiceAmount { get; set; }

    [DataMember(Name = "invoiceDate", IsRequired = true)]
    public string? InvoiceDate { get; set; }

    [DataMember(Name = "accountingDate", IsRequired = true)]
    public string? AccountingDate { get; set; }

    [DataMember(Name = "validationStatus", IsRequired = true)]
    public string? ValidationStatus { get; set; }

    [DataMember(Name = "approvalStatus", IsRequired = true)]
    public string? ApprovalStatus { get; set; }

    [DataMember(Name = "paidStatus", IsRequired = true)]
    public string? PaidStatus { get; set; }

    [DataMember(Name = "description", IsRequired = true)]
    public string? Description { get; set; }

    [DataMember(Name = "lines", IsRequired = true)]
    public List<ReadBackLineWire>? Lines { get; set; }

    /// <summary>Reads the text; what cannot be read is named field by field.</summary>
    public static ReadBackReading Parse(string text)
    {
        try
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
            var wires = new DataContractJsonSerializer(typeof(List<ReadBackWire>)).ReadObject(stream) as List<ReadBackWire>;
            return wires is null ? Unreadable("the text is null.") : ToDomain(wires);
        }
        catch (SerializationException malformed)
        {
            return Unreadable(malformed.Message);
        }
    }

    private static ReadBackReading ToDomain(List<ReadBackWire> wires)
    {
        var fields = new FieldReader();
        List<ReadBackInvoice> invoices = [.. wires.Select((wire, index) => wire.ToDomain(fields, Sentence.Of($"[{index}].")))];
        return fields.Problems.Count == 0 ? new ReadBackReading(invoices, null) : Unreadable(string.Join(" ", fields.Problems));
    }

    private ReadBackInvoice ToDomain(FieldReader fields, string prefix) =>
        new()
        {
            InvoiceId = fields.Text(prefix + "invoiceId", InvoiceId),
            Kind = fields.Text(prefix + "kind", Kind),
            IsCancelled = fields.Flag(prefix + "cancelled", Cancelled ?? ""),
            InvoiceNumber = fields.Text(prefix + "invoiceNumber", InvoiceNumber),
            Supplier = fields.Text(prefix + "supplier", Supplier),
            VendorSite = fields.Text(prefix + "supplierSite", SupplierSite),
            BusinessUnit = fields.Text(prefix + "businessUnit", BusinessUnit),
            Currency = fields.Text(prefix + "currency", Currency),
            InvoiceAmount = fields.Amount(prefix + "invoiceAmount", InvoiceAmount),
            InvoiceDate = fields.Date(prefix + "invoiceDate", InvoiceDate),
            AccountingDate = fields.Date(prefix + "accountingDate", AccountingDate),
            ValidationStatus = fields.Text(prefix + "validationStatus", ValidationStatus),
            ApprovalStatus = fields.Text(prefix + "approvalStatus", ApprovalStatus),
            Description = Description,
            PaidStatus = fields.Text(prefix + "paidStatus", PaidStatus),
            Lines = [.. (Lines ?? []).Select((line, index) => ToDomain(line, Sentence.Of($"{prefix}lines[{index}]."), fields))],
        };

    private static ReadBackLine ToDomain(ReadBackLineWire line, string prefix, FieldReader fields) =>
        new()
        {
            LineNumber = fields.WholeNumber(prefix + "lineNumber", line.LineNumber),
            Amount = fields.Amount(prefix + "amount", line.Amount),
            PurchaseOrderNumber = line.PurchaseOrderNumber,
            PurchaseOrderLine = fields.OptionalWholeNumber(prefix + "purchaseOrderLine", line.PurchaseOrderLine),
            PurchaseOrderSchedule = fields.OptionalWholeNumber(prefix + "purchaseOrderSchedule", line.PurchaseOrderSchedule),
            Account = line.Account,
            ProjectNumber = line.Project,
            TaskNumber = line.Task,
            ExpenditureType = line.ExpenditureType,
            ExpenditureOrganization = line.ExpenditureOrganization,
            ExpenditureItemDate = fields.OptionalDate(prefix + "expenditureItemDate", line.ExpenditureItemDate),
        };

    private static ReadBackReading Unreadable(string detail) =>
        new(
            null,
            new Refusal(
                DocumentReasons.ReadBackUnreadable,
                $"What Oracle is reported to say cannot be read: {detail} Submit the document again, so that it is read back."
            )
        );
}
