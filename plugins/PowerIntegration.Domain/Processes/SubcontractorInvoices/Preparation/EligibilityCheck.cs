using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Ownership;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Reasons;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Sequence;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Versions;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;

/// <summary>May the document go at all, is it decided, and is it its turn.</summary>
internal static class EligibilityCheck
{
    public static void Run(PreparationFacts facts, ApprovalDecision? approval, RefusalList refusals)
    {
        Configured(facts, refusals);
        if (facts.IsRelease)
        {
            Release(facts, approval, refusals);
        }
        else
        {
            refusals.Add(Voided(facts, approval?.Check(ApprovalOf(facts.Source))));
            refusals.Add(Undecided(facts));
            refusals.Add(PeriodBefore(facts));
            refusals.Add(SequenceCheck.Of(facts.Document, facts.Others, facts.Commitment.LastPostedNumber));
        }

        refusals.Add(Canceled(facts));
        refusals.Add(InvoiceNumbering.Check(Number(facts), facts.Document, facts.Commitment.Number, facts.Others, facts.Decisions.DiffersFrom));
    }

    // The source does not know of the decisions, so a correction without them would pay back what was cut.
    private static Refusal? Undecided(PreparationFacts facts) =>
        facts.CorrectedDecisions?.ChangesPayment == true && !facts.IsDecided
            ? new Refusal(
                SubcontractorInvoiceReasons.CorrectionUndecided,
                $"{SourceNames.Of(facts.Source)} corrects an application that was posted with a decision of the controller "
                    + $"(cut, deduction or release, {Sentence.Amount(facts.CorrectedDecisions.Deducted)} taken off). Ask the controller to record "
                    + "what applies now: a cut in full, deductions and releases only as far as they are not posted, or that nothing applies."
            )
            : null;

    // The ledger has the period of the last posted application: for a correction its own, and none after a reversal.
    private static Refusal? PeriodBefore(PreparationFacts facts)
    {
        var own = facts.Document;
        var alike = facts.Others.Where(other => other.Type == own.Type).ToList();
        if (
            facts.Source.PeriodEnd is not { } end
            || !alike.Exists(other => other.ProcoreId == own.ProcoreId && other.State is DocumentState.Posted or DocumentState.Reversed)
        )
        {
            return null;
        }

        var before = alike
            .Where(other => other.State == DocumentState.Posted && other.ApplicationNumber < own.ApplicationNumber && other.PeriodEnd is not null)
            .OrderByDescending(other => other.ApplicationNumber)
            .ThenByDescending(other => other.Revision)
            .FirstOrDefault();
        return before?.PeriodEnd is { } earliest && end < earliest
            ? new Refusal(
                BillingReasons.PeriodBackward,
                Sentence.Of(
                    $"{SourceNames.Of(facts.Source)}: the corrected period ends on {end}, before the period of application ",
                    $"{before.ApplicationNumber}, which ends on {earliest}. Correct the period that is wrong."
                )
            )
            : null;
    }

    // Whoever canceled the invoice in Oracle wanted it gone; it is made again only because a controller says so.
    private static Refusal? Canceled(PreparationFacts facts)
    {
        var canceled = facts.Document.CanceledNumbers;
        return canceled.Count == 0 || facts.Decisions.PostAgain?.Covers(canceled) == true ? null : CanceledInvoices.Waits(facts.Document, canceled);
    }

    public static SourceApproval ApprovalOf(SourceInvoice source) =>
        new(
            SourceNames.Of(source),
            source.Status,
            new SourcePerson(source.ApproverId, source.ApproverName),
            source.ApprovedOn,
            new SourcePerson(source.CreatorId, source.CreatorName),
            new SourcePerson(source.SubmitterId, source.SubmitterName)
        );

    /// <summary>Whether project, commitment and setup may be used.</summary>
    public static void Configured(PreparationFacts facts, RefusalList refusals)
    {
        refusals.Add(Configuration(facts));
        refusals.Add(PayeeCheck.Of(facts));
        refusals.Add(Terms(facts.Commitment));
        refusals.Add(facts.OpeningProblem);
    }

    public static string Number(PreparationFacts facts) => InvoiceNumbering.Of(facts.Source, facts.Commitment.Number, facts.Document);

    // Procore has no record of a release that is decided here, so it cannot be where it is approved.
    private static void Release(PreparationFacts facts, ApprovalDecision? approval, RefusalList refusals)
    {
        if (approval?.Rule.Place is ApprovalPlace.Procore or ApprovalPlace.ProcoreThenOracle)
        {
            refusals.Add(
                ApprovalReasons.OwnershipMissing,
                $"{SourceNames.Of(facts.Source)} is not in Procore, but rule {approval.Rule.Key} names Procore as the place of approval. "
                    + "Ask the administrator to name Oracle or Teams for releases of retainage."
            );
        }

        if (SequenceCheck.OnItsWay(facts.Document, facts.Others) is { } before)
        {
            refusals.Add(SequenceCheck.Waits(facts.Document, before));
        }
    }

    // A void invoice pays nothing, unless it was posted: then its amounts stay in Oracle until someone reverses them.
    private static Refusal? Voided(PreparationFacts facts, Refusal? refusal) =>
        refusal?.Code == DocumentReasons.SourceVoid
        && facts.Others.Any(other =>
            other.Type == facts.Document.Type && other.ProcoreId == facts.Document.ProcoreId && other.State == DocumentState.Posted
        )
            ? new Refusal(
                DocumentReasons.PostedSourceVoid,
                $"{SourceNames.Of(facts.Source)} is void in Procore after it was posted. Ask the controller to reverse the posted document; "
                    + "the next application is billed from it until then."
            )
            : refusal;

    public static Currency? CurrencyOf(PreparationFacts facts, RefusalList refusals)
    {
        var code = facts.Commitment.Currency;
        if (!Currency.TryFind(code, out var currency))
        {
            refusals.Add(
                SharedReasons.CurrencyUnknown,
                $"Commitment {facts.Commitment.Number} has currency '{code}', which is not supported. " + $"Enter one of {Currency.Supported}."
            );
            return null;
        }

        Compare(refusals, code, $"project {facts.Project.Name}", facts.Project.Currency);
        Compare(refusals, code, $"payables setup of {facts.Payables.BusinessUnit}", facts.Payables.Currency);

        // Companies with one currency send none; the commitment's declared currency then holds.
        Compare(refusals, code, SourceNames.Of(facts.Source), facts.Source.Currency ?? code);
        return currency;
    }

    private static void Compare(RefusalList refusals, string commitmentCode, string record, string code)
    {
        if (code != commitmentCode)
        {
            refusals.Add(
                SharedReasons.CurrencyDiffers,
                $"The commitment is in {commitmentCode} and {record} is in {code}. A document can have only one currency. "
                    + "Correct the one that is wrong."
            );
        }
    }

    private static IEnumerable<Refusal> Configuration(PreparationFacts facts)
    {
        if (!facts.Project.IsActive)
        {
            yield return Inactive($"Project {facts.Project.Name}");
        }

        if (!facts.Commitment.IsActive)
        {
            yield return Inactive($"Commitment {facts.Commitment.Number}");
        }

        if (!facts.Payables.IsActive)
        {
            yield return Inactive($"The payables setup of {facts.Payables.BusinessUnit}");
        }
    }

    private static Refusal Inactive(string record) =>
        new(DocumentReasons.ConfigurationNotActive, $"{record} is not active. Ask the integration administrator to activate it.");

    private static IEnumerable<Refusal> Terms(CommitmentFacts commitment)
    {
        if (commitment.Problem is { } problem)
        {
            yield return problem;
        }

        if (commitment.TermsProblem is { } unusable)
        {
            yield return unusable;
        }
        else if (commitment.Terms is null)
        {
            yield return TermsSelection.Of(commitment.Number, [], null).Refusal!;
        }
    }
}
