using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Documents.Protection;

/// <summary>What may happen to rows that an auditor relies on. Null means allowed; otherwise the sentence says why not and what to do.</summary>
public static class RowProtection
{
    /// <summary>Any update of a source line, preparation, document line or piece of evidence: never.</summary>
    public static Refusal FrozenRowChanges(string table) =>
        Forbidden($"Rows of {table} never change. Read or prepare the document again; that makes new rows.");

    /// <summary>Any delete of those rows and of documents: never.</summary>
    public static Refusal RowIsDeleted(string table) => Forbidden($"Rows of {table} are never deleted: they are the record of what was done.");

    /// <summary>Another owner or another status for those rows and for documents: never, whichever message asks for it.</summary>
    public static Refusal OwnerOrStatusChanges() =>
        Forbidden("The owner and the status of this row never change. To give someone access, assign a security role.");

    /// <summary>A signature under opening balances that a caller writes: only the API that signs may, in the name of whoever calls it.</summary>
    /// <param name="columns">The columns of the signature that the caller passes.</param>
    /// <param name="isSigning">True inside that API.</param>
    public static Refusal? SignatureIsWritten(IReadOnlyCollection<string> columns, bool isSigning) =>
        columns.Count == 0 || isSigning
            ? null
            : Forbidden(
                $"Nobody writes {string.Join(", ", columns)} into a contract. Sign the opening balances with pint_SignOpeningBalances; "
                    + "it writes who signed and when."
            );

    /// <summary>The base of a contract that a caller writes: only what posts, or takes back what posted, moves it.</summary>
    /// <param name="columns">The columns of the base that the caller passes.</param>
    /// <param name="isFromOwnApi">True inside one of our own custom APIs.</param>
    public static Refusal? BaseIsWritten(IReadOnlyCollection<string> columns, bool isFromOwnApi) =>
        columns.Count == 0 || isFromOwnApi
            ? null
            : Forbidden(
                $"Nobody writes {string.Join(", ", columns)} into a contract: every application is billed from there. "
                    + "Post or reverse a document; a running contract begins with opening balances."
            );

    /// <summary>
    /// Opening balances that a caller enters, and who entered them: the second is written by itself, the first stands still once a document was
    /// billed from it.
    /// </summary>
    /// <param name="isBalances">True where the caller changes the balances, or a row of them.</param>
    /// <param name="isEnteredBy">True where the caller passes who entered them.</param>
    /// <param name="isPosted">True where the contract has a posted document.</param>
    public static Refusal? OpeningIsWritten(bool isBalances, bool isEnteredBy, bool isPosted)
    {
        if (isEnteredBy)
        {
            return Forbidden("Nobody writes who entered the opening balances of a contract. Enter the balances; the row then says who did.");
        }

        return isBalances && isPosted
            ? Forbidden(
                "The opening balances of a contract do not change once a document was billed from them. "
                    + "What is posted is the base now, also after a reversal; catch a difference up by a decision about the next application."
            )
            : null;
    }

    /// <summary>More people than the row can name have entered opening balances since they were last signed.</summary>
    public static Refusal TooManyEntered() =>
        Forbidden("More people entered these opening balances than the contract can name. Let a second person sign what is there, then go on.");

    /// <summary>A row of opening balances that would become another line's, or says another key than its line has.</summary>
    /// <param name="key">The key that the row has by its contract and line.</param>
    public static Refusal OpeningRowMoves(string key) =>
        Forbidden($"A row of opening balances belongs to one line of one contract for good; this one is {key}. Delete it and create the other one.");

    /// <summary>Evidence that a caller creates: only our own APIs keep it, with the claim and with the outcome.</summary>
    public static Refusal? EvidenceIsCreated(bool isFromOwnApi) =>
        isFromOwnApi ? null : Forbidden("Evidence is kept by pint_ClaimDocument and pint_RecordOutcome only. Call one of them.");

    /// <summary>A new document that a caller creates.</summary>
    public static Refusal? DocumentIsCreated(DocumentState? state, DocumentColumns columns)
    {
        if (state != DocumentState.Received)
        {
            return Forbidden($"A new document is Received, not {state?.ToString() ?? "without a state"}. Create it as Received and prepare it.");
        }

        return (columns & DocumentColumns.Claim) != 0
            ? Forbidden("A new document is claimed by nobody. Create it as Received and prepare it.")
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
            return Forbidden("What Procore said never changes on a document. A changed invoice becomes a new revision when it is read again.");
        }

        var isReversal = change.StateBefore == DocumentState.Posted && change.StateAfter == DocumentState.Reversed && change.IsFromOwnApi;
        if (
            DocumentStateMachine.IsFinal(change.StateBefore)
            && !isReversal
            && (change.Columns & ~(DocumentColumns.OracleStatus | DocumentColumns.SourceTime)) != 0
        )
        {
            return Forbidden($"The document is {change.StateBefore}; only Oracle's validation, approval and paid status may change on it.");
        }

        if ((change.Columns & DocumentColumns.Claim) != 0 && !change.IsFromOwnApi)
        {
            return Forbidden("Who sends a document, until when and since when change only through pint_ClaimDocument and pint_RecordOutcome.");
        }

        if ((change.Columns & DocumentColumns.Answer) != 0 && !change.IsFromOwnApi)
        {
            return Forbidden(
                "State, reason, preparation, hash, amounts and posting change only through the Prepare APIs and pint_RecordOutcome. Call one of them."
            );
        }

        return change.StateAfter is { } after && after != change.StateBefore && !DocumentStateMachine.Allows(change.StateBefore, after)
            ? Forbidden($"A document does not go from {change.StateBefore} to {after}.")
            : null;
    }

    private static Refusal Forbidden(string sentence) => new(DocumentReasons.DocumentState, sentence);
}
