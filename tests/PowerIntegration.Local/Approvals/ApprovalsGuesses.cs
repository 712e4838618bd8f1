using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Approvals;

/// <summary>
/// What the approvals service had to decide although no page of Microsoft's says it. Nothing we ship may rely on these; each is to be compared with
/// the rows and answers of a real environment.
/// </summary>
internal static class ApprovalsGuesses
{
    private const int NameLength = 100;

    /// <summary>Code of a refusal by Dataverse, a text that is too long for example.</summary>
    public const string DataverseRefused = "InvalidApprovalCreateRequest";

    /// <summary>How an approval names the model that says when it is complete; the names of the two tables are documented.</summary>
    public static string ModelOf(ApprovalKind kind) =>
        kind == ApprovalKind.BasicAwaitAll ? "msdyn_flow_awaitallapprovalmodel" : "msdyn_flow_basicapprovalmodel";

    /// <summary>The name of an approval and of its requests and responses: the title, cut between characters.</summary>
    public static string NameOf(string title)
    {
        if (title.Length <= NameLength)
        {
            return title;
        }

        return title[..(char.IsHighSurrogate(title[NameLength - 1]) ? NameLength - 1 : NameLength)];
    }

    /// <summary>The key that ties a response to approval and stage; that it is made of the two is documented.</summary>
    public static string StageKey(Guid approvalId, int stage) => string.Create(CultureInfo.InvariantCulture, $"{approvalId}_{stage}");

    /// <summary>Status of a refused creation; codes and sentences of the refusals are documented.</summary>
    public const int RefusedStatus = 400;

    /// <summary>Where people answer, below the address that answers to approvals.</summary>
    public static string RespondPath(Guid approvalId) => $"approvals/received/{approvalId}";

    /// <summary>The reason of requests whose approval is decided; the default reason of an inactive one is Reassigned.</summary>
    public const int RequestAnswered = ApprovalTables.RequestInactive;

    // In words, because they are behavior and not a value:
    // - the platform writes every row in the name of its application user, never of the caller: createdby and modifiedby are that user, ownerid is
    // the connection's user (approval), the person asked (request) or the responder (response); that it has an application user and writes with it
    // is documented, the columns are inferred;
    // - a response is created as Saved and committed in the same transaction, so a trigger on added rows hears it before it is committed;
    // - an approval is Pending from the beginning;
    // - where everyone must approve, the result is one word, and the first rejection completes it;
    // - an address is an e-mail address or a user principal name of an enabled person of the environment; object ids are not taken;
    // - of several addresses those that no one has are passed over, as long as one is known (the documented error says that none was);
    // - the requestor is checked and leaves no trace in the rows; no notification is sent;
    // - whoever is asked gets no role: the platform gives him Approvals User, with rights on his own rows, which needs depth by row.
}
