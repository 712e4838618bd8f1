using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Approvals;

/// <summary>Whether who approved a document in Procore was allowed to, by the same register as in Teams.</summary>
public static class ProcoreAuthority
{
    /// <summary>
    /// Why the approval in Procore does not suffice; null where it does. Where no authority for such documents was ever activated, Procore's own
    /// permissions decide alone; authorities that ended still say that someone has to be entered.
    /// </summary>
    /// <param name="source">The approval in Procore.</param>
    /// <param name="amount">What limits are compared with.</param>
    /// <param name="currency">ISO code.</param>
    /// <param name="authorities">Active authorities for such documents, of the project or of all.</param>
    /// <param name="timeZone">Time zone of the project; empty for UTC.</param>
    public static Refusal? Check(
        SourceApproval source,
        decimal amount,
        string currency,
        IReadOnlyCollection<ApprovalAuthority> authorities,
        string? timeZone
    )
    {
        if (source.ApprovedOn is not { } instant)
        {
            return null;
        }

        var day = ApprovalDay.Of(instant, timeZone);
        var own = authorities.Where(authority => authority.IsValidOn(day) && authority.ActingOn(day).IsSame(source.Approver)).ToList();
        return authorities.Count == 0 || own.Exists(authority => authority.Covers(amount, currency))
            ? null
            : new Refusal(ApprovalReasons.AboveAuthority, Sentence(source, amount, currency, own, day));
    }

    private static string Sentence(
        SourceApproval source,
        decimal amount,
        string currency,
        IReadOnlyCollection<ApprovalAuthority> own,
        CalendarDate day
    )
    {
        var limits = string.Join(" or ", own.Select(authority => $"{Refusals.Sentence.Amount(authority.Limit)} {authority.Currency}"));
        var may = own.Count == 0 ? Refusals.Sentence.Of($"has no approval authority on {day}") : $"may approve up to {limits}";
        return $"{source.Subject} over {Refusals.Sentence.Amount(amount)} {currency} was approved in Procore by {source.Approver.Name}, who {may}. "
            + "Set it back to review and have a person with a sufficient limit approve it there, or ask the controller to change the authority.";
    }
}
