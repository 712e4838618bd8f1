using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Approvals;

/// <summary>
/// Whether an answer counts: given by the person who was asked, to what was asked, about what is still frozen, by someone who may approve it on the
/// day of the answer.
/// </summary>
public static class AnswerRules
{
    /// <summary>Judges an answer.</summary>
    /// <param name="asked">The request.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="subject">What is to be approved, as it is now.</param>
    /// <param name="authorities">Authorities that are active now.</param>
    /// <param name="service">Application that writes the answers of Microsoft Approvals; null where none is named, so that only people do.</param>
    /// <param name="timeZone">Time zone of the project.</param>
    public static AnswerVerdict Judge(
        AskedApproval asked,
        ApprovalAnswer answer,
        ApprovalSubject subject,
        IReadOnlyCollection<ApprovalAuthority> authorities,
        Guid? service,
        string? timeZone
    ) =>
        !answer.IsCommitted ? new AnswerVerdict(AnswerEffect.Known, $"The answer to {asked.Name} is not final yet.")
        : asked.ResponseId == answer.Id ? new AnswerVerdict(AnswerEffect.Known, $"The answer to {asked.Name} is already recorded.")
        : Closed(asked, answer) is { } closed ? new AnswerVerdict(AnswerEffect.None, closed)
        : Forged(asked, answer, service) is { } forged ? new AnswerVerdict(AnswerEffect.Forged, forged)
        : NotAsked(asked, answer) is { } other ? new AnswerVerdict(AnswerEffect.None, other)
        : Unlawful(asked, answer, subject, authorities, timeZone) is { } unlawful ? new AnswerVerdict(AnswerEffect.AskedOther, unlawful)
        : Given(asked, answer);

    private static AnswerVerdict Given(AskedApproval asked, ApprovalAnswer answer) =>
        answer.Response switch
        {
            ApprovalAnswer.Approve => new AnswerVerdict(AnswerEffect.Approved, $"{answer.Responder.User} approved {asked.Name}."),
            ApprovalAnswer.Reject => new AnswerVerdict(AnswerEffect.Rejected, $"{answer.Responder.User} rejected {asked.Name}{Because(answer)}"),
            _ => new AnswerVerdict(
                AnswerEffect.None,
                $"{answer.Responder.User} answered {asked.Name} with {Sentence.Quoted(answer.Response)}. Only {ApprovalAnswer.Approve} and "
                    + $"{ApprovalAnswer.Reject} count."
            ),
        };

    private static string Because(ApprovalAnswer answer) => Comment.Quoted(answer.Comments);

    // Late, repeated, or about content that is not frozen any more.
    private static string? Closed(AskedApproval asked, ApprovalAnswer answer) =>
        asked.State is ApprovalState.Approved or ApprovalState.Rejected
            ? $"{answer.Responder.User} answered {asked.Name}, which is {Sentence.Words(asked.State).ToLowerInvariant()} already. "
                + "The answer has no effect."
        : asked.State == ApprovalState.Void ? $"{answer.Responder.User} answered {asked.Name} too late. {asked.Reason} The answer has no effect."
        : asked.State == ApprovalState.ToAsk || asked.AskedOn is null
            ? $"{answer.Responder.User} answered {asked.Name} before it was asked. The answer has no effect."
        : asked.AwaitedHash != asked.ContentHash
            ? $"{answer.Responder.User} answered {asked.Name}, but the document has other content now. The answer has no effect."
        : null;

    private static string? NotAsked(AskedApproval asked, ApprovalAnswer answer) =>
        answer.Responder.User.Is(asked.Assignee)
            ? null
            : $"{answer.Responder.User} answered {asked.Name}, but {asked.Assignee} is asked. The answer has no effect; the request is still open.";

    // The row is the only witness. Its owner wrote it, or the service did; nothing else, no other time, and about the text that was composed here.
    private static string? Forged(AskedApproval asked, ApprovalAnswer answer, Guid? service) =>
        asked.Differences.Count > 0
            ? $"What Microsoft Approvals shows of {asked.Name} is not what was asked: {string.Join(", ", asked.Differences)} differ. "
                + "The answer has no effect. Ask a system administrator who changed it."
        : answer.IsBackDated || answer.AnsweredOn < asked.AskedOn
            ? $"The answer to {asked.Name} says that it was given before it was written or asked. It has no effect."
        : answer.WriterApplications.Any(application => application != service)
            ? $"The answer to {asked.Name} was written by application {answer.WriterApplications.First(application => application != service)}, "
                + "which is not the service named in the environment. It has no effect."
        : answer.Writers.Count == 0 || WrittenByOther(answer)
            ? $"The answer to {asked.Name} in the name of {answer.Responder.User} was written by someone else. It has no effect."
        : null;

    private static bool WrittenByOther(ApprovalAnswer answer) =>
        answer.Writers.Count(writer => writer == answer.Responder.User.Id) + answer.WriterApplications.Count < answer.Writers.Count;

    private static string? Unlawful(
        AskedApproval asked,
        ApprovalAnswer answer,
        ApprovalSubject subject,
        IReadOnlyCollection<ApprovalAuthority> authorities,
        string? timeZone
    )
    {
        var day = ApprovalDay.Of(answer.AnsweredOn, timeZone);
        var authority = authorities.FirstOrDefault(candidate => candidate.Key == asked.AuthorityKey && candidate.IsValidOn(day));
        var objection =
            authority is null ? Sentence.Of($"approval authority {asked.AuthorityKey} is not active on {day}")
            : !authority.ActingOn(day).User.Is(answer.Responder.User)
                ? Sentence.Of($"{answer.Responder.User} may not approve for {authority.Approver.User} on {day}")
            : ApproverSelection.Objection(authority, subject, day);
        return objection is null ? null : $"{answer.Responder.User} answered {asked.Name}, but {objection}. The answer has no effect.";
    }
}
