using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Gateway.Intake;

/// <summary>A kind of record that is polled.</summary>
/// <param name="Kind">Kind of its documents.</param>
/// <param name="RecordType">Value of the choice <c>pint_recordtype</c>.</param>
/// <param name="One">What people call one of them, such as <c>Subcontractor invoice</c>.</param>
/// <param name="Many">What people call several.</param>
internal sealed record PolledRecords(DocumentKind Kind, int RecordType, string One, string Many)
{
    /// <summary>The record type in keys, such as <c>SUBCONTRACTOR-INVOICE</c>.</summary>
    public string KeyPart => DocumentKinds.RecordType(Kind);
}
