namespace PowerIntegration.Domain.Documents;

/// <summary>Which state of a document may follow which. What the table does not list is not allowed.</summary>
public static class DocumentStateMachine
{
    private static readonly DocumentState[] AnswersOfPreparation =
    [
        DocumentState.Prepared,
        DocumentState.AwaitingApproval,
        DocumentState.Held,
        DocumentState.Refused,
        DocumentState.Superseded,
    ];

    private static readonly Dictionary<DocumentState, DocumentState[]> Next = new()
    {
        [DocumentState.Received] = AnswersOfPreparation,
        [DocumentState.Prepared] = [.. AnswersOfPreparation, DocumentState.Submitted, DocumentState.Posted],
        [DocumentState.AwaitingApproval] = AnswersOfPreparation,
        [DocumentState.Held] = AnswersOfPreparation,
        [DocumentState.Refused] = AnswersOfPreparation,
        [DocumentState.Submitted] = [DocumentState.Submitted, DocumentState.Posted, DocumentState.Held, DocumentState.Refused],
        [DocumentState.Posted] = [DocumentState.Reversed],
        [DocumentState.Superseded] = [],
        [DocumentState.Reversed] = [],
    };

    /// <summary>True where a document may go from one state to the other.</summary>
    public static bool Allows(DocumentState from, DocumentState to) => Next[from].Contains(to);

    /// <summary>True where the document is at its end: all that may still happen to it is that a posted one is reversed.</summary>
    public static bool IsFinal(DocumentState state) => Next[state].All(next => next == DocumentState.Reversed);

    /// <summary>True where a document in the state may be prepared, again or for the first time.</summary>
    public static bool MayBePrepared(DocumentState state) => Allows(state, DocumentState.Prepared);

    /// <summary>True where the outcome of a submission may be recorded.</summary>
    public static bool MayRecordOutcome(DocumentState state) => Allows(state, DocumentState.Posted);
}
