using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Processes.SubcontractorInvoices.Preview;

/// <summary>The dry run of a stored document: the decision of the preparation, shown instead of written.</summary>
public static class DocumentPreview
{
    /// <summary>Decides as the preparation does, and words the decision.</summary>
    /// <param name="facts">What the preparation would decide from.</param>
    /// <param name="frozen">Gives the document's current preparation with its texts, null where it has none; asked only where the preparation would
    /// change nothing.</param>
    /// <exception cref="InvariantBrokenException">The figures contradict themselves; never because of the data.</exception>
    public static PreviewAnswer Of(PreparationFacts facts, Func<FrozenPreparation?> frozen) =>
        BillingPreparation.Decide(facts) switch
        {
            PreparationDecision.Stopped stopped => PreviewAnswer.Of(stopped.Refusal),
            PreparationDecision.Replaced replaced => new PreviewAnswer { State = DocumentState.Superseded.ToString(), Message = replaced.Message },
            PreparationDecision.Frozen computed => WithFigures(
                new PreviewAnswer
                {
                    State = computed.State.ToString(),
                    Message = computed.Message,
                    Amount = computed.Content.Amount,
                },
                facts,
                new FrozenPreparation((PreparedInvoice)computed.Content, computed.Texts)
            ),
            PreparationDecision.Unchanged unchanged => WithFigures(Unchanged(unchanged), facts, frozen()),
            _ => throw new InvariantBrokenException("Every decision is answered."),
        };

    private static PreviewAnswer Unchanged(PreparationDecision.Unchanged unchanged) =>
        new()
        {
            State = unchanged.Document.State.ToString(),
            ReasonCode = unchanged.Document.ReasonText ?? "",
            Message = unchanged.Message,
            Amount = unchanged.Document.PayableAmount ?? 0m,
        };

    private static PreviewAnswer WithFigures(PreviewAnswer answer, PreparationFacts facts, FrozenPreparation? frozen) =>
        frozen is null
            ? answer with
            {
                Currency = facts.Commitment.Currency,
            }
            : answer with
            {
                Currency = facts.Commitment.Currency,
                Certificate = frozen.Texts.Certificate,
                Proof = frozen.Texts.Proof,
                Documents = PreparedDocuments.Of(frozen.Invoice),
            };
}
