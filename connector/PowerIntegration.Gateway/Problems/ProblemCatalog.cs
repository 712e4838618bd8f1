namespace PowerIntegration.Gateway.Problems;

/// <summary>Every problem the gateway can report. A code is never renamed: flows and people search for it.</summary>
public static class ProblemCatalog
{
    /// <summary>The request is not valid.</summary>
    public static readonly ProblemKind RequestUnreadable = new("request-unreadable", 400, "Request not valid");

    /// <summary>There is no token, or it is not valid.</summary>
    public static readonly ProblemKind Unauthenticated = new("unauthenticated", 401, "Not signed in");

    /// <summary>The token is valid but does not have the app role.</summary>
    public static readonly ProblemKind RoleMissing = new("role-missing", 403, "App role missing");

    /// <summary>The caller has used the operation too often.</summary>
    public static readonly ProblemKind CallerThrottled = new("caller-throttled", 429, "Too many calls");

    /// <summary>No operation has this address.</summary>
    public static readonly ProblemKind OperationUnknown = new("operation-unknown", 404, "Unknown operation");

    /// <summary>The address is known, the method is not.</summary>
    public static readonly ProblemKind MethodUnknown = new("method-unknown", 405, "Method not allowed");

    /// <summary>The body is not JSON by its content type.</summary>
    public static readonly ProblemKind ContentTypeUnknown = new("content-type-unknown", 415, "Content type not supported");

    /// <summary>The gateway's settings and the environment row name different systems.</summary>
    public static readonly ProblemKind EnvironmentMismatch = new("environment-mismatch", 409, "Environment does not match");

    /// <summary>A run cannot go on: what it is about is not there any more, or it was started in another version.</summary>
    public static readonly ProblemKind RunUnusable = new("run-unusable", 409, "Run cannot go on");

    /// <summary>No coverage proof has the id.</summary>
    public static readonly ProblemKind RunUnknown = new("run-unknown", 404, "Unknown coverage proof");

    /// <summary>No inbound event has the id.</summary>
    public static readonly ProblemKind EventUnknown = new("event-unknown", 404, "Unknown event");

    /// <summary>No document has the id.</summary>
    public static readonly ProblemKind DocumentUnknown = new("document-unknown", 404, "Unknown document");

    /// <summary>No request for approval has the id.</summary>
    public static readonly ProblemKind ApprovalUnknown = new("approval-unknown", 404, "Unknown request for approval");

    /// <summary>Nobody has decided the request for approval.</summary>
    public static readonly ProblemKind ApprovalUndecided = new("approval-undecided", 409, "Not decided");

    /// <summary>No project has the id.</summary>
    public static readonly ProblemKind ProjectUnknown = new("project-unknown", 404, "Unknown project");

    /// <summary>Procore does not have the invoice, or does not show it to this gateway.</summary>
    public static readonly ProblemKind InvoiceUnknown = new("procore-invoice-unknown", 404, "Unknown Procore invoice");

    /// <summary>The event does not say which record it is about.</summary>
    public static readonly ProblemKind EventUnreadable = new("event-unreadable", 422, "Event does not name a record") { IsOfRecord = true };

    /// <summary>No process of this gateway reads the record type of the event.</summary>
    public static readonly ProblemKind EventTypeUnknown = new("event-type-unknown", 422, "Kind of record not supported") { IsOfRecord = true };

    /// <summary>The commitment of the invoice is not set up.</summary>
    public static readonly ProblemKind CommitmentUnknown = new("commitment-unknown", 422, "Commitment not set up");

    /// <summary>Procore's amount is not a number or has more than two decimals.</summary>
    public static readonly ProblemKind AmountUnreadable = new("procore-amount-unreadable", 422, "Amount not valid") { IsOfRecord = true };

    /// <summary>A required field of Procore's response is missing or not valid.</summary>
    public static readonly ProblemKind FieldUnreadable = new("procore-field-unreadable", 422, "Field not valid") { IsOfRecord = true };

    /// <summary>A line of the invoice has no counterpart in the detail, or two.</summary>
    public static readonly ProblemKind LineUnmatched = new("procore-line-unmatched", 422, "Retainage of the line not found") { IsOfRecord = true };

    /// <summary>A line uses a WBS code the project does not list.</summary>
    public static readonly ProblemKind WbsCodeUnknown = new("procore-wbs-code-unknown", 422, "Unknown WBS code");

    /// <summary>Procore's response is not in the documented format.</summary>
    public static readonly ProblemKind ProcoreAnswerUnreadable = new("procore-answer-unreadable", 502, "Procore's response not valid");

    /// <summary>Procore refuses this gateway's own access.</summary>
    public static readonly ProblemKind ProcoreAccessRefused = new("procore-access-refused", 502, "Procore refused access");

    /// <summary>Procore does not let this gateway read a project or a tool of it.</summary>
    public static readonly ProblemKind ProcoreNotPermitted = new("procore-not-permitted", 502, "Procore denied permission");

    /// <summary>Procore's rate limit is used up.</summary>
    public static readonly ProblemKind ProcoreThrottled = new("procore-throttled", 503, "Procore is busy");

    /// <summary>Procore cannot be reached or fails.</summary>
    public static readonly ProblemKind ProcoreUnavailable = new("procore-unavailable", 503, "Procore is not available");

    /// <summary>The state of the document does not allow sending.</summary>
    public static readonly ProblemKind DocumentNotPrepared = new("document-not-prepared", 409, "Document not prepared");

    /// <summary>Another call is sending the document.</summary>
    public static readonly ProblemKind DocumentClaimed = new("document-claimed", 409, "Document is being sent");

    /// <summary>The frozen lines are not what was hashed.</summary>
    public static readonly ProblemKind ContentHashDiffers = new("content-hash-differs", 409, "Prepared content was changed");

    /// <summary>Documents of the type are prepared and not sent.</summary>
    public static readonly ProblemKind DocumentNotSendable = new("document-not-sendable", 422, "Document type is not sent");

    /// <summary>A frozen line says neither which purchase order nor which account it goes to.</summary>
    public static readonly ProblemKind LineWithoutTarget = new("line-without-target", 422, "Line without purchase order or account");

    /// <summary>The invoice was sent, but Oracle no longer has it.</summary>
    public static readonly ProblemKind OracleInvoiceMissing = new("oracle-invoice-missing", 409, "Sent invoice not found in Oracle");

    /// <summary>More than one Oracle invoice has the number.</summary>
    public static readonly ProblemKind OracleInvoiceAmbiguous = new("oracle-invoice-ambiguous", 409, "Invoice number used several times in Oracle");

    /// <summary>Oracle refuses this gateway's own access.</summary>
    public static readonly ProblemKind OracleAccessRefused = new("oracle-access-refused", 502, "Oracle refused access");

    /// <summary>Oracle refuses to answer a query.</summary>
    public static readonly ProblemKind OracleRequestRefused = new("oracle-request-refused", 502, "Oracle refused the request");

    /// <summary>Oracle's response is not in the documented format.</summary>
    public static readonly ProblemKind OracleAnswerUnreadable = new("oracle-answer-unreadable", 502, "Oracle's response not valid");

    /// <summary>Oracle asks to wait.</summary>
    public static readonly ProblemKind OracleThrottled = new("oracle-throttled", 503, "Oracle is busy");

    /// <summary>Oracle cannot be reached or fails.</summary>
    public static readonly ProblemKind OracleUnavailable = new("oracle-unavailable", 503, "Oracle is not available");

    /// <summary>Oracle has no project with the number, or does not show it to this gateway.</summary>
    public static readonly ProblemKind OracleProjectUnknown = new("oracle-project-unknown", 404, "Unknown Oracle project");

    /// <summary>No store is set up for the hashes that are kept outside Dataverse.</summary>
    public static readonly ProblemKind AnchorsNotConfigured = new("anchors-not-configured", 409, "Hashes are not anchored");

    /// <summary>The chain of hashes is not whole.</summary>
    public static readonly ProblemKind AnchorsBroken = new("anchors-broken", 409, "Chain of hashes is not whole");

    /// <summary>The store of the hashes cannot be read or written.</summary>
    public static readonly ProblemKind AnchorsUnavailable = new("anchors-unavailable", 503, "Store of hashes is not available");

    /// <summary>Dataverse refuses a request.</summary>
    public static readonly ProblemKind DataverseRefused = new("dataverse-refused", 502, "Dataverse refused the request");

    /// <summary>Dataverse cannot be reached or asks to wait.</summary>
    public static readonly ProblemKind DataverseUnavailable = new("dataverse-unavailable", 503, "Dataverse is not available");

    /// <summary>The time limit of one call was reached.</summary>
    public static readonly ProblemKind BudgetSpent = new("budget-spent", 503, "Request timed out");

    /// <summary>A defect of the gateway.</summary>
    public static readonly ProblemKind Unexpected = new("unexpected", 500, "Unexpected error");

    /// <summary>All kinds, each once.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
    [.. typeof(ProblemCatalog).GetFields().Select(field => field.GetValue(null)).OfType<ProblemKind>()];
}
