using Microsoft.Xrm.Sdk;
using PowerIntegration.Gateway.Dataverse;

namespace PowerIntegration.Gateway.Submission;

/// <summary>Has the plug-in decide what an outcome means. The gateway reports what Oracle said; it does not set a document's state.</summary>
internal sealed class OutcomeRecorder(IDataverseStore store)
{
    /// <summary>Unique name of the custom API.</summary>
    public const string CustomApi = "pint_RecordOutcome";

    /// <summary>The invoice exists in Oracle and was read back validated.</summary>
    public const string Posted = "posted";

    /// <summary>The invoice exists in Oracle and is not validated.</summary>
    public const string Submitted = "submitted";

    /// <summary>Oracle said no; nothing exists.</summary>
    public const string Refused = "refused";

    /// <summary>Records; repeating it is harmless.</summary>
    public async Task<RecordedOutcome> RecordAsync(
        SendableDocument document,
        string outcome,
        string? readBack,
        string? reasonCode,
        string? message,
        CancellationToken cancellationToken
    )
    {
        var inputs = new ParameterCollection
        {
            { "DocumentId", document.Id },
            { "Outcome", outcome },
            { "ContentHash", document.ContentHash },
        };
        if (readBack is not null)
        {
            inputs.Add("ReadBack", readBack);
        }

        if (reasonCode is not null)
        {
            inputs.Add("ReasonCode", reasonCode);
        }

        if (message is not null)
        {
            inputs.Add("Message", message);
        }

        var outputs = await store.CallAsync(CustomApi, inputs, cancellationToken);
        return new RecordedOutcome(Text(outputs, "State") ?? "", Text(outputs, "ReasonCode"), Text(outputs, "Message") ?? "");
    }

    private static string? Text(ParameterCollection outputs, string name) =>
        outputs.TryGetValue(name, out var value) && value is string { Length: > 0 } text ? text : null;
}
