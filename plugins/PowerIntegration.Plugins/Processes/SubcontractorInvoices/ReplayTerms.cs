using PowerIntegration.Domain.Processes.SubcontractorInvoices.Replay;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Replay;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices;

/// <summary>
/// Bills the approved applications of a running commitment by proposed terms and compares them with what was paid. It writes nothing.
/// </summary>
[CustomApi(
    "pint_ReplayTerms",
    Gates.ReplayTerms,
    "Bills the approved applications of a running commitment by proposed terms, lists every difference from what was paid, and proposes "
        + "the terms that explain it. Nothing is stored.",
    DisplayName = "Replay terms"
)]
[CustomApiInput("CommitmentId", CustomApiFieldType.Guid, "Row ID of the commitment.")]
[CustomApiInput("TermsId", CustomApiFieldType.Guid, "Row ID of the proposed terms: a draft or an active version of the commitment.")]
[CustomApiOutput("ApplicationCount", CustomApiFieldType.Integer, "Number of applications that were replayed.")]
[CustomApiOutput("DifferenceCount", CustomApiFieldType.Integer, "Number of figures that differ from what was paid or held.")]
[CustomApiOutput(
    "DifferenceAmount",
    CustomApiFieldType.Decimal,
    "Differences of the payments, added without their signs, in the currency of the commitment."
)]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Code of the reason why nothing was replayed; empty if it was.")]
[CustomApiOutput(
    "Message",
    CustomApiFieldType.String,
    "Message to show to a person: the result, the differences and the proposals, one on each line."
)]
[CustomApiOutput("Differences", CustomApiFieldType.String, "Differences with application and line, as a JSON list of at most 1,000.")]
[CustomApiOutput("Proposal", CustomApiFieldType.String, "Terms that explain more, at most three, as JSON.")]
public sealed class ReplayTerms : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var reader = new ReplayReader(call.CallerService(), call.Input<Guid>("CommitmentId"), call.Input<Guid>("TermsId"));
        var facts = reader.Read(out var refusal);
        var answer = facts is null ? TermsReplayAnswer.Of(refusal!) : TermsReplay.Of(facts);
        call.Output("ApplicationCount", answer.Applications);
        call.Output("DifferenceCount", answer.Differences);
        call.Output("DifferenceAmount", answer.Amount);
        call.Output("ReasonCode", answer.ReasonCode);
        call.Output("Message", answer.Message);
        call.Output("Differences", answer.DifferencesJson);
        call.Output("Proposal", answer.ProposalJson);
    }
}
