using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Documents;

/// <summary>What the caller of <c>pint_RecordOutcome</c> says, whatever the kind of the document.</summary>
internal sealed class OutcomeReport
{
    private readonly string? answers;

    public OutcomeReport(PluginCall call)
    {
        var reader = new FieldReader();
        Outcome =
            reader.Choice<SubmissionOutcome>("Outcome", call.Input<string>("Outcome"))
            ?? throw new InvalidPluginExecutionException(string.Join(" ", reader.Problems));
        ContentHash = call.Input<string>("ContentHash");
        Claim = call.Input<string>("Claim");
        ReadBack = call.OptionalText("ReadBack") is { Length: > 0 } readBack ? readBack : null;
        answers = call.OptionalText("Answers");
        ReasonCode = call.OptionalText("ReasonCode");
        Message = call.OptionalText("Message");
    }

    public SubmissionOutcome Outcome { get; }

    public string ContentHash { get; }

    /// <summary>Name of the claim under which it was sent.</summary>
    public string Claim { get; }

    /// <summary>What the target system says, as text; null where nothing was read.</summary>
    public string? ReadBack { get; }

    /// <summary>True where something was sent, and its answer is to be kept.</summary>
    public bool HasAnswers => answers is not null;

    public string? ReasonCode { get; }

    public string? Message { get; }

    /// <summary>True where the caller has the document's claim.</summary>
    /// <param name="claimedBy">The claim that the document's row names.</param>
    public bool IsOfClaim(string? claimedBy) => Claim == claimedBy;

    /// <summary>Who the evidence names.</summary>
    public string Actor => Claim;

    /// <summary>Keeps what was answered and read back. A repetition that sent nothing proves nothing new.</summary>
    /// <param name="evidence">The document's evidence.</param>
    /// <param name="isRecord">True where the read-back could be read and names a record.</param>
    /// <param name="isChange">True where the outcome changed the document.</param>
    public void Keep(EvidenceWriter evidence, bool isRecord, bool isChange)
    {
        var pieces = new List<EvidencePiece>();
        if (answers is { Length: > 0 } answered)
        {
            pieces.Add(new EvidencePiece(EvidenceKindChoice.Response, answered));
        }

        if (isRecord && ReadBack is { } readBack && (isChange || pieces.Count > 0))
        {
            pieces.Add(new EvidencePiece(EvidenceKindChoice.ReadBack, readBack));
        }

        if (pieces.Count > 0)
        {
            evidence.Add(pieces);
        }
    }
}
