using System.Runtime.Serialization;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Recording;

/// <summary>One line of the read-back text. Members are texts: the serializer would turn a missing number into zero without a word.</summary>
[DataContract]
internal sealed class ReadBackLineWire
{
    [DataMember(Name = "lineNumber", IsRequired = true)]
    public string? LineNumber { get; set; }

    [DataMember(Name = "amount", IsRequired = true)]
    public string? Amount { get; set; }

    [DataMember(Name = "purchaseOrderNumber", IsRequired = true)]
    public string? PurchaseOrderNumber { get; set; }

    [DataMember(Name = "purchaseOrderLine", IsRequired = true)]
    public string? PurchaseOrderLine { get; set; }

    [DataMember(Name = "purchaseOrderSchedule", IsRequired = true)]
    public string? PurchaseOrderSchedule { get; set; }

    [DataMember(Name = "account", IsRequired = true)]
    public string? Account { get; set; }

    [DataMember(Name = "project", IsRequired = true)]
    public string? Project { get; set; }

    [DataMember(Name = "task", IsRequired = true)]
    public string? Task { get; set; }

    [DataMember(Name = "expenditureType", IsRequired = true)]
    public string? ExpenditureType { get; set; }

    [DataMember(Name = "expenditureOrganization", IsRequired = true)]
    public string? ExpenditureOrganization { get; set; }

    [DataMember(Name = "expenditureItemDate", IsRequired = true)]
    public string? ExpenditureItemDate { get; set; }
}
