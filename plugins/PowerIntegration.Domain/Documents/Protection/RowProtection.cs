using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Documents.Protection;

/// <summary>What may happen to rows that an auditor relies on. Null means allowed; otherwise the sentence says why not and what to do.</summary>
public static class RowProtection
{
    private const DocumentColumns ChangesWhenFinal =
        DocumentColumns.OracleStatus
        | DocumentColumns.SourceTime
        | DocumentColumns.AttachmentFacts
        | DocumentColumns.AttachmentClaim
        | DocumentColumns.PaymentHold;

    /// <summary>Any update of a source line, preparation, document line or piece of evidence: never.</summary>
    public static Refusal FrozenRowChanges() =>
        Forbidden("This record is part of the audit trail and cannot be changed. Retry the document instead; that creates new records.");

    /// <summary>Any delete of those rows and of documents: never.</summary>
    public static Refusal RowIsDeleted() => Forbidden("This record is part of the audit trail and cannot be deleted.");

    /// <summary>Another owner or another status for those rows and for documents: never, whichever message asks for it.</summary>
    public static Refusal OwnerOrStatusChanges() =>
        Forbidden("The owner and the status of this record cannot be changed. To give someone access, assign a security role.");

    /// <summary>A signature under opening balances that a caller writes: only the API that signs may, in the name of whoever calls it.</summary>
    /// <param name="columns">The columns of the signature that the caller passes.</param>
    /// <param name="isSigning">True inside that API.</param>
    public static Refusal? SignatureIsWritten(IReadOnlyCollection<string> columns, bool isSigning) =>
        columns.Count == 0 || isSigning
            ? null
            : Forbidden(
                "The signature of the opening balances cannot be edited. Use the command Sign opening balances; it records who signed and when."
            );

    /// <summary>The base of a commitment that a caller writes: only what posts, or reverses what posted, moves it.</summary>
    /// <param name="columns">The columns of the base that the caller passes.</param>
    /// <param name="isFromOwnApi">True inside one of our own custom APIs.</param>
    public static Refusal? BaseIsWritten(IReadOnlyCollection<string> columns, bool isFromOwnApi) =>
        columns.Count == 0 || isFromOwnApi
            ? null
            : Forbidden(
                "The billed balances of a commitment cannot be edited. They change when a document is posted or reversed; "
                    + "for a running commitment, enter opening balances."
            );

    /// <summary>
    /// Opening balances that a caller enters, and who entered them: the second is written by itself, the first stands still once a document was
    /// billed from it.
    /// </summary>
    /// <param name="isBalances">True where the caller changes the balances, or a row of them.</param>
    /// <param name="isEnteredBy">True where the caller passes who entered them.</param>
    /// <param name="isPosted">True where the commitment has a posted document.</param>
    public static Refusal? OpeningIsWritten(bool isBalances, bool isEnteredBy, bool isPosted)
    {
        if (isEnteredBy)
        {
            return Forbidden("Who entered the opening balances cannot be edited. It is recorded when the balances are entered.");
        }

        return isBalances && isPosted
            ? Forbidden(
                "Opening balances are locked once a document has been billed from them. "
                    + "Record a catch-up decision on the next application instead."
            )
            : null;
    }

    /// <summary>More people than the row can name have entered opening balances since they were last signed.</summary>
    public static Refusal TooManyEntered() =>
        Forbidden("Too many people have entered these opening balances. A second person must sign them before more are entered.");

    /// <summary>A row of opening balances that would become another line's, or says another key than its line has.</summary>
    public static Refusal OpeningRowMoves() =>
        Forbidden("The commitment and the line of an opening balance cannot be changed. Delete it and enter a new one.");

    /// <summary>A request for approval that a caller enters or changes: only our own APIs ask, and record what was answered.</summary>
    /// <param name="isFromOwnApi">True inside one of our own custom APIs.</param>
    public static Refusal? ApprovalIsWritten(bool isFromOwnApi) =>
        isFromOwnApi ? null : Forbidden("Requests for approval and their answers are recorded automatically and cannot be entered or changed.");

    /// <summary>A preparation that a caller enters: only our own APIs freeze what is sent and what the next document builds on.</summary>
    /// <param name="isFromOwnApi">True inside one of our own custom APIs.</param>
    public static Refusal? PreparationIsCreated(bool isFromOwnApi) =>
        isFromOwnApi ? null : Forbidden("A preparation is recorded automatically when a document is prepared and cannot be entered.");

    /// <summary>Evidence that a caller creates: only our own APIs keep it, with the claim and with the outcome.</summary>
    public static Refusal? EvidenceIsCreated(bool isFromOwnApi) =>
        isFromOwnApi ? null : Forbidden("Evidence is recorded automatically when a document is sent and cannot be entered.");

    /// <summary>A line or a file of a document: what Procore says of it is read by the gateway and entered by nobody.</summary>
    /// <param name="isApplication">True where an application or one of our own custom APIs writes; its role says which application may.</param>
    public static Refusal? SourceIsCreated(bool isApplication) =>
        isApplication
            ? null
            : Forbidden(
                "Lines and files of a document are read from Procore and cannot be entered. Change the invoice in Procore; it is then read again."
            );

    /// <summary>A file that a caller adds to a document: as its source listed it, with nothing that is decided here.</summary>
    /// <param name="isWaiting">True where its state is Waiting and no result is passed.</param>
    public static Refusal? AttachmentIsCreated(bool isWaiting) =>
        isWaiting ? null : Forbidden("A new attachment must have the state Waiting and no results. They are recorded automatically.");

    /// <summary>A change of a file's row: only our own API records what became of it.</summary>
    /// <param name="isFromOwnApi">True inside one of this product's own custom APIs.</param>
    public static Refusal? AttachmentChanges(bool isFromOwnApi) =>
        isFromOwnApi ? null : Forbidden("The state of an attachment is set automatically when it is sent and cannot be edited.");

    /// <summary>A new document that a caller creates: with what its source says, and with nothing that is decided here.</summary>
    /// <param name="state">The state that the caller passes.</param>
    /// <param name="kind">What it is about; null where the caller does not say.</param>
    /// <param name="columns">Groups of the columns that the caller passes, without the state.</param>
    /// <param name="isFromOwnApi">True inside one of this product's own custom APIs.</param>
    public static Refusal? DocumentIsCreated(DocumentState? state, DocumentKind? kind, DocumentColumns columns, bool isFromOwnApi)
    {
        if (state != DocumentState.Received)
        {
            return Forbidden($"A new document must have the state Received, not {state?.ToString() ?? "no state"}.");
        }

        if ((columns & (DocumentColumns.Claim | DocumentColumns.AttachmentClaim)) != 0)
        {
            return Forbidden("A new document cannot have a claim.");
        }

        if (isFromOwnApi)
        {
            return null;
        }

        return kind is DocumentKind.Reversal or DocumentKind.RetainageRelease
                ? Forbidden("Reversals and releases of retainage cannot be entered. Request the reversal or the release.")
            : (columns & (DocumentColumns.Answer | DocumentColumns.PaymentHold)) != 0
                ? Forbidden("A new document cannot have results, decisions, or people in it. They are recorded automatically.")
            : null;
    }

    /// <summary>A change of a document.</summary>
    public static Refusal? DocumentChanges(DocumentChange change)
    {
        if ((change.Columns & DocumentColumns.OwnerOrStatus) != 0)
        {
            return OwnerOrStatusChanges();
        }

        if ((change.Columns & DocumentColumns.Source) != 0)
        {
            return Forbidden("What was read from Procore cannot be changed. Change the invoice in Procore; it is then read again as a new revision.");
        }

        var isReversal = change.StateBefore == DocumentState.Posted && change.StateAfter == DocumentState.Reversed && change.IsFromOwnApi;
        if (DocumentStateMachine.IsFinal(change.StateBefore) && !isReversal && (change.Columns & ~ChangesWhenFinal) != 0)
        {
            return Forbidden($"The document is {change.StateBefore}. Only Oracle's validation, approval, and paid status can change on it.");
        }

        if ((change.Columns & DocumentColumns.PaymentHold) != 0 && !change.IsFromOwnApi)
        {
            return Forbidden("The payment hold of a document is recorded automatically and cannot be edited. Request its release instead.");
        }

        if ((change.Columns & (DocumentColumns.Claim | DocumentColumns.AttachmentClaim)) != 0 && !change.IsFromOwnApi)
        {
            return Forbidden("The claim of a document is set automatically when the document is sent and cannot be edited.");
        }

        if ((change.Columns & DocumentColumns.Answer) != 0 && !change.IsFromOwnApi)
        {
            return Forbidden(
                "The state, reason, amounts, and posting of a document are set automatically and cannot be edited. "
                    + "Retry the document or record a decision."
            );
        }

        return change.StateAfter is { } after && after != change.StateBefore && !DocumentStateMachine.Allows(change.StateBefore, after)
            ? Forbidden($"A document cannot change from {change.StateBefore} to {after}.")
            : null;
    }

    private static Refusal Forbidden(string sentence) => new(DocumentReasons.DocumentState, sentence);
}
