namespace PowerIntegration.Plugins.Registration;

/// <summary>
/// The privilege that each custom API asks for. Dataverse has no privileges but those of tables, so the gate tables bring them: they hold no rows,
/// and each privilege of theirs belongs to one custom API. Roles and commands name the same privileges.
/// </summary>
internal static class Gates
{
    public const string ClaimDocument = "prvCreatepint_GatewayGate";
    public const string RecordOutcome = "prvWritepint_GatewayGate";
    public const string ClaimAttachments = "prvReadpint_GatewayGate";
    public const string RecordAttachments = "prvDeletepint_GatewayGate";
    public const string ClaimHoldRelease = "prvAppendpint_GatewayGate";
    public const string RecordHoldReview = "prvAppendTopint_GatewayGate";

    public const string PrepareDocument = "prvCreatepint_FlowGate";
    public const string ReportFailure = "prvWritepint_FlowGate";
    public const string ListStalled = "prvReadpint_FlowGate";
    public const string ListPaymentHolds = "prvAppendpint_FlowGate";
    public const string ReportConflictingRoles = "prvAppendTopint_FlowGate";
    public const string ReportDrift = "prvDeletepint_FlowGate";

    public const string RecordDecision = "prvCreatepint_DecisionGate";
    public const string PrepareReversal = "prvWritepint_DecisionGate";
    public const string AcknowledgeFinding = "prvReadpint_DecisionGate";
    public const string SignOpeningBalances = "prvDeletepint_DecisionGate";
    public const string PrepareRetainageRelease = "prvAppendpint_DecisionGate";
    public const string ReleasePaymentHold = "prvAppendTopint_DecisionGate";

    public const string ClaimApproval = "prvCreatepint_ApprovalGate";
    public const string RecordApprovalRequest = "prvWritepint_ApprovalGate";
    public const string RecordApproval = "prvReadpint_ApprovalGate";
    public const string ListApprovals = "prvAppendpint_ApprovalGate";
    public const string RecordReminder = "prvAppendTopint_ApprovalGate";
    public const string AskApprovalAgain = "prvDeletepint_ApprovalGate";

    public const string AcceptRelease = "prvCreatepint_ControlGate";
    public const string ReportAnchors = "prvWritepint_ControlGate";
    public const string RecordOracleStatuses = "prvAppendpint_ControlGate";
    public const string ExplainDocument = "prvReadpint_ControlGate";
    public const string CheckCoverage = "prvDeletepint_ControlGate";
    public const string PushTaskSegment = "prvAppendTopint_ControlGate";

    public const string ClaimWorkflowAnswer = "prvCreatepint_WorkflowGate";
    public const string RecordWorkflowAnswer = "prvWritepint_WorkflowGate";
    public const string RecordProcoreWorkflow = "prvReadpint_WorkflowGate";
    public const string RecordStructure = "prvAppendpint_WorkflowGate";
    public const string DraftMapping = "prvDeletepint_WorkflowGate";

    public const string ListCoverageNotices = "prvReadpint_NoticeGate";
    public const string RecordCoverageNotice = "prvWritepint_NoticeGate";

    public const string Activate = "prvCreatepint_VersionGate";
    public const string ActivateBatch = "prvWritepint_VersionGate";
    public const string Supersede = "prvAppendpint_VersionGate";
    public const string SupersedeBatch = "prvAppendTopint_VersionGate";
    public const string ExplainTerms = "prvReadpint_VersionGate";

    public const string ResolveWbs = "prvCreatepint_ReviewGate";
    public const string ReviewPaymentHold = "prvWritepint_ReviewGate";
    public const string PreviewInvoice = "prvReadpint_ReviewGate";
    public const string ListAccruals = "prvAppendpint_ReviewGate";
    public const string ReplayTerms = "prvAppendTopint_ReviewGate";
    public const string ListReadiness = "prvDeletepint_ReviewGate";
}
