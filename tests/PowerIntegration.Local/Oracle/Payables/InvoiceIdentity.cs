using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle.Payables;

/// <summary>The business key of an invoice: its number is unique per supplier and business unit.</summary>
internal readonly record struct InvoiceIdentity(string InvoiceNumber, string Supplier, string BusinessUnit)
{
    public static InvoiceIdentity Of(JsonObject row) =>
        new(row.Text("InvoiceNumber") ?? "", row.Text("Supplier") ?? "", row.Text("BusinessUnit") ?? "");

    public override string ToString() => $"invoice {InvoiceNumber} of {Supplier} in {BusinessUnit}";
}
