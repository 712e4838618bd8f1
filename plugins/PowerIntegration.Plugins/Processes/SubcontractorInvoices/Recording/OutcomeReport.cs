using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.ReadBack;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Recording;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Recording;

/// <summary>What the caller of <c>pint_RecordOutcome</c> says.</summary>
internal sealed class OutcomeReport
{
    public OutcomeReport(PluginCall call)
    {
        ContentHash = call.Input<string>("ContentHash");
        ReasonCode = call.OptionalText("ReasonCode");
        Message = call.OptionalText("Message");
        var outcome = call.Input<string>("Outcome");
        Outcome = outcome switch
        {
            "submitted" => SubmissionOutcome.Submitted,
            "posted" => SubmissionOutcome.Posted,
            "refused" => SubmissionOutcome.Refused,
            "notSent" => SubmissionOutcome.NotSent,
            "open" => SubmissionOutcome.Open,
            "onItsWay" => SubmissionOutcome.OnItsWay,
            _ => throw new InvalidPluginExecutionException($"Outcome is '{outcome}'. Pass submitted, posted, refused, notSent, open or onItsWay."),
        };
        var text = call.OptionalText("ReadBack");
        PassedReadBack = text;
        Answers = call.OptionalText("Answers");
        Claim = call.OptionalText("Claim");
        if (!string.IsNullOrEmpty(text))
        {
            ReadBack = ReadBackText.Read(text!, out var problem);
            ReadBackProblem = problem;
        }
    }

    public SubmissionOutcome Outcome { get; }

    public string ContentHash { get; }

    public string? ReasonCode { get; }

    public string? Message { get; }

    /// <summary>Name of the claim under which it was sent; null where the caller named none.</summary>
    public string? Claim { get; }

    /// <summary>What Oracle answered, to be kept; null where nothing was sent.</summary>
    public string? Answers { get; }

    /// <summary>What Oracle says, as it was passed; null where nothing was.</summary>
    public string? PassedReadBack { get; }

    /// <summary>What Oracle says; null where the caller passed nothing, or what cannot be read.</summary>
    public IReadOnlyList<ReadBackInvoice>? ReadBack { get; }

    /// <summary>Why what was passed cannot be read; null where it can, or where nothing was.</summary>
    public Refusal? ReadBackProblem { get; }
}
