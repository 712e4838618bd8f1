using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Approvals;

/// <summary>One request for approval as the person who is asked reads it.</summary>
/// <param name="Title">Title: document, amount and a word by which the request is found again.</param>
/// <param name="Details">Markdown: what is asked, by whom, until when.</param>
public sealed record ApprovalRequest(string Title, string Details)
{
    /// <summary>Most characters of the title: Teams shows about 255.</summary>
    public const int TitleLengthMax = 250;

    /// <summary>Most characters of the details.</summary>
    public const int DetailsLengthMax = 20_000;

    // Enough to tell requests apart, short enough to read out.
    private const int ReferenceLength = 8;

    /// <summary>Words a request.</summary>
    /// <param name="key">Key of the request.</param>
    /// <param name="document">Name of the document.</param>
    /// <param name="amount">What the document is worth, signed.</param>
    /// <param name="currency">ISO code.</param>
    /// <param name="summary">The process's own summary, in Markdown.</param>
    /// <param name="subject">What is asked, as it decides who may approve.</param>
    /// <param name="selection">Who is asked.</param>
    /// <param name="due">Until when an answer is expected.</param>
    public static ApprovalRequest Of(
        string key,
        string document,
        decimal amount,
        string currency,
        string summary,
        ApprovalSubject subject,
        ApproverSelection selection,
        CalendarDate due
    )
    {
        var reference = " [" + new CanonicalText().Field("approval", key).Sha256().Substring(0, ReferenceLength) + "]";
        var title = $"{document}: {Sentence.Amount(amount)} {currency}";
        return new ApprovalRequest(
            Sentence.Fit(title, TitleLengthMax - reference.Length) + reference,
            Sentence.Fit(summary.TrimEnd() + "\n\n" + Asked(subject, selection, due), DetailsLengthMax)
        );
    }

    private static string Asked(ApprovalSubject subject, ApproverSelection selection, CalendarDate due)
    {
        var requesters = subject.Requesters.Select(person => person.Name).Where(name => !string.IsNullOrWhiteSpace(name)).Distinct().ToList();
        return Sentence.Lines(
            [
                requesters.Count == 0 ? "Asked without a known requester." : $"Asked by {string.Join(" and ", requesters)}.",
                selection.DelegateOf is { } approver
                    ? $"You are asked in place of {approver}."
                    : Sentence.Of($"Your limit is {Sentence.Amount(selection.Authority.Limit)} {selection.Authority.Currency}."),
                Sentence.Of($"Answer by {due}. If the document changes, you are asked again and this answer no longer counts."),
            ],
            DetailsLengthMax
        );
    }
}
