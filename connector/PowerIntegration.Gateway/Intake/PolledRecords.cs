namespace PowerIntegration.Gateway.Intake;

/// <summary>A kind of record that is polled.</summary>
/// <param name="RecordType">Value of the choice <c>pint_recordtype</c>.</param>
/// <param name="KeyPart">The record type in keys, such as <c>SUBCONTRACTOR-INVOICE</c>.</param>
/// <param name="One">What people call one of them, such as <c>Subcontractor invoice</c>.</param>
/// <param name="Many">What people call several.</param>
internal sealed record PolledRecords(int RecordType, string KeyPart, string One, string Many);
