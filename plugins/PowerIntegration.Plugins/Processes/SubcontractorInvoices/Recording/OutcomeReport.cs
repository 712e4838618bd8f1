using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Recording;
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
            _ => throw new InvalidPluginExecutionException($"Outcome is '{outcome}'. Pass submitted, posted or refused."),
        };
        var text = call.OptionalText("ReadBack");
        ReadBack = string.IsNullOrEmpty(text) ? null : ReadBackWire.Parse(text!);
    }

    public SubmissionOutcome Outcome { get; }

    public string ContentHash { get; }

    public string? ReasonCode { get; }

    public string? Message { get; }

    /// <summary>What Oracle says; null where the caller passed nothing.</summary>
    public ReadBackReading? ReadBack { get; }
}
