using PowerIntegration.Domain.ContractBilling.Checks;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Users;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>
/// A controller's signature under the opening balances of a running commitment. It holds for exactly the balances that were signed, on that
/// commitment.
/// </summary>
/// <param name="SignedBy">Who signed; null if no one did.</param>
/// <param name="SignedOn">When, UTC; null if no one did.</param>
/// <param name="Hash">Of what was signed; null if no one did.</param>
public sealed record OpeningSignature(string? SignedBy, DateTime? SignedOn, string? Hash)
{
    private const string Sign =
        "Ask the controller to compare them with Procore, Oracle, and the retainage account, and to sign them. "
        + "The application then continues automatically.";

    /// <summary>Why nothing may be billed from the balances; null where they are signed.</summary>
    /// <param name="commitmentNumber">The commitment's number.</param>
    /// <param name="hash">Of the balances as the rows have them.</param>
    public Refusal? Check(string commitmentNumber, string hash)
    {
        if (string.IsNullOrEmpty(SignedBy) || SignedOn is not { } signedOn || string.IsNullOrEmpty(Hash))
        {
            return new Refusal(BillingReasons.OpeningNotSigned, $"Commitment {commitmentNumber}: the opening balances are not signed. {Sign}");
        }

        return Hash == hash
            ? null
            : new Refusal(
                BillingReasons.OpeningNotSigned,
                $"Commitment {commitmentNumber}: the opening balances changed after {SignedBy} signed them on "
                    + $"{CalendarDate.FromDateTime(signedOn)} (UTC). {Sign}"
            );
    }

    /// <summary>
    /// Why this person cannot sign; null where nothing stands against it. Whoever entered the balances does not vouch for them too.
    /// </summary>
    /// <param name="commitmentNumber">The commitment's number.</param>
    /// <param name="enteredBy">Who entered the balances since they were last signed; empty where it is not known.</param>
    /// <param name="signer">Who would sign.</param>
    public static Refusal? SecondPerson(string commitmentNumber, IReadOnlyCollection<Person> enteredBy, Person signer)
    {
        if (enteredBy.Count == 0)
        {
            return new Refusal(
                DocumentReasons.SecondPersonRequired,
                $"Commitment {commitmentNumber} has no record of who entered the opening balances. Enter them again; a second person then signs."
            );
        }

        return enteredBy.Any(signer.Is)
            ? new Refusal(
                DocumentReasons.SecondPersonRequired,
                $"Commitment {commitmentNumber}: {signer} entered the opening balances and cannot sign them too. "
                    + "A second person must compare and sign them."
            )
            : null;
    }

    /// <summary>Why balances cannot be signed; null where they can. No one signs what cannot be read or does not tie.</summary>
    /// <param name="commitmentNumber">The commitment's number.</param>
    /// <param name="entry">The opening balances as the rows have them; null where there are none.</param>
    public static Refusal? Unsignable(string commitmentNumber, OpeningEntry? entry)
    {
        if (entry is null)
        {
            return new Refusal(SharedReasons.InputUnusable, $"Commitment {commitmentNumber} has no opening balances. Enter them, then sign.");
        }

        return entry.Problems.Count > 0
            ? new Refusal(
                SharedReasons.InputUnusable,
                $"Commitment {commitmentNumber}: {string.Join(" ", entry.Problems)} Correct the row, then sign."
            )
            : OpeningCheck.Ties(entry.Ledger, entry.Ties, $"Commitment {commitmentNumber}");
    }

    /// <summary>Why it is not signed that the signer saw other balances; null where they are those that were shown.</summary>
    /// <param name="commitmentNumber">The commitment's number.</param>
    /// <param name="hash">Of the balances as the rows have them.</param>
    /// <param name="asShown">The hash that the signer was shown.</param>
    public static Refusal? ChangedMeanwhile(string commitmentNumber, string hash, string asShown) =>
        string.Equals(hash, asShown, StringComparison.Ordinal)
            ? null
            : new Refusal(
                SharedReasons.InputUnusable,
                $"The opening balances of commitment {commitmentNumber} changed since they were shown. " + "Show them again, compare them, and sign."
            );
}
