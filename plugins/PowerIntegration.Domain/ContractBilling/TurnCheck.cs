using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Checks;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling;

/// <summary>
/// Whether an application is decided, and whether it is its turn. Totals to date need the balances that the application before left.
/// </summary>
internal static class TurnCheck
{
    /// <summary>Where there is nothing to post and nothing is wrong; null where the application goes on.</summary>
    public static BillingOutcome.NothingToPost? Settled(ContractTerms terms, ContractLedger ledger, Application application)
    {
        var name = BillingSheet.NameOf(terms, application);
        var key = application.RecordId + "|";
        var posted = ledger.PostedRevisions.Where(revision => revision.StartsWith(key, StringComparison.Ordinal)).ToList();
        if (posted.Contains(application.RevisionKey, StringComparer.Ordinal))
        {
            return new BillingOutcome.NothingToPost(
                NothingToPostReason.Duplicate,
                Sentence.Of($"{name}: revision {application.Revision} is posted already; nothing changes.")
            );
        }

        if (application.Status == ApplicationStatus.Void)
        {
            return posted.Count > 0
                ? null
                : new BillingOutcome.NothingToPost(NothingToPostReason.Void, $"{name} is void and was never posted; its number stays used.");
        }

        return application.Number < ledger.LastPostedNumber
            ? new BillingOutcome.NothingToPost(
                NothingToPostReason.Superseded,
                Sentence.Of(
                    $"{name} comes after application {ledger.LastPostedNumber} was posted, whose totals to date cover it; nothing is posted for it."
                )
            )
            : null;
    }

    /// <summary>Every reason why it may not go on now.</summary>
    public static IEnumerable<Refusal> Of(ContractTerms terms, ContractLedger ledger, Application application, ICollection<BillingWarning> warnings)
    {
        var name = BillingSheet.NameOf(terms, application);
        if (Decided(terms, application, name) is { } undecided)
        {
            yield return undecided;
        }

        if (application.Number < 1 && !application.IsReleaseOnly)
        {
            yield return new Refusal(DocumentReasons.PredecessorMissing, $"{name}: application numbers begin with 1. Correct the number.");
        }

        if (
            application.Number == ledger.LastPostedNumber
            && !application.IsReleaseOnly
            && !ledger.PostedRevisions.Any(key => key.StartsWith(application.RecordId + "|", StringComparison.Ordinal))
        )
        {
            yield return new Refusal(
                DocumentReasons.PossibleDuplicate,
                $"{name}: another record was posted under this number. Give record {application.RecordId} a number of its own, or void it."
            );
        }

        foreach (var refusal in Predecessors(ledger, application, name, warnings))
        {
            yield return refusal;
        }

        foreach (var refusal in Opening(ledger, name))
        {
            yield return refusal;
        }
    }

    private static Refusal? Decided(ContractTerms terms, Application application, string name) =>
        application.Status switch
        {
            ApplicationStatus.Approved => null,
            ApplicationStatus.ApprovedAsNoted when terms.PostsApprovedAsNoted == true => null,
            ApplicationStatus.ApprovedAsNoted when terms.PostsApprovedAsNoted is null => new Refusal(
                BillingReasons.TermsMissing,
                $"Contract {terms.ContractNumber} does not say whether an application that is approved as noted may post. Enter the term."
            ),
            ApplicationStatus.Void => new Refusal(
                DocumentReasons.SourceVoid,
                $"{name} is void, but it was posted. Reverse it; its balances stay the base until then."
            ),
            _ => new Refusal(
                DocumentReasons.ProcoreUndecided,
                $"{name} is not decided yet ({application.Status}). It goes on by itself when it is approved or void."
            ),
        };

    private static IEnumerable<Refusal> Predecessors(
        ContractLedger ledger,
        Application application,
        string name,
        ICollection<BillingWarning> warnings
    )
    {
        var others = application
            .Others.Where(other => other.Number > ledger.LastPostedNumber && other.Number < application.Number)
            .ToLookup(other => other.Number);
        for (var number = ledger.LastPostedNumber + 1; number < application.Number; number++)
        {
            var known = others[number].ToList();
            if (known.Count == 0)
            {
                yield return new Refusal(
                    DocumentReasons.PredecessorMissing,
                    Sentence.Of(
                        $"{name}: application {number} is neither posted nor void, and nobody knows it. ",
                        $"Read it from the source, or enter signed opening balances."
                    )
                );
                yield break;
            }

            if (known.FirstOrDefault(other => other.Status != ApplicationStatus.Void) is { } open)
            {
                yield return new Refusal(
                    DocumentReasons.PredecessorNotPosted,
                    Sentence.Of(
                        $"{name} waits for application {number}, which is {open.Status} and not posted. ",
                        $"It goes on by itself when that one is posted or void."
                    )
                );
                yield break;
            }

            warnings.Add(
                new BillingWarning(
                    BillingWarningCode.NumberSkipped,
                    null,
                    Sentence.Of($"{name}: application {number} is void; the base is application {ledger.LastPostedNumber}.")
                )
            );
        }
    }

    private static IEnumerable<Refusal> Opening(ContractLedger ledger, string name)
    {
        if (ledger.Opening is not { } opening || ledger.PostedRevisions.Count > 0)
        {
            yield break;
        }

        if (string.IsNullOrEmpty(opening.SignedBy))
        {
            yield return new Refusal(
                BillingReasons.OpeningNotSigned,
                $"{name}: nobody signed the opening balances of {opening.Date}. A controller checks and signs them first."
            );
        }

        if (OpeningCheck.Ties(ledger, opening, name) is { } differs)
        {
            yield return differs;
        }
    }
}
