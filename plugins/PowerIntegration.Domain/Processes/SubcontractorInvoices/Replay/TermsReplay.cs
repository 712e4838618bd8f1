using PowerIntegration.Domain.ContractBilling.Replay;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Texts;
using PowerIntegration.Domain.Versions;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Replay;

/// <summary>Bills the approved applications of a running commitment by proposed terms, and proposes the terms that explain what was paid.</summary>
public static class TermsReplay
{
    /// <summary>Most applications of one replay.</summary>
    public const int ApplicationsMax = 60;

    /// <summary>Most lines of all its applications together.</summary>
    public const int LinesMax = 15_000;

    /// <summary>Most differences in the list; the number of all of them is given beside it.</summary>
    public const int ListedMax = 1_000;

    private const int WordedMax = 12;

    /// <summary>Why the commitment is too large; null where it is not.</summary>
    /// <param name="number">The commitment's number.</param>
    /// <param name="applications">Its approved applications.</param>
    /// <param name="lines">Their lines; more than <see cref="LinesMax"/> need not be counted.</param>
    public static Refusal? TooLarge(string number, int applications, int lines) =>
        applications > ApplicationsMax
            ? Refused(
                Sentence.Of(
                    $"Commitment {number} has {applications} approved applications; a replay takes up to {ApplicationsMax}. ",
                    $"Enter the contract in a file and use the command bill --replay."
                )
            )
        : lines > LinesMax
            ? Refused(
                Sentence.Of(
                    $"The applications of commitment {number} have more than {LinesMax:#,##0} lines, and a replay takes no more. ",
                    $"Enter the contract in a file and use the command bill --replay."
                )
            )
        : null;

    /// <summary>The documents that a replay takes, in order: the newest approved revision of each application.</summary>
    public static IReadOnlyList<ReplayDocument> Approved(IEnumerable<ReplayDocument> documents) => ApprovedHistory.Approved([.. documents]);

    /// <summary>Replays it.</summary>
    public static TermsReplayAnswer Of(ReplayFacts facts)
    {
        if (facts.Terms.Problems.Count > 0)
        {
            return TermsReplayAnswer.Of(Refused($"{TermsSelection.Unusable(facts.Terms)} Correct the terms, then replay again."));
        }

        var approved = ApprovedHistory.Approved(facts.Documents);
        if (TooLarge(facts.Number, approved.Count, approved.Sum(one => one.Source.Lines.Count)) is { } refusal)
        {
            return TermsReplayAnswer.Of(refusal);
        }

        var history = ApprovedHistory.Of(facts);
        return history.History is { } replayed
            ? Answer(facts, history, ReplayAnswer.Of(replayed), replayed.Applications.Count)
            : TermsReplayAnswer.Of(
                Refused(
                    $"Commitment {facts.Number} has no approved application to replay. Set the project's cutover date before its first application, "
                        + "so that the earlier ones are read from Procore."
                )
            );
    }

    private static TermsReplayAnswer Answer(ReplayFacts facts, ApprovedHistory history, ReplayAnswer answer, int applications)
    {
        var differences = answer.Now.Differences;
        return new TermsReplayAnswer
        {
            Applications = applications,
            Differences = differences.Count,
            Amount = answer.Now.PaymentGap,
            Message = string.Join("\n", Lines(facts, history, answer, applications)),
            DifferencesJson = JsonText.WriteList(differences.Take(ListedMax).Select(Json)),
            ProposalJson = Json(answer).ToString(),
        };
    }

    private static IEnumerable<string> Lines(ReplayFacts facts, ApprovedHistory history, ReplayAnswer answer, int applications)
    {
        var now = answer.Now;
        var replayed = $"Commitment {facts.Number}: {Sentence.Count(applications, "application")} replayed with terms {facts.Terms.Key}.";
        yield return now.IsExplained
            ? $"{replayed} The terms give what was paid."
            : $"{replayed} {Sentence.Count(now.Open.Count(), "figure")} {(now.Open.Count() == 1 ? "differs" : "differ")} on "
                + $"{Sentence.Count(now.Differing, "application")}; payments differ by {ReplayWords.Amount(now.PaymentGap)} {facts.Currency}.";
        foreach (var note in history.Notes)
        {
            yield return note;
        }

        foreach (var line in Worded(now, facts.Currency))
        {
            yield return line;
        }

        for (var index = 0; index < answer.Proposals.Count; index++)
        {
            var proposal = answer.Proposals[index];
            yield return Sentence.Of($"Proposal {index + 1}: {ReplayWords.Of(proposal)} ({ReplayWords.Rest(proposal)}).");
            if (ReplayWords.RangeOf(proposal) is { } range)
            {
                yield return range;
            }
        }

        if (!now.IsExplained && answer.Proposals.Count == 0)
        {
            yield return "No other terms were found that explain more. Check the applications above and their source.";
        }

        foreach (var note in ReplayWords.Notes(answer))
        {
            yield return note;
        }

        // An overridden amount shows as a difference only beside the terms that explain the rest.
        var byHand =
            now.IsExplained ? now
            : answer.Proposals.Count > 0 ? answer.Proposals[0].Result
            : null;
        foreach (var number in byHand?.Overridden ?? [])
        {
            yield return Sentence.Of(
                $"Application {number}: retainage was overridden in Procore. The terms do not have to explain it; check that it was meant."
            );
        }
    }

    private static IEnumerable<string> Worded(ReplayedContract now, string currency)
    {
        var open = now.Open.ToList();
        foreach (var difference in open.Take(WordedMax))
        {
            yield return difference.NotBilled is { } why
                ? Sentence.Of($"Application {difference.Application} is not billed: {why}")
                : Sentence.Of(
                    $"Application {difference.Application}, {NameOf(difference)}: {ReplayWords.Amount(difference.Billed ?? 0m)} by the terms, ",
                    $"{ReplayWords.Amount(difference.Paid)} {currency} {(difference.Figure == ReplayFigure.Payment ? "paid" : "held")}."
                );
        }

        if (open.Count > WordedMax)
        {
            yield return Sentence.Of($"And {open.Count - WordedMax} more.");
        }
    }

    private static string NameOf(ReplayDifference difference) =>
        difference.Figure switch
        {
            ReplayFigure.Payment => "payment due (line 8)",
            ReplayFigure.LineRetainage => $"retainage on line {difference.Line}",
            _ => "total retainage",
        };

    private static JsonObject Json(ReplayDifference difference) =>
        new JsonObject()
            .WholeNumber("application", difference.Application)
            .Choice("figure", difference.Figure)
            .Text("line", difference.Line)
            .Number("billed", difference.Billed)
            .Number("paid", difference.Paid)
            .Number("difference", difference.Difference)
            .Text("notBilled", difference.NotBilled)
            .Flag("overridden", difference.IsOverridden);

    private static JsonObject Json(ReplayAnswer answer) =>
        new JsonObject()
            .ListOrEmpty("proposals", answer.Proposals.Select(Json))
            .Flag("ambiguous", answer.IsAmbiguous)
            .WholeNumber("firstUnexplained", answer.FirstUnexplained);

    private static JsonObject Json(ReplayProposal proposal) =>
        new JsonObject()
            .Text("terms", ReplayWords.Of(proposal))
            .Text("fields", ReplayWords.FieldsOf(proposal))
            .Text("rest", ReplayWords.Rest(proposal))
            .Text("range", ReplayWords.RangeOf(proposal))
            .Flag("explainsAll", proposal.ExplainsAll)
            .Number("payments", proposal.Result.PaymentGap)
            .Number("retainage", proposal.Result.RetainageGap)
            .WholeNumber("applications", proposal.Result.Differing)
            .ListOrEmpty("overridden", proposal.Result.Overridden.Select(number => new JsonObject().WholeNumber("application", number)));

    private static Refusal Refused(string sentence) => new(SharedReasons.InputUnusable, sentence);
}
