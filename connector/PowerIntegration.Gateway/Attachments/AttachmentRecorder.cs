using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Attachments;
using PowerIntegration.Gateway.Dataverse;

namespace PowerIntegration.Gateway.Attachments;

/// <summary>Claims the files of a document and has the plug-in decide what their results mean.</summary>
internal sealed class AttachmentRecorder(IDataverseStore store)
{
    // What one call takes; it stays below the requests that a plug-in may make.
    private const int ResultsPerCallMax = 4;

    /// <summary>Takes the claim. Gives why the files may not be attached now, or null.</summary>
    public async Task<string?> ClaimAsync(PostedDocument document, string claim, CancellationToken cancellationToken)
    {
        var inputs = new ParameterCollection { { "DocumentId", document.Id }, { "Claim", claim } };
        var outputs = await store.CallAsync("pint_ClaimAttachments", inputs, cancellationToken);
        return outputs.TryGetValue("IsClaimed", out var isClaimed) && isClaimed is true ? null
            : outputs.TryGetValue("Message", out var message) && message is string { Length: > 0 } sentence ? sentence
            : $"The files of {document.Name} cannot be reserved.";
    }

    /// <summary>Records results and ends the claim. Gives how many files wait, and how many need a person.</summary>
    public async Task<AttachedFiles> RecordAsync(
        PostedDocument document,
        string claim,
        IReadOnlyList<AttachmentResult> results,
        CancellationToken cancellationToken
    )
    {
        var parts = results.Chunk(ResultsPerCallMax).ToList();
        var outputs = new ParameterCollection();
        for (var part = 0; part < parts.Count; part++)
        {
            var inputs = new ParameterCollection
            {
                { "DocumentId", document.Id },
                { "Claim", claim },
                { "Results", AttachmentResultsText.Write(parts[part]) },
                { "IsLast", part == parts.Count - 1 },
            };
            outputs = await store.CallAsync("pint_RecordAttachments", inputs, cancellationToken);
        }

        var sent = results.Count(result => result.State == AttachmentState.Sent);
        var (waiting, notSent) = (Count(outputs, "Waiting"), Count(outputs, "NotSent"));
        var reasons = string.Join(" ", results.Select(result => result.Reason).OfType<string>().Distinct().Take(3));
        return new AttachedFiles(
            document.Id,
            sent,
            waiting,
            notSent,
            $"{document.Name}: {sent} attached, {waiting} waiting, {notSent} not attached.{(reasons.Length == 0 ? "" : " " + reasons)}"
        );
    }

    private static int Count(ParameterCollection outputs, string name) => outputs.TryGetValue(name, out var value) && value is int count ? count : 0;
}
