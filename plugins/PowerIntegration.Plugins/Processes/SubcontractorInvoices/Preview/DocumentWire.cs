using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;
using PowerIntegration.Domain.ContractBilling.Documents;
using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Preview;

/// <summary>One document as the answer's text carries it; amounts are numbers.</summary>
[DataContract]
internal sealed class DocumentWire
{
    [DataMember(Name = "kind", Order = 0)]
    public string Kind { get; private set; } = "";

    [DataMember(Name = "amount", Order = 1)]
    public decimal Amount { get; private set; }

    [DataMember(Name = "withheldByOracle", Order = 2)]
    public decimal WithheldByOracle { get; private set; }

    [DataMember(Name = "lines", Order = 3)]
    public List<DocumentLineWire> Lines { get; private set; } = [];

    /// <summary>Writes documents as a list.</summary>
    public static string Write(IEnumerable<BillingDocument> documents)
    {
        using var stream = new MemoryStream();
        new DataContractJsonSerializer(typeof(List<DocumentWire>)).WriteObject(stream, documents.Select(Of).ToList());
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static DocumentWire Of(BillingDocument document) =>
        new()
        {
            Kind = FieldReader.ChoiceTextOf(document.Kind.ToString()),
            Amount = document.Amount,
            WithheldByOracle = document.WithheldByOracle,
            Lines = [.. document.Lines.Select(DocumentLineWire.Of)],
        };
}
