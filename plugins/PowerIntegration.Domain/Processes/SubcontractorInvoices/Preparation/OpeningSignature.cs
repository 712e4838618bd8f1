using PowerIntegration.Domain.ContractBilling.Checks;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Users;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>
/// A controller's signature under the opening balances of a running contract. It holds for the very balances that were signed, on that contract, and
/// for no others.
/// </summary>
/// <param name="SignedBy">Who signed; null where nobody did.</param>
/// <param name="SignedOn">When, UTC; null where nobody did.</param>
/// <param name="Hash">Of what was signed; null where nobody did.</param>
public sealed record OpeningSignature(string? SignedBy, DateTime? SignedOn, string? Hash)
{
    private const string Sign =
        "A controller compares them with Procore, Oracle and the retainage account and signs them with pint_SignOpeningBalances; "
        + "then the application goes on by itself.";

    /// <summary>Why nothing may be billed from the balances; null where they are signed.</summary>
    /// <param name="commitmentNumber">The contract's number.</param>
    /// <param name="hash">Of the balances as the rows have them.</param>
    public Refusal? Check(string commitmentNumber, string hash)
    {
        if (string.IsNullOrEmpty(SignedBy) || SignedOn is not { } signedOn || string.IsNullOrEmpty(Hash))
        {
            return new Refusal(BillingReasons.OpeningNotSigned, $"Contract {commitmentNumber}: nobody signed the opening balances. {Sign}");
        }

        return Hash == hash
            ? null
            : new Refusal(
                BillingReasons.OpeningNotSigned,
                $"Contract {commitmentNumber}: the opening balances are not the ones that {SignedBy} signed on "
                    + $"{CalendarDate.FromDateTime(signedOn)}. {Sign}"
            );
    }

    /// <summary>
    /// Why this person cannot sign; null where nothing stands against it. Whoever entered the balances does not vouch for them too.
    /// </summary>
    /// <param name="commitmentNumber">The contract's number.</param>
    /// <param name="enteredBy">Who entered the balances since they were last signed; empty where it is not known.</param>
    /// <param name="signer">Who would sign.</param>
    public static Refusal? SecondPerson(string commitmentNumber, IReadOnlyCollection<Person> enteredBy, Person signer)
    {
        if (enteredBy.Count == 0)
        {
            return new Refusal(
                DocumentReasons.SecondPersonRequired,
                $"Commitment {commitmentNumber} does not say who entered the opening balances. Enter them again; a second person then signs."
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

    /// <summary>Why balances cannot be signed; null where they can. Nobody signs what cannot be read or does not tie.</summary>
    /// <param name="commitmentNumber">The contract's number.</param>
    /// <param name="entry">The opening balances as the rows have them; null where there are none.</param>
    public static Refusal? Unsignable(string commitmentNumber, OpeningEntry? entry)
    {
        if (entry is null)
        {
            return new Refusal(SharedReasons.InputUnusable, $"Contract {commitmentNumber} has no opening balances. Enter them, then sign.");
        }

        return entry.Problems.Count > 0
            ? new Refusal(SharedReasons.InputUnusable, $"Contract {commitmentNumber}: {string.Join(" ", entry.Problems)} Correct the row, then sign.")
            : OpeningCheck.Ties(entry.Ledger, entry.Ties, $"Contract {commitmentNumber}");
    }

    /// <summary>Why it is not signed that the signer saw other balances; null where they are those that were shown.</summary>
    /// <param name="commitmentNumber">The contract's number.</param>
    /// <param name="hash">Of the balances as the rows have them.</param>
    /// <param name="asShown">The hash that the signer was shown.</param>
    public static Refusal? ChangedMeanwhile(string commitmentNumber, string hash, string asShown) =>
        string.Equals(hash, asShown, StringComparison.Ordinal)
            ? null
            : new Refusal(
                SharedReasons.InputUnusable,
                $"The opening balances of contract {commitmentNumber} are not the ones whose OpeningHash was passed. "
                    + "Call pint_SignOpeningBalances without OpeningHash, compare what it answers, and sign that."
            );
}
