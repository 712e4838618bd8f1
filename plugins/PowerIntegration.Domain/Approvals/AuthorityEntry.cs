using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Approvals;

/// <summary>What an approval authority may say, checked when it is entered.</summary>
public static class AuthorityEntry
{
    /// <summary>Why the authority cannot hold; null where it can. What is still missing is refused at activation.</summary>
    /// <param name="approver">Who may approve; null where missing.</param>
    /// <param name="deputy">The delegate; null where there is none.</param>
    /// <param name="from">First day of the delegation.</param>
    /// <param name="to">Last day of the delegation.</param>
    /// <param name="limit">Limit; null where missing.</param>
    /// <param name="currency">ISO code; null where missing.</param>
    public static Refusal? Check(Guid? approver, Guid? deputy, CalendarDate? from, CalendarDate? to, decimal? limit, string? currency) =>
        limit <= 0m ? Refuse(Sentence.Of($"Limit {Sentence.Amount(limit.Value)} allows nothing. Enter an amount above 0, or end the authority."))
        : currency is { Length: > 0 } && !Currency.TryFind(currency, out _)
            ? Refuse($"Currency '{currency}' is not supported. Enter one of {Currency.Supported}.")
        : deputy is not null && deputy == approver ? Refuse("The delegate is the approver. Enter another user, or leave the delegate empty.")
        : deputy is not null && from is null ? Refuse("The delegation has no first day. Enter Delegate from.")
        : deputy is null && (from is not null || to is not null)
            ? Refuse("The delegation has days but no delegate. Enter the delegate, or clear the days.")
        : from is { } first && to is { } last && last < first
            ? Refuse(Sentence.Of($"The delegation ends on {last}, before it begins on {first}. Correct the days."))
        : null;

    private static Refusal Refuse(string sentence) => new(SharedReasons.InputUnusable, sentence);
}
