using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Documents;

/// <summary>What every process says about its documents: their order, their decisions, what became of them.</summary>
public static class DocumentReasons
{
    /// <summary>No document has the given id.</summary>
    public static ReasonCode DocumentNotFound { get; } = new("document-not-found", StopState.Refused, 10);

    /// <summary>The document's state does not allow the request.</summary>
    public static ReasonCode DocumentState { get; } = new("document-state", StopState.Refused, 30);

    /// <summary>Another call is sending the document.</summary>
    public static ReasonCode DocumentClaimed { get; } = new("document-claimed", StopState.Held, 32);

    /// <summary>What was frozen is not what was frozen any more: someone changed the row behind the steps that protect it.</summary>
    public static ReasonCode ContentChanged { get; } = new("content-changed", StopState.Refused, 35);

    /// <summary>Accounting is closing the period into which the document would post; it is prepared again for the next open one.</summary>
    public static ReasonCode PeriodCutOff { get; } = new("period-cut-off", StopState.Held, 37);

    /// <summary>The commitment, project or payables setup is another version than the document was prepared with; it is prepared again.</summary>
    public static ReasonCode ConfigurationChanged { get; } = new("configuration-changed", StopState.Held, 38);

    /// <summary>The project, commitment or payables setup is not active.</summary>
    public static ReasonCode ConfigurationNotActive { get; } = new("configuration-not-active", StopState.Held, 40);

    /// <summary>The invoice was deleted or abandoned in Procore before it was posted.</summary>
    public static ReasonCode SourceVoid { get; } = new("source-void", StopState.Refused, 120);

    /// <summary>The invoice was deleted or abandoned in Procore after it was posted: it is payable in Oracle until someone reverses it.</summary>
    public static ReasonCode PostedSourceVoid { get; } = new("posted-source-void", StopState.Refused, 125);

    /// <summary>The invoice does not have the Procore status that makes it eligible.</summary>
    public static ReasonCode ProcoreUndecided { get; } = new("procore-undecided", StopState.Held, 130);

    /// <summary>A controller decided about the document; what was frozen before may not be sent.</summary>
    public static ReasonCode DecisionRecorded { get; } = new("decision-recorded", StopState.Held, 140);

    /// <summary>An earlier revision of the same invoice is on its way to Oracle.</summary>
    public static ReasonCode EarlierRevisionInFlight { get; } = new("earlier-revision-in-flight", StopState.Held, 160);

    /// <summary>A later application of the commitment is already posted.</summary>
    public static ReasonCode OutOfOrder { get; } = new("out-of-order", StopState.Held, 170);

    /// <summary>A lower application of the commitment is not posted yet.</summary>
    public static ReasonCode PredecessorNotPosted { get; } = new("predecessor-not-posted", StopState.Held, 180);

    /// <summary>A lower application number is neither posted nor void nor known.</summary>
    public static ReasonCode PredecessorMissing { get; } = new("predecessor-missing", StopState.Held, 190);

    /// <summary>A later application is posted; the latest is reversed first.</summary>
    public static ReasonCode ReversalOutOfOrder { get; } = new("reversal-out-of-order", StopState.Refused, 200);

    /// <summary>Someone other than the requester has to confirm.</summary>
    public static ReasonCode SecondPersonRequired { get; } = new("second-person-required", StopState.Held, 210);

    /// <summary>The invoice has no line.</summary>
    public static ReasonCode LinesMissing { get; } = new("lines-missing", StopState.Refused, 220);

    /// <summary>The invoice has more lines than one document may carry.</summary>
    public static ReasonCode TooManyLines { get; } = new("too-many-lines", StopState.Refused, 230);

    /// <summary>A line names no schedule-of-values line.</summary>
    public static ReasonCode LineIdMissing { get; } = new("line-id-missing", StopState.Refused, 240);

    /// <summary>Two lines name the same schedule-of-values line.</summary>
    public static ReasonCode LineRepeated { get; } = new("line-repeated", StopState.Refused, 250);

    /// <summary>The end of the period or the billing date is missing.</summary>
    public static ReasonCode DateMissing { get; } = new("date-missing", StopState.Refused, 260);

    /// <summary>Another application of the commitment carries the same invoice number.</summary>
    public static ReasonCode PossibleDuplicate { get; } = new("possible-duplicate", StopState.Held, 330);

    /// <summary>The number belongs to another record: to another document's, or to one that was entered in the target system.</summary>
    public static ReasonCode NumberTaken { get; } = new("number-taken", StopState.Held, 335);

    /// <summary>Oracle could not be asked about the posted documents when the source was read.</summary>
    public static ReasonCode OracleNotRead { get; } = new("oracle-not-read", StopState.Held, 425);

    /// <summary>What was sent would change.</summary>
    public static ReasonCode PayloadChangedAfterSend { get; } = new("payload-changed-after-send", StopState.Held, 700);

    /// <summary>Nothing of what was sent is in Oracle, so the document may be sent with other content.</summary>
    public static ReasonCode NotInOracle { get; } = new("not-in-oracle", StopState.Held, 705);

    /// <summary>What was sent is not what is frozen.</summary>
    public static ReasonCode PayloadDiffers { get; } = new("payload-differs", StopState.Held, 710);

    /// <summary>A posting is reported without what Oracle says.</summary>
    public static ReasonCode ReadBackMissing { get; } = new("read-back-missing", StopState.Held, 720);

    /// <summary>What Oracle is reported to say cannot be read.</summary>
    public static ReasonCode ReadBackUnreadable { get; } = new("read-back-unreadable", StopState.Held, 730);

    /// <summary>Oracle refused the invoice.</summary>
    public static ReasonCode OracleRefused { get; } = new("oracle-refused", StopState.Refused, 740);

    /// <summary>The invoice was canceled in Oracle before the document was posted, and no one has decided to post it again.</summary>
    public static ReasonCode CanceledInOracle { get; } = new("canceled-in-oracle", StopState.Held, 195);

    /// <summary>Oracle's invoice differs from what was prepared.</summary>
    public static ReasonCode OracleDiffers { get; } = new("oracle-differs", StopState.Held, 750);

    /// <summary>The document would leave without the approval that its rule demands.</summary>
    public static ReasonCode ApprovalMissing { get; } = new("approval-missing", StopState.Held, 155);
}
