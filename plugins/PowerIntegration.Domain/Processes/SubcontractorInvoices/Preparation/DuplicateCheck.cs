using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Duplicates;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>
/// Whether the vendor is paid for the same bill on any of its commitments. Revisions of one record, reversals, and what was refused, replaced or
/// reversed are not a second payment; from what a controller said it differs it is not held again.
/// </summary>
internal static class DuplicateCheck
{
    // Everything that is prepared here comes from one source.
    private const string Source = "Procore";

    public static IEnumerable<Refusal> Of(PreparationFacts facts, decimal payable)
    {
        var own = Record(facts, payable);
        foreach (var owner in facts.NumberOwners.Where(owner => MayBePaidToo(facts, owner)))
        {
            if (DuplicateRule.Of(own, Record(facts, owner)) is { } reason)
            {
                yield return new Refusal(DocumentReasons.PossibleDuplicate, Sentence(facts, own, owner, reason));
            }
        }

        foreach (var found in facts.OracleAlike.Where(found => !facts.Decisions.DiffersFromOracle.Contains(found.Id)))
        {
            if (DuplicateRule.Of(own, found.Of(own.Supplier)) is not null)
            {
                yield return new Refusal(DocumentReasons.PossibleDuplicate, Sentence(facts, own, found));
            }
        }
    }

    private static bool MayBePaidToo(PreparationFacts facts, NumberOwner owner) =>
        owner is { KeepsNumbers: true, State: not DocumentState.Reversed, Type: not (DocumentKind.Reversal or DocumentKind.OwnerInvoice) }
        && !owner.IsRevisionOf(facts.Document)
        && !facts.Decisions.DiffersFrom.Contains(owner.Id);

    private static PayableRecord Record(PreparationFacts facts, decimal payable) =>
        new(
            facts.Document.Id.ToString("D"),
            Source,
            facts.Commitment.VendorNumber,
            facts.Source.InvoiceNumber,
            payable,
            facts.Commitment.Currency,
            facts.Source.BillingDate ?? facts.Source.PeriodEnd,
            facts.Commitment.Number,
            Refusals.Sentence.Of($"{facts.Document.ApplicationNumber}")
        );

    // The vendor's documents were asked for: whether by its number or its name, the vendor is the same.
    private static PayableRecord Record(PreparationFacts facts, NumberOwner owner) =>
        new(
            owner.Id.ToString("D"),
            Source,
            facts.Commitment.VendorNumber,
            owner.GivenNumber,
            owner.PayableAmount ?? 0m,
            owner.Currency ?? "",
            owner.Date,
            owner.CommitmentNumber,
            Refusals.Sentence.Of($"{owner.ApplicationNumber}")
        );

    private static string Sentence(PreparationFacts facts, PayableRecord own, NumberOwner owner, DuplicateReason reason)
    {
        var what =
            reason == DuplicateReason.SameNumber
                ? $"Invoice number '{own.Number!.Trim()}' may be the same as '{owner.GivenNumber}' of {owner}"
                : $"{SourceNames.Of(facts.Source)} pays {Refusals.Sentence.Amount(own.Amount)} {own.Currency}, the amount of {owner} of {owner.Date}";
        return $"{what}, from the same vendor. Ask the vendor whether it is the same bill. {InvoiceNumbering.NextStep(facts.Document.Type)} "
            + $"If they are two bills, ask the controller to record that they differ.{Link(facts, owner)}";
    }

    private static string Sentence(PreparationFacts facts, PayableRecord own, FoundPayable found) =>
        $"{SourceNames.Of(facts.Source)} pays {Refusals.Sentence.Amount(own.Amount)} {own.Currency}, the amount of invoice {found.Number} "
        + $"of {found.Date} that Oracle has from the same supplier (ID {found.Id}). Ask Payables whether it is the same bill. "
        + $"{InvoiceNumbering.NextStep(facts.Document.Type)} If they are two bills, ask the controller to record that they differ.";

    private static string Link(PreparationFacts facts, NumberOwner owner) =>
        facts.Address.Length == 0 ? "" : $" The other document: {facts.Address.Replace(facts.Document.Id.ToString("D"), owner.Id.ToString("D"))}";
}
