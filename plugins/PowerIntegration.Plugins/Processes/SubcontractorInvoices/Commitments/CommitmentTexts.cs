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
/// The terms that hold for one document of a contract, its opening balances, and what was decided about it. What cannot be read is named, field by
/// field.
/// </summary>
internal sealed class CommitmentTexts
{
    private readonly FieldReader reader = new();
    private readonly CommitmentSnapshot snapshot;
    private readonly TermsSelection terms;
    private readonly OpeningEntry? opening;

    /// <summary>Reads them.</summary>
    /// <param name="snapshot">The contract.</param>
    /// <param name="opening">Its opening balances; null where it has none, or where what is posted is the base.</param>
    public CommitmentTexts(CommitmentSnapshot snapshot, OpeningEntry? opening)
    {
        this.snapshot = snapshot;
        this.opening = opening;
        terms = snapshot.Terms;
        foreach (var problem in opening?.Problems ?? [])
        {
            reader.Add(problem);
        }

        Decisions = Read(snapshot.Document.Text(DocumentTable.Decisions), "Decisions", DecisionsText.Stored) ?? new BillingDecisions();
        CorrectedDecisions = Read(snapshot.CorrectedDecisions, "Decisions", DecisionsText.Stored);
    }

    /// <summary>Null where the contract began with application 1.</summary>
    public ContractLedger? Opening => opening is null ? null : opening.Ledger with { Opening = opening.Ties with { SignedBy = Signature.SignedBy } };

    /// <summary>Why nothing may be billed from the opening balances; null where they are signed or there are none.</summary>
    public Refusal? OpeningProblem =>
        opening is null ? null : Signature.Check(snapshot.Commitment.RequiredText(CommitmentTable.Number), opening.HashFor(snapshot.CommitmentId));

    /// <summary>Jurisdiction facts of the commitment; null if none were entered.</summary>
    public JurisdictionFacts? Region => terms.Version?.Region;

    public BillingDecisions Decisions { get; }

    /// <summary>What was decided about the posted revision that the document corrects; null where it corrects none, or nothing was decided.</summary>
    public BillingDecisions? CorrectedDecisions { get; }

    /// <summary>The contract as an invoice of it needs it.</summary>
    public CommitmentFacts Facts()
    {
        var row = snapshot.Commitment;
        return new CommitmentFacts
        {
            Number = row.RequiredText(CommitmentTable.Number),
            VendorName = row.RequiredText(CommitmentTable.VendorName),
            VendorNumber = row.RequiredText(CommitmentTable.VendorNumber),
            VendorSite = row.RequiredText(CommitmentTable.VendorSite),
            VendorLink = snapshot.VendorLink,
            Currency = row.RequiredText(CommitmentTable.Currency),
            IsMatched = terms.Version?.IsMatched == true,
            TermsKey = terms.Version?.Key,
            TermsHash = terms.Version?.VersionHash,
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
                        $"Commitment {row.RequiredText(CommitmentTable.Number)}: {string.Join(" ", reader.Problems)} "
                            + "Correct the commitment, then prepare the document again."
                    ),
            IsActive = row.Choice(CommitmentTable.RuleState) == RuleStateChoice.Active,
            BasePreparationId = snapshot.BasePreparationId,
            LastPostedNumber = snapshot.LastPostedNumber,
        };
    }

    private OpeningSignature Signature =>
        new(
            snapshot.Commitment.Text(CommitmentTable.OpeningSignedBy),
            snapshot.Commitment.Instant(CommitmentTable.OpeningSignedOn),
            snapshot.Commitment.Text(CommitmentTable.OpeningHash)
        );

    private T? Read<T>(string? text, string name, Func<JsonFields, T> read)
        where T : class => string.IsNullOrEmpty(text) ? null : JsonText.Read(name, text!, reader, read);
}
