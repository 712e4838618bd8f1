using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Gateway.Dataverse;

namespace PowerIntegration.Gateway.Submission;

/// <summary>Has the plug-in decide what an outcome means. The gateway reports what was answered; it does not set a document's state.</summary>
internal sealed class OutcomeRecorder(IDataverseStore store)
{
    /// <summary>Unique name of the custom API.</summary>
    public const string CustomApi = "pint_RecordOutcome";

    /// <summary>Records, with what is kept as evidence; repeating it is harmless.</summary>
    public async Task<RecordedOutcome> RecordAsync(ClaimedDocument document, OutcomeReport report, CancellationToken cancellationToken)
    {
        var inputs = new ParameterCollection
        {
            { "DocumentId", document.Document.Id },
            { "Outcome", FieldReader.ChoiceTextOf(report.Outcome.ToString()) },
            { "ContentHash", document.Document.ContentHash },
            { "Claim", document.Claim },
        };
        Add(inputs, "ReadBack", report.ReadBack);
        Add(inputs, "Answers", report.Answers);
        Add(inputs, "ReasonCode", report.ReasonCode);
        Add(inputs, "Message", report.Message);
        var outputs = await store.CallAsync(CustomApi, inputs, cancellationToken);
        return new RecordedOutcome(
            Text(outputs, "State") ?? "",
            Text(outputs, "ReasonCode"),
            Text(outputs, "Message") ?? "",
            outputs.TryGetValue("ReleasedDocuments", out var documents) && documents is int count ? count : 0,
            outputs.TryGetValue("ReleasedAmount", out var amount) && amount is decimal sum ? sum : 0m
        );
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
