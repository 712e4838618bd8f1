using Microsoft.Xrm.Sdk;
using PowerIntegration.Gateway.Dataverse;

namespace PowerIntegration.Gateway.Submission;

/// <summary>Has the plug-in decide what an outcome means. The gateway reports what was answered; it does not set a document's state.</summary>
internal sealed class OutcomeRecorder(IDataverseStore store)
{
    /// <summary>Unique name of the custom API.</summary>
    public const string CustomApi = "pint_RecordOutcome";

    /// <summary>Everything is in the target system and was read back finished.</summary>
    public const string Posted = "posted";

    /// <summary>Everything is in the target system, but something is not finished or was not created by this product.</summary>
    public const string Submitted = "submitted";

    /// <summary>The system said no.</summary>
    public const string Refused = "refused";

    /// <summary>The call ended early, and nothing of the document is, or can still come, into the target system.</summary>
    public const string NotSent = "notSent";

    /// <summary>The call ended early; something is or may be there, and no request is on its way.</summary>
    public const string Open = "open";

    /// <summary>The call ended early while a request was on its way: the claim stays until its lease ends.</summary>
    public const string OnItsWay = "onItsWay";

    /// <summary>Records, with what is kept as evidence; repeating it is safe.</summary>
    public async Task<RecordedOutcome> RecordAsync(ClaimedDocument document, OutcomeReport report, CancellationToken cancellationToken)
    {
        var inputs = new ParameterCollection
        {
            { "DocumentId", document.Document.Id },
            { "Outcome", report.Outcome },
            { "ContentHash", document.Document.ContentHash },
            { "Claim", document.Claim },
        };
        Add(inputs, "ReadBack", report.ReadBack);
        Add(inputs, "Answers", report.Answers);
        Add(inputs, "ReasonCode", report.ReasonCode);
        Add(inputs, "Message", report.Message);
        var outputs = await store.CallAsync(CustomApi, inputs, cancellationToken);
        return new RecordedOutcome(Text(outputs, "State") ?? "", Text(outputs, "ReasonCode"), Text(outputs, "Message") ?? "");
    }

    private static void Add(ParameterCollection inputs, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            inputs.Add(name, value);
        }
    }

    private static string? Text(ParameterCollection outputs, string name) =>
        outputs.TryGetValue(name, out var value) && value is string { Length: > 0 } text ? text : null;
}
