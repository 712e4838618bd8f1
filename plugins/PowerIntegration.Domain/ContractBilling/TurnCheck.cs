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
/// Whether an application is approved, and whether it is next in order. Totals to date build on the balances of the previous application.
/// </summary>
internal static class TurnCheck
{
    /// <summary>The answer where there is nothing to post and nothing is wrong; null where the application continues.</summary>
    public static BillingOutcome.NothingToPost? Settled(ContractTerms terms, ContractLedger ledger, Application application)
    {
        var name = BillingSheet.NameOf(terms, application);
        var key = application.RecordId + "|";
        var posted = ledger.PostedRevisions.Where(revision => revision.StartsWith(key, StringComparison.Ordinal)).ToList();
        if (posted.Contains(application.RevisionKey, StringComparer.Ordinal))
        {
            return new BillingOutcome.NothingToPost(
                NothingToPostReason.Duplicate,
                Sentence.Of($"{name}: revision {application.Revision} is already posted. No action is needed.")
            );
        }

        if (application.Status == ApplicationStatus.Void)
        {
            return posted.Count > 0
                ? null
                : new BillingOutcome.NothingToPost(NothingToPostReason.Void, $"{name} is void and was never posted. Nothing will be posted for it.");
        }

        return application.Number < ledger.LastPostedNumber
            ? new BillingOutcome.NothingToPost(
                NothingToPostReason.Superseded,
                Sentence.Of(
                    $"{name} arrived after application {ledger.LastPostedNumber} was posted, and application {ledger.LastPostedNumber}'s totals ",
                    $"already include it. Nothing will be posted for it."
                )
            )
            : null;
    }

    /// <summary>Every reason why the application must stop now.</summary>
    public static IEnumerable<Refusal> Of(ContractTerms terms, ContractLedger ledger, Application application, ICollection<BillingWarning> warnings)
    {
        var name = BillingSheet.NameOf(terms, application);
        if (Decided(terms, application, name) is { } undecided)
        {
            yield return undecided;
        }

        if (application.Number < 1 && !application.IsReleaseOnly)
        {
            yield return new Refusal(DocumentReasons.PredecessorMissing, $"{name}: application numbers start at 1. Correct the number.");
        }

        if (
            application.Number == ledger.LastPostedNumber
            && application.Number > 0
            && !application.IsReleaseOnly
            && !ledger.PostedRevisions.Any(key => key.StartsWith(application.RecordId + "|", StringComparison.Ordinal))
        )
        {
            yield return new Refusal(
                DocumentReasons.PossibleDuplicate,
                $"{name}: another application was posted with this number. Give record {application.RecordId} its own number, or void it."
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
                $"{terms.Subject}: the terms do not state whether an application approved as noted may be posted. "
                    + "Ask the controller to add this term."
            ),
            ApplicationStatus.Void => new Refusal(
                DocumentReasons.SourceVoid,
                $"{name} was posted and is now void. Ask the controller to reverse it; until then, later applications build on its balances."
            ),
            _ => new Refusal(
                DocumentReasons.ProcoreUndecided,
                $"{name} is not approved yet (status: {Sentence.Words(application.Status)}). "
                    + "Approve or void it; processing then continues automatically."
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
                        $"{name}: application {number} has not been posted or voided, and no record of it was found. Import application {number}, ",
                        $"or ask the controller to record its number as void or to sign opening balances."
                    )
                )
                {
                    Place = new InputPlace(null, "earlier application") { Accepted = number },
                };
                yield break;
            }

            if (known.FirstOrDefault(other => other.Status != ApplicationStatus.Void) is { } open)
            {
                yield return new Refusal(
                    DocumentReasons.PredecessorNotPosted,
                    Sentence.Of(
                        $"{name} is waiting for application {number}, which is not posted (status: {Sentence.Words(open.Status)}). ",
                        $"Post or void application {number}; this one then continues automatically."
                    )
                );
                yield break;
            }

            warnings.Add(
                new BillingWarning(
                    BillingWarningCode.NumberSkipped,
                    null,
                    Sentence.Of($"{name}: application {number} is void, so billing builds on ") + Base(ledger)
                )
            );
        }
    }

    private static string Base(ContractLedger ledger) =>
        ledger.LastPostedNumber == 0 ? "the start of the contract." : Sentence.Of($"application {ledger.LastPostedNumber}.");

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
                $"{name}: the opening balances of {opening.Date} are not signed. Ask the controller to check and sign them."
            );
        }

        if (OpeningCheck.Ties(ledger, opening, name) is { } differs)
        {
            yield return differs;
        }
    }
}
