namespace PowerIntegration.Gateway.Intake;

/// <summary>A kind of record that is polled.</summary>
/// <param name="RecordType">Value of the choice <c>pint_recordtype</c>.</param>
/// <param name="One">What people call one of them, such as <c>Subcontractor invoice</c>.</param>
/// <param name="Many">What people call several.</param>
internal sealed record PolledRecords(int RecordType, string One, string Many);
