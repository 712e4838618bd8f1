namespace PowerIntegration.Sandbox.Demo;

/// <summary>A document as Dataverse shows it.</summary>
/// <param name="Id">Row id.</param>
/// <param name="Contract">Contract.</param>
/// <param name="InvoiceNumber">The supplier's number.</param>
/// <param name="Application">Application number.</param>
/// <param name="Revision">Revision.</param>
/// <param name="State">State.</param>
/// <param name="ReasonCode">Reason code, where it waits or was refused.</param>
/// <param name="Reason">Reason.</param>
/// <param name="Payable">Payable amount, where prepared.</param>
/// <param name="OracleInvoice">Oracle's invoice id, where sent.</param>
public sealed record DemoDocument(
    string Id,
    string Contract,
    string Kind,
    string InvoiceNumber,
    int Application,
    int Revision,
    string State,
    string? ReasonCode,
    string? Reason,
    decimal? Payable,
    string? OracleInvoice
);
