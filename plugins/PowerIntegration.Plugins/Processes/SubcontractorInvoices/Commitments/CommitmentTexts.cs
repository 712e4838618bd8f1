using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Law.Jurisdiction;
using PowerIntegration.Domain.Law.PayWhenPaid;
using PowerIntegration.Domain.Law.Tax;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Texts;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Commitments;

/// <summary>
/// What the texts of a contract and of one of its documents say: terms, opening balances, decisions. What cannot be read is named, field by field.
/// </summary>
internal sealed class CommitmentTexts
{
    private readonly FieldReader reader = new();
    private readonly CommitmentSnapshot snapshot;
    private TaxTerms? tax;
    private WithholdingTerms? withholding;
    private RegionFacts? region;
    private PaymentTerms? paymentClause;

    public CommitmentTexts(CommitmentSnapshot snapshot)
    {
        this.snapshot = snapshot;
        var number = snapshot.Contract.RequiredText(CommitmentTable.Number);
        var currency = snapshot.Contract.RequiredText(CommitmentTable.Currency);
        Terms = Read(
            snapshot.Contract.Text(CommitmentTable.BillingTerms),
            "Billing terms",
            fields =>
            {
                tax = TaxTermsText.Read(fields.Optional("tax"));
                withholding = TaxTermsText.ReadWithholding(fields.Optional("withholding"));
                region = RegionText.Read(fields.Optional("region"), number, currency);
                paymentClause = PaymentClauseText.Read(fields.Optional("paymentClause"));
                return TermsText.Of(fields, number, currency);
            }
        );
        Opening = Signed(Read(snapshot.Contract.Text(CommitmentTable.OpeningBalances), "Opening balances", BalancesText.Read));
        Decisions = Read(snapshot.Document.Text(DocumentTable.Decisions), "Decisions", DecisionsText.Stored) ?? new BillingDecisions();
    }

    /// <summary>Null where nobody entered them, or where they cannot be read.</summary>
    public ContractTerms? Terms { get; }

    /// <summary>Null where the contract began with application 1.</summary>
    public ContractLedger? Opening { get; }

    /// <summary>Why nothing may be billed from the opening balances; null where they are signed or there are none.</summary>
    public Refusal? OpeningProblem =>
        snapshot.Contract.Text(CommitmentTable.OpeningBalances) is { Length: > 0 } text
            ? Signature.Check(snapshot.Contract.RequiredText(CommitmentTable.Number), snapshot.CommitmentId, text)
            : null;

    /// <summary>Where the contract lies; null where nobody entered it.</summary>
    public RegionFacts? Region => region;

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
            IsMatched = row.Choice(CommitmentTable.Matching) == MatchingChoice.Matched,
            Terms = Terms,
            Tax = tax,
            Withholding = withholding,
            Region = region,
            PaymentClause = paymentClause,
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
