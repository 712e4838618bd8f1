using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Dataverse;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Pipeline;
using PowerIntegration.Local.Dataverse.Security;

namespace PowerIntegration.Local.Approvals;

/// <summary>
/// Stands where the approvals service of Power Automate stands: the connector asks with it, and people answer with it. Its memory is the three
/// tables of approvals in Dataverse, which it reads and writes in the name of its own application user. Each call is one transaction.
/// </summary>
/// <param name="dataverse">Whose rows.</param>
/// <param name="clock">Tells when an approval was completed.</param>
/// <param name="respondRoot">Below this address people answer; it ends with a slash.</param>
public sealed class ApprovalsService(LocalDataverse dataverse, TimeProvider clock, Uri respondRoot)
{
    private const int CommentLength = 4000;
    private const string Approve = "Approve";
    private const string Reject = "Reject";

    /// <summary>Client id of the application user that writes the rows; the same in every sandbox.</summary>
    public static Guid ApplicationId => ApprovalTables.ServiceApplicationId;

    /// <summary>Identity of that user in Dataverse; the same in every sandbox.</summary>
    public static Guid UserId => ApprovalTables.ServiceUserId;

    /// <summary>The two answers, spelled as the platform does; case counts.</summary>
    public static IReadOnlyList<string> Answers { get; } = [Approve, Reject];

    /// <summary>Where people answer to an approval.</summary>
    public Uri RespondLink(Guid approvalId) => new(respondRoot, ApprovalsGuesses.RespondPath(approvalId));

    /// <summary>Asks people.</summary>
    /// <param name="owner">The user of the connection that asks, in Dataverse.</param>
    /// <param name="input">What is asked, and whom.</param>
    /// <returns>The approval's id, or the platform's code and sentence.</returns>
    public ApprovalResult Create(Guid owner, ApprovalInput input)
    {
        if (string.IsNullOrWhiteSpace(input.Title))
        {
            return ApprovalResult.Refused("InvalidApprovalCreateRequestTitleMissing", "Required field 'title' is missing or empty");
        }

        if (!dataverse.IsEnabled(owner))
        {
            return ApprovalResult.Refused(
                "ApprovalConnectionOwnerNotEnabledInGraph",
                $"The Approvals connection owner was found in Graph, but the account is not enabled. Object Id: '{owner}'"
            );
        }

        var addresses = input.AssignedTo.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var found = addresses.Select(dataverse.PeopleAt).ToList();
        var requestor = input.Requestor is { Length: > 0 } address ? dataverse.PeopleAt(address) : null;
        return WhyNotAsked(addresses, found, requestor)
            ?? Guarded(work => Ask(work, owner, input, [.. found.SelectMany(people => people).Select(person => person.Id).Distinct()]));
    }

    /// <summary>What waits for the answer of one person, the oldest first.</summary>
    public IReadOnlyList<OpenApproval> OpenFor(Guid userId)
    {
        var rows = new ApprovalRows(dataverse.CreateService(UserId));
        return [.. rows.OpenRequestsOf(userId).Select(request => ApprovalRows.Show(rows.Find(ApprovalRows.ApprovalIdOf(request))!, request))];
    }

    /// <summary>Takes the answer of a person who was asked.</summary>
    /// <param name="userId">Who answers, in Dataverse.</param>
    /// <param name="approvalId">What is answered.</param>
    /// <param name="answer">One of <see cref="Answers"/>.</param>
    /// <param name="comments">What the person says about it; null for nothing.</param>
    /// <returns>The response's id, or a sentence.</returns>
    public ApprovalResult Answer(Guid userId, Guid approvalId, string answer, string? comments)
    {
        if (!Answers.Contains(answer, StringComparer.Ordinal))
        {
            return Refused($"'{answer}' is not an answer. Choose Approve or Reject.");
        }

        return comments?.Length > CommentLength
            ? Refused(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The comment has {comments.Length:N0} characters, and {CommentLength:N0} are allowed. Shorten it."
                )
            )
            : OnOpenRequest(userId, approvalId, (rows, approval, request) => Take(rows, approval, request, answer, comments));
    }

    /// <summary>Gives the request of a person to another one, where the approval allows it.</summary>
    /// <param name="userId">Who was asked, in Dataverse.</param>
    /// <param name="approvalId">What was asked.</param>
    /// <param name="address">Address of who answers instead.</param>
    /// <returns>The new request's id, or a sentence.</returns>
    public ApprovalResult Reassign(Guid userId, Guid approvalId, string address) =>
        OnOpenRequest(userId, approvalId, (rows, approval, request) => HandOver(rows, approval, request, address.Trim()));

    // The platform asks only where it knows who is meant.
    private static ApprovalResult? WhyNotAsked(string[] addresses, List<IReadOnlyList<Person>> found, IReadOnlyList<Person>? requestor)
    {
        if (addresses.Length == 0)
        {
            return ApprovalResult.Refused("InvalidApprovalCreateRequestAssignedToMissing", "Required field 'assignedTo' is missing or empty.");
        }

        var several = found.FindIndex(people => people.Count > 1);
        if (several >= 0)
        {
            return ApprovalResult.Refused(
                "GraphUserDetailByEmailMultipleFound",
                $"Found multiple matching users ('{string.Join(", ", found[several].Select(person => person.Id))}') for '{addresses[several]}'."
            );
        }

        if (found.TrueForAll(people => people.Count == 0))
        {
            return ApprovalResult.Refused(
                "InvalidApprovalCreateRequestAssignedToNoValidUsers",
                $"Required field 'assignedTo' contained no valid users in the organization: '{string.Join(';', addresses)}'."
            );
        }

        return requestor is null or { Count: 1 }
            ? null
            : ApprovalResult.Refused(
                "InvalidApprovalRequestor",
                "The approval requestor must be a single, valid user account within your organization"
            );
    }

    private static ApprovalResult Ask(ServiceWork work, Guid owner, ApprovalInput input, IReadOnlyList<Guid> people)
    {
        var rows = new ApprovalRows(work.Service);
        var approval = rows.Find(rows.CreateApproval(input, owner))!;
        foreach (var person in people)
        {
            rows.CreateRequest(approval, person);
        }

        return ApprovalResult.Done(approval.Id);
    }

    private ApprovalResult OnOpenRequest(Guid userId, Guid approvalId, Func<ApprovalRows, Entity, Entity, ApprovalResult> act) =>
        dataverse.InTransaction(
            UserId,
            work =>
            {
                // Two people may answer at once: the second one sees what the first one did.
                work.Lock(ApprovalTables.Approval, approvalId);
                var rows = new ApprovalRows(work.Service);
                if (rows.Find(approvalId) is not { } approval)
                {
                    return Refused($"The approval {approvalId} does not exist. Open it from the list of approvals that wait for you.");
                }

                var request = rows.OpenRequests(approvalId).FirstOrDefault(open => ApprovalRows.OwnerOf(open) == userId);
                return WhyClosed(userId, approval, request) is { } sentence ? Refused(sentence) : act(rows, approval, request!);
            }
        );

    private string? WhyClosed(Guid userId, Entity approval, Entity? request)
    {
        var title = approval.GetAttributeValue<string>("msdyn_flow_approval_title");
        if (dataverse.PersonOf(userId) is null)
        {
            return $"The account that answers '{title}' is disabled or is not a person's. Ask an administrator.";
        }

        if (request is not null)
        {
            return null;
        }

        return approval.GetAttributeValue<string>("msdyn_flow_approval_result") is { } result
            ? $"'{title}' is already decided: {result}. No answer is needed."
            : $"'{title}' does not wait for your answer. Only people it is assigned to can answer it.";
    }

    private ApprovalResult Take(ApprovalRows rows, Entity approval, Entity request, string answer, string? comments)
    {
        var response = rows.CreateResponse(approval, ApprovalRows.OwnerOf(request), answer, comments);
        rows.EndRequest(request.Id, ApprovalsGuesses.RequestAnswered);
        var others = rows.OpenRequests(approval.Id);
        var isOfAll = approval.GetAttributeValue<string>("msdyn_flow_approval_modeltype") == ApprovalsGuesses.ModelOf(ApprovalKind.BasicAwaitAll);
        if (!isOfAll || answer == Reject || others.Count == 0)
        {
            rows.Complete(approval.Id, answer, clock.GetUtcNow());
            foreach (var other in others)
            {
                rows.EndRequest(other.Id, ApprovalsGuesses.RequestAnswered);
            }
        }

        return ApprovalResult.Done(response);
    }

    private ApprovalResult HandOver(ApprovalRows rows, Entity approval, Entity request, string address)
    {
        var title = approval.GetAttributeValue<string>("msdyn_flow_approval_title");
        if (!ApprovalRows.IsReassignable(request))
        {
            return Refused($"'{title}' cannot be reassigned. Answer it, or ask whoever sent it.");
        }

        if (dataverse.PeopleAt(address) is not [var person])
        {
            return Refused($"'{address}' is not the address of one enabled user. Correct the address.");
        }

        if (rows.OpenRequests(approval.Id).Any(open => ApprovalRows.OwnerOf(open) == person.Id))
        {
            return Refused($"'{title}' already waits for the answer of {person.FullName}. Choose someone else.");
        }

        rows.EndRequest(request.Id, ApprovalTables.RequestReassigned);
        return ApprovalResult.Done(rows.CreateRequest(approval, person.Id, request.Id));
    }

    private ApprovalResult Guarded(Func<ServiceWork, ApprovalResult> work)
    {
        try
        {
            return dataverse.InTransaction(UserId, work);
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            return ApprovalResult.Refused(ApprovalsGuesses.DataverseRefused, fault.Detail.Message);
        }
    }

    private static ApprovalResult Refused(string sentence) => ApprovalResult.Refused("ApprovalNotOpen", sentence);
}
