using PowerIntegration.Domain.ContractBilling.Checks;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>
/// A controller's signature under the opening balances of a running contract. It holds for the very text that was signed, on that contract, and for
/// no other.
/// </summary>
/// <param name="SignedBy">Who signed; null where nobody did.</param>
/// <param name="SignedOn">When, UTC; null where nobody did.</param>
/// <param name="Hash">Of what was signed; null where nobody did.</param>
public sealed record OpeningSignature(string? SignedBy, DateTime? SignedOn, string? Hash)
{
    private const string Sign =
        "A controller compares them with Procore, Oracle and the retainage account and signs them with pint_SignOpeningBalances; "
        + "then the application goes on by itself.";

    /// <summary>What a signature is bound to: SHA-256 in lower-case hexadecimal.</summary>
    /// <param name="commitmentId">Row id of the contract.</param>
    /// <param name="text">The opening balances, character by character.</param>
    public static string HashOf(Guid commitmentId, string text) =>
        new CanonicalText().Section("opening balances").Field("contract", commitmentId.ToString("D")).Field("text", text).Sha256();

    /// <summary>Why nothing may be billed from the text; null where it is signed.</summary>
    /// <param name="contractNumber">The contract's number.</param>
    /// <param name="commitmentId">Row id of the contract.</param>
    /// <param name="text">The opening balances as the row has them.</param>
    public Refusal? Check(string contractNumber, Guid commitmentId, string text)
    {
        if (string.IsNullOrEmpty(SignedBy) || SignedOn is not { } signedOn || string.IsNullOrEmpty(Hash))
        {
            return new Refusal(BillingReasons.OpeningNotSigned, $"Contract {contractNumber}: nobody signed the opening balances. {Sign}");
        }

        return Hash == HashOf(commitmentId, text)
            ? null
            : new Refusal(
                BillingReasons.OpeningNotSigned,
                $"Contract {contractNumber}: the opening balances are not the ones that {SignedBy} signed on "
                    + $"{CalendarDate.FromDateTime(signedOn)}. {Sign}"
            );
    }

    /// <summary>
    /// Why this person cannot sign; null where nothing stands against it. Whoever entered the balances does not vouch for them too.
    /// </summary>
    /// <param name="contractNumber">The contract's number.</param>
    /// <param name="enteredBy">Who entered the text; null where it is not known.</param>
    /// <param name="isSigner">True where the same person signs.</param>
    public static Refusal? SecondPerson(string contractNumber, string? enteredBy, bool isSigner)
    {
        if (string.IsNullOrEmpty(enteredBy))
        {
            return new Refusal(
                DocumentReasons.SecondPersonRequired,
                $"Contract {contractNumber} does not say who entered the opening balances. Enter them again; a second person then signs."
            );
        }

        return isSigner
            ? new Refusal(
                DocumentReasons.SecondPersonRequired,
                $"Contract {contractNumber}: {enteredBy} entered the opening balances and cannot sign them too. "
                    + "Let a second person compare and sign them."
            )
            : null;
    }

    /// <summary>Why a text cannot be signed; null where it can. Nobody signs what has changed meanwhile, cannot be read or does not tie.</summary>
    /// <param name="contractNumber">The contract's number.</param>
    /// <param name="stored">The opening balances as the row has them; null where there are none.</param>
    /// <param name="asRead">The text as the signer read it.</param>
    /// <param name="balances">What the text says; null where it cannot be read.</param>
    /// <param name="problems">What cannot be read, one sentence each.</param>
    public static Refusal? Unsignable(
        string contractNumber,
        string? stored,
        string asRead,
        ContractLedger? balances,
        IReadOnlyCollection<string> problems
    )
    {
        if (string.IsNullOrEmpty(stored))
        {
            return new Refusal(SharedReasons.InputUnusable, $"Contract {contractNumber} has no opening balances. Enter them, then sign.");
        }

        if (!string.Equals(stored, asRead, StringComparison.Ordinal))
        {
            return new Refusal(
                SharedReasons.InputUnusable,
                $"The opening balances of contract {contractNumber} are not the text that was passed. Read them again and sign what is there."
            );
        }

        if (balances is null || problems.Count > 0)
        {
            return new Refusal(SharedReasons.InputUnusable, $"Contract {contractNumber}: {string.Join(" ", problems)} Correct the text, then sign.");
        }

        return balances.Opening is { } opening
            ? OpeningCheck.Ties(balances, opening, $"Contract {contractNumber}")
            : new Refusal(
                SharedReasons.InputUnusable,
                $"Contract {contractNumber}: the opening balances do not say to what they tie. "
                    + "Enter opening with date, gross, retainage, oracleGross and retainageAccount, then sign."
            );
    }
}
