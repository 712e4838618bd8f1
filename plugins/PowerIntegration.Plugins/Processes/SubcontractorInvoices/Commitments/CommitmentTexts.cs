using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Texts;
using PowerIntegration.Domain.Versions;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;

/// <summary>
/// The terms that hold for one document of a contract, and what the texts of both say: opening balances, decisions. What cannot be read is named,
/// field by field.
/// </summary>
internal sealed class CommitmentTexts
{
    private readonly FieldReader reader = new();
    private readonly CommitmentSnapshot snapshot;
    private readonly TermsSelection terms;

    public CommitmentTexts(CommitmentSnapshot snapshot)
    {
        this.snapshot = snapshot;
        terms = snapshot.Terms;
        Opening = Signed(Read(snapshot.Contract.Text(CommitmentTable.OpeningBalances), "Opening balances", BalancesText.Read));
        Decisions = Read(snapshot.Document.Text(DocumentTable.Decisions), "Decisions", DecisionsText.Stored) ?? new BillingDecisions();
    }

    /// <summary>Null where the contract began with application 1.</summary>
    public ContractLedger? Opening { get; }

    /// <summary>Why nothing may be billed from the opening balances; null where they are signed or there are none.</summary>
    public Refusal? OpeningProblem =>
        snapshot.Contract.Text(CommitmentTable.OpeningBalances) is { Length: > 0 } text
            ? Signature.Check(snapshot.Contract.RequiredText(CommitmentTable.Number), snapshot.CommitmentId, text)
            : null;

    /// <summary>Where the contract lies; null where nobody entered it.</summary>
    public RegionFacts? Region => terms.Version?.Region;

    public BillingDecisions Decisions { get; }

    /// <summary>The contract as an invoice of it needs it.</summary>
    public CommitmentFacts Facts()
    {
        var row = snapshot.Contract;
        return new CommitmentFacts
        {
            Number = row.RequiredText(CommitmentTable.Number),
            VendorName = row.RequiredText(CommitmentTable.VendorName),
            VendorNumber = row.RequiredText(CommitmentTable.VendorNumber),
            VendorSite = row.RequiredText(CommitmentTable.VendorSite),
            Currency = row.RequiredText(CommitmentTable.Currency),
            IsMatched = terms.Version?.IsMatched == true,
            TermsKey = terms.Version?.Key,
            TermsProblem = terms.Refusal,
            Terms = terms.Version?.Terms,
            Tax = terms.Version?.Tax,
            Withholding = terms.Version?.Withholding,
            Region = terms.Version?.Region,
            PaymentClause = terms.Version?.PaymentClause,
            Problem =
                reader.Problems.Count == 0
                    ? null
                    : new Refusal(
                        SharedReasons.InputUnusable,
                        $"Contract {row.RequiredText(CommitmentTable.Number)}: "
                            + $"{string.Join(" ", reader.Problems)} Correct the text, then prepare the document again."
                    ),
            IsActive = row.Choice(CommitmentTable.RuleState) == RuleStateChoice.Active,
            BasePreparationId = snapshot.BasePreparationId,
            LastPostedNumber = snapshot.LastPostedNumber,
        };
    }

    private OpeningSignature Signature =>
        new(
            snapshot.Contract.Text(CommitmentTable.OpeningSignedBy),
            snapshot.Contract.Instant(CommitmentTable.OpeningSignedOn),
            snapshot.Contract.Text(CommitmentTable.OpeningHash)
        );

    // Who signed is what the row says; a name inside the text is only text.
    private ContractLedger? Signed(ContractLedger? balances) =>
        balances?.Opening is { } opening ? balances with { Opening = opening with { SignedBy = Signature.SignedBy } } : balances;

    private T? Read<T>(string? text, string name, Func<JsonFields, T> read)
        where T : class => string.IsNullOrEmpty(text) ? null : JsonText.Read(name, text!, reader, read);
}
