using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Users;
using PowerIntegration.Plugins.ApprovalRows;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Approvals;

/// <summary>
/// Makes the requests for approval fit what documents have frozen: one open request, to one person who may approve, for the content that waits; none
/// for anything else. Calling it again changes nothing. The caller holds the document's lock.
/// </summary>
internal sealed class ApprovalDesk(IOrganizationService service, DateTime now)
{
    /// <summary>Brings the requests about a document up to date.</summary>
    public void Update(Guid documentId)
    {
        if (ApprovalFile.Find(service, documentId) is { } file)
        {
            Update(file);
        }
    }

    /// <summary>Brings the requests about a document up to date.</summary>
    public void Update(ApprovalFile file)
    {
        var requests = ApprovalRow.OfRecord(service, file.Document);
        var open = requests.Where(request => request.IsOpen).ToList();
        if (file.AwaitedHash is not { } hash)
        {
            End(open.Where(request => request.DocumentId == file.DocumentId), EndOf(file));
            return;
        }

        var subject = file.ApprovalSubject(service, now);
        var day = ApprovalDay.Of(now, file.TimeZone);
        var authorities = file.Authorities(service);
        var kept = open.Find(request => request.ContentHash == hash && IsStillAsked(request, subject, authorities, day));
        Refusal? refusal = null;
        var selection = kept is null ? ApproverSelection.Of(subject, authorities, day, out refusal) : null;
        End(
            open.Where(request => request != kept && (request.DocumentId == file.DocumentId || request.ContentHash == hash)),
            request => request.ContentHash == hash ? EndOf(file, request.Assignee, selection) : $"{file.Name} changed and is asked again."
        );
        if (kept is not null)
        {
            Move(kept, file);
            Clear(file);
        }
        else if (selection is not null)
        {
            Ask(file, requests.Count + 1, hash, subject, selection);
            Clear(file);
        }
        else
        {
            Explain(file, refusal!);
        }
    }

    private static bool IsStillAsked(ApprovalRow request, ApprovalSubject subject, IReadOnlyList<ApprovalAuthority> authorities, CalendarDate day)
    {
        var authority = authorities.FirstOrDefault(one => one.Key == request.View.Text(ApprovalTable.AuthorityKey) && one.IsValidOn(day));
        return authority is not null
            && authority.ActingOn(day).User.Is(request.Assignee)
            && ApproverSelection.Objection(authority, subject, day) is null;
    }

    private static Func<ApprovalRow, string> EndOf(ApprovalFile file) =>
        _ => $"{file.Name} is {Sentence.Words(file.State).ToLowerInvariant()} and waits for no approval.";

    private static string EndOf(ApprovalFile file, Person assignee, ApproverSelection? selection) =>
        selection is null ? $"{assignee} may no longer approve {file.Name}, and no one else may."
        : selection.Acting.User.Is(assignee) ? $"The approval authority of {assignee} changed, and {file.Name} is asked again."
        : $"{assignee} may no longer approve {file.Name}. {selection.Acting.User} is asked instead.";

    private void End(IEnumerable<ApprovalRow> requests, Func<ApprovalRow, string> reason)
    {
        foreach (var request in requests)
        {
            request.Void(service, reason(request));
        }
    }

    // The content is the same in another revision of the record: whoever is asked is not asked twice.
    private void Move(ApprovalRow request, ApprovalFile file)
    {
        var preparation = file.Document.RequiredReference(DocumentTable.PreparationId);
        if (request.DocumentId == file.DocumentId && request.View.Reference(ApprovalTable.PreparationId) == preparation)
        {
            return;
        }

        service.Update(
            new Entity(ApprovalTable.LogicalName, request.Id)
            {
                [ApprovalTable.DocumentId] = new EntityReference(DocumentTable.LogicalName, file.DocumentId),
                [ApprovalTable.PreparationId] = new EntityReference(PreparationTable.LogicalName, preparation),
            }
        );
    }

    private void Ask(ApprovalFile file, int number, string hash, ApprovalSubject subject, ApproverSelection selection)
    {
        var key = SyncKey.ForApproval(file.Document.RequiredText(DocumentTable.Key), number);
        var request = ApprovalRequest.Of(
            key,
            file.Name,
            file.Document.Amount(DocumentTable.PayableAmount) ?? 0m,
            subject.Currency,
            file.Preparation.Text(PreparationTable.Summary) ?? "",
            subject,
            selection,
            ApprovalDay.Of(ApprovalReminder.Due(now), file.TimeZone)
        );
        service.Create(
            new Entity(ApprovalTable.LogicalName)
            {
                [ApprovalTable.Key] = key,
                [ApprovalTable.Name] = Sentence.Fit($"{selection.Acting.User}: {file.Name}", ApprovalTable.NameLengthMax),
                [ApprovalTable.DocumentId] = new EntityReference(DocumentTable.LogicalName, file.DocumentId),
                [ApprovalTable.PreparationId] = new EntityReference(
                    PreparationTable.LogicalName,
                    file.Document.RequiredReference(DocumentTable.PreparationId)
                ),
                [ApprovalTable.ContentHash] = hash,
                [ApprovalTable.ApprovalState] = ApprovalRow.Choice(ApprovalState.ToAsk),
                [ApprovalTable.AssigneeId] = new EntityReference("systemuser", selection.Acting.User.Id),
                [ApprovalTable.AssigneeName] = Sentence.Fit(selection.Acting.User.Name, ApprovalTable.AssigneeNameLengthMax),
                [ApprovalTable.AssigneeAddress] = selection.Acting.Address,
                [ApprovalTable.AuthorityKey] = selection.Authority.Key,
                [ApprovalTable.DelegateOf] = selection.DelegateOf,
                [ApprovalTable.Amount] = subject.Amount,
                [ApprovalTable.Currency] = subject.Currency,
                [ApprovalTable.Title] = request.Title,
                [ApprovalTable.Details] = request.Details,
                [ApprovalTable.ItemLink] = file.Address,
                [ApprovalTable.Reminders] = 0,
            }
        );
    }

    // It waits, and the document says for what: an approver, not an answer. What it says already is not written again.
    private void Explain(ApprovalFile file, Refusal refusal)
    {
        var reason = Sentence.Fit(refusal.Sentence, DocumentTable.ReasonLengthMax);
        if (file.Document.Text(DocumentTable.ReasonCode) == refusal.WireCode && file.Document.Text(DocumentTable.Reason) == reason)
        {
            return;
        }

        service.Update(
            new Entity(DocumentTable.LogicalName, file.DocumentId) { [DocumentTable.ReasonCode] = refusal.WireCode, [DocumentTable.Reason] = reason }
        );
    }

    private void Clear(ApprovalFile file)
    {
        if (file.Document.Text(DocumentTable.ReasonCode) is { Length: > 0 })
        {
            service.Update(
                new Entity(DocumentTable.LogicalName, file.DocumentId)
                {
                    [DocumentTable.ReasonCode] = null,
                    [DocumentTable.Reason] = $"{file.Name} waits for an approval in Teams.",
                }
            );
        }
    }
}
