namespace PowerIntegration.Gateway.Problems;

/// <summary>Every problem the gateway answers with. A code is never renamed: flows and people search for it.</summary>
public static class ProblemCatalog
{
    /// <summary>The request cannot be read.</summary>
    public static readonly ProblemKind RequestUnreadable = new("request-unreadable", 400, "The request cannot be read");

    /// <summary>No token, or one that is not believed.</summary>
    public static readonly ProblemKind Unauthenticated = new("unauthenticated", 401, "No valid token");

    /// <summary>The token is good but lacks the app role.</summary>
    public static readonly ProblemKind RoleMissing = new("role-missing", 403, "App role missing");

    /// <summary>No operation has this address.</summary>
    public static readonly ProblemKind OperationUnknown = new("operation-unknown", 404, "Unknown operation");

    /// <summary>The address is known, the method is not.</summary>
    public static readonly ProblemKind MethodUnknown = new("method-unknown", 405, "Method not allowed");

    /// <summary>The body is not JSON by its content type.</summary>
    public static readonly ProblemKind ContentTypeUnknown = new("content-type-unknown", 415, "Content type not supported");

    /// <summary>The gateway's settings and the environment row do not say the same pair of systems.</summary>
    public static readonly ProblemKind EnvironmentMismatch = new("environment-mismatch", 409, "Wrong pair of systems");

    /// <summary>No inbound event has the id.</summary>
    public static readonly ProblemKind EventUnknown = new("event-unknown", 404, "Unknown event");

    /// <summary>No document has the id.</summary>
    public static readonly ProblemKind DocumentUnknown = new("document-unknown", 404, "Unknown document");

    /// <summary>No project has the id.</summary>
    public static readonly ProblemKind ProjectUnknown = new("project-unknown", 404, "Unknown project");

    /// <summary>Procore does not have the invoice, or does not show it to us.</summary>
    public static readonly ProblemKind InvoiceUnknown = new("procore-invoice-unknown", 404, "Unknown Procore invoice");

    /// <summary>The event does not say which record it is about.</summary>
    public static readonly ProblemKind EventUnreadable = new("event-unreadable", 422, "Event without a record");

    /// <summary>No process of this gateway reads the record type of the event.</summary>
    public static readonly ProblemKind EventTypeUnknown = new("event-type-unknown", 422, "Event of another record type");

    /// <summary>The commitment of the invoice is no configured contract.</summary>
    public static readonly ProblemKind CommitmentUnknown = new("commitment-unknown", 422, "Commitment not configured");

    /// <summary>Procore's amount is no number, or more exact than money.</summary>
    public static readonly ProblemKind AmountUnreadable = new("procore-amount-unreadable", 422, "Amount cannot be read");

    /// <summary>A field of Procore's answer that the invoice cannot do without is missing or malformed.</summary>
    public static readonly ProblemKind FieldUnreadable = new("procore-field-unreadable", 422, "Field cannot be read");

    /// <summary>A line of the invoice has no counterpart in the detail, or two.</summary>
    public static readonly ProblemKind LineUnmatched = new("procore-line-unmatched", 422, "Line without its retainage");

    /// <summary>A line uses a WBS code the project does not list.</summary>
    public static readonly ProblemKind WbsCodeUnknown = new("procore-wbs-code-unknown", 422, "Unknown WBS code");

    /// <summary>Procore answered something that is not its documented shape.</summary>
    public static readonly ProblemKind ProcoreAnswerUnreadable = new("procore-answer-unreadable", 502, "Procore's answer cannot be read");

    /// <summary>Procore refuses this gateway's own access.</summary>
    public static readonly ProblemKind ProcoreAccessRefused = new("procore-access-refused", 502, "Procore refuses access");

    /// <summary>Procore does not let this gateway read a project or a tool of it.</summary>
    public static readonly ProblemKind ProcoreNotPermitted = new("procore-not-permitted", 502, "Procore does not permit reading");

    /// <summary>Procore's rate limit is used up.</summary>
    public static readonly ProblemKind ProcoreThrottled = new("procore-throttled", 503, "Procore asks to wait");

    /// <summary>Procore cannot be reached or fails.</summary>
    public static readonly ProblemKind ProcoreUnavailable = new("procore-unavailable", 503, "Procore is not available");

    /// <summary>The document is in no state in which it may be sent.</summary>
    public static readonly ProblemKind DocumentNotPrepared = new("document-not-prepared", 409, "Document is not prepared");

    /// <summary>Another call is sending the document.</summary>
    public static readonly ProblemKind DocumentClaimed = new("document-claimed", 409, "Document is being sent");

    /// <summary>The frozen lines are not what was hashed.</summary>
    public static readonly ProblemKind ContentHashDiffers = new("content-hash-differs", 409, "Frozen lines were changed");

    /// <summary>Documents of the type are prepared and not sent.</summary>
    public static readonly ProblemKind DocumentNotSendable = new("document-not-sendable", 422, "Documents of this type are not sent");

    /// <summary>A frozen line says neither which purchase order nor which account it goes to.</summary>
    public static readonly ProblemKind LineWithoutTarget = new("line-without-target", 422, "Line without purchase order or account");

    /// <summary>We sent the invoice, and Oracle does not have it any more.</summary>
    public static readonly ProblemKind OracleInvoiceMissing = new("oracle-invoice-missing", 409, "Sent invoice is not in Oracle");

    /// <summary>More than one Oracle invoice has the number.</summary>
    public static readonly ProblemKind OracleInvoiceAmbiguous = new("oracle-invoice-ambiguous", 409, "Several Oracle invoices with the number");

    /// <summary>Oracle refuses this gateway's own access.</summary>
    public static readonly ProblemKind OracleAccessRefused = new("oracle-access-refused", 502, "Oracle refuses access");

    /// <summary>Oracle refuses a question of ours.</summary>
    public static readonly ProblemKind OracleRequestRefused = new("oracle-request-refused", 502, "Oracle refuses the request");

    /// <summary>Oracle answered something that is not its documented shape.</summary>
    public static readonly ProblemKind OracleAnswerUnreadable = new("oracle-answer-unreadable", 502, "Oracle's answer cannot be read");

    /// <summary>Oracle asks to wait.</summary>
    public static readonly ProblemKind OracleThrottled = new("oracle-throttled", 503, "Oracle asks to wait");

    /// <summary>Oracle cannot be reached or fails.</summary>
    public static readonly ProblemKind OracleUnavailable = new("oracle-unavailable", 503, "Oracle is not available");

    /// <summary>Oracle has no project with the number, or does not show it to us.</summary>
    public static readonly ProblemKind OracleProjectUnknown = new("oracle-project-unknown", 404, "Unknown Oracle project");

    /// <summary>Dataverse refuses a request of ours.</summary>
    public static readonly ProblemKind DataverseRefused = new("dataverse-refused", 502, "Dataverse refuses the request");

    /// <summary>Dataverse cannot be reached or asks to wait.</summary>
    public static readonly ProblemKind DataverseUnavailable = new("dataverse-unavailable", 503, "Dataverse is not available");

    /// <summary>The time of one call was spent.</summary>
    public static readonly ProblemKind BudgetSpent = new("budget-spent", 503, "The time of the call was spent");

    /// <summary>A defect of the gateway.</summary>
    public static readonly ProblemKind Unexpected = new("unexpected", 500, "Unexpected failure");

    /// <summary>All kinds, each once.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
    [.. typeof(ProblemCatalog).GetFields().Select(field => field.GetValue(null)).OfType<ProblemKind>()];
}
