using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Approvals;

/// <summary>Who is asked to approve a document, and why the others are not.</summary>
/// <param name="Authority">The authority that allows it.</param>
/// <param name="Acting">Who is asked: the approver or, on the days of a delegation, the delegate.</param>
public sealed record ApproverSelection(ApprovalAuthority Authority, Approver Acting)
{
    /// <summary>Name of the approver in whose place the delegate is asked; null where the approver is.</summary>
    public string? DelegateOf => ReferenceEquals(Acting, Authority.Approver) ? null : Authority.Approver.User.Name;

    /// <summary>
    /// The person whose limit is the smallest that suffices, of the project's own authorities before those of every project. Null where no one may,
    /// with <paramref name="refusal"/>.
    /// </summary>
    /// <param name="subject">What is asked.</param>
    /// <param name="authorities">Active authorities for such documents, of the project or of all.</param>
    /// <param name="day">Today, in the time zone of the project.</param>
    /// <param name="refusal">Why no one may; null where someone may.</param>
    public static ApproverSelection? Of(
        ApprovalSubject subject,
        IReadOnlyCollection<ApprovalAuthority> authorities,
        CalendarDate day,
        out Refusal? refusal
    )
    {
        var ordered = authorities
            .Where(authority => authority.IsValidOn(day))
            .OrderByDescending(authority => authority.IsForProject)
            .ThenBy(authority => authority.Limit)
            .ThenBy(authority => authority.Key, StringComparer.Ordinal)
            .ToList();
        var chosen = ordered.Find(authority => Objection(authority, subject, day) is null);
        refusal = chosen is null ? Missing(subject, ordered, day) : null;
        return chosen is null ? null : new ApproverSelection(chosen, chosen.ActingOn(day));
    }

    /// <summary>Why the person who acts for an authority on the day may not approve; null where the person may.</summary>
    /// <param name="authority">A valid authority.</param>
    /// <param name="subject">What is asked.</param>
    /// <param name="day">The day, in the time zone of the project.</param>
    public static string? Objection(ApprovalAuthority authority, ApprovalSubject subject, CalendarDate day)
    {
        var acting = authority.ActingOn(day);
        return Excluded(acting, subject)
            ?? (
                !authority.Covers(subject.Amount, subject.Currency)
                    ? $"{acting.User.Name} may approve up to {Sentence.Amount(authority.Limit)} {authority.Currency}"
                    : null
            );
    }

    /// <summary>Why a person may not approve the document, whatever the limit; null where nothing speaks against the person.</summary>
    public static string? Excluded(Approver acting, ApprovalSubject subject) =>
        !acting.IsEnabled ? $"{acting.User.Name} is switched off"
        : string.IsNullOrWhiteSpace(acting.Address) ? $"{acting.User.Name} has no sign-in address"
        : subject.Requesters.Any(acting.IsSame) ? $"{acting.User.Name} created or submitted it"
        : subject.Contributors.Any(person => person.Is(acting.User)) ? $"{acting.User.Name} entered or changed configuration that it uses"
        : null;

    private static Refusal Missing(ApprovalSubject subject, IReadOnlyList<ApprovalAuthority> valid, CalendarDate day)
    {
        var objections = valid.Select(authority => Objection(authority, subject, day)).OfType<string>().Distinct().ToList();
        return new Refusal(
            ApprovalReasons.ApproverMissing,
            $"{subject.Name} over {Sentence.Amount(subject.Amount)} {subject.Currency} has no one who may approve it: "
                + (objections.Count == 0 ? Sentence.Of($"no approval authority is active on {day}") : string.Join("; ", objections))
                + ". Ask the controller to enter an approval authority for another person and have it activated."
        );
    }
}
