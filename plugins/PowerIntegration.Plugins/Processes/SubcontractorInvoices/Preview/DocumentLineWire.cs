using System.Runtime.Serialization;
using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Preview;

/// <summary>One line of a document as the answer's text carries it. What a line does not have is left out.</summary>
[DataContract]
internal sealed class DocumentLineWire
{
    [DataMember(Name = "kind", Order = 0)]
    public string Kind { get; private set; } = "";

    [DataMember(Name = "line", Order = 1, EmitDefaultValue = false)]
    public string? LineId { get; private set; }

    [DataMember(Name = "amount", Order = 2)]
    public decimal Amount { get; private set; }

    [DataMember(Name = "role", Order = 3)]
    public string Role { get; private set; } = "";

    [DataMember(Name = "account", Order = 4, EmitDefaultValue = false)]
    public string? Account { get; private set; }

    [DataMember(Name = "coding", Order = 5, EmitDefaultValue = false)]
    public string? Coding { get; private set; }

    [DataMember(Name = "description", Order = 6)]
    public string Description { get; private set; } = "";

    public static DocumentLineWire Of(BillingDocumentLine line) =>
        new()
        {
            Kind = FieldReader.ChoiceTextOf(line.Kind.ToString()),
            LineId = line.LineId,
            Amount = line.Amount,
            Role = FieldReader.ChoiceTextOf(line.Role.ToString()),
            Account = line.Account,
            Coding = line.Coding,
            Description = line.Description,
        };
}
