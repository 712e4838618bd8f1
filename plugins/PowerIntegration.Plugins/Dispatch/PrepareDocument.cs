using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Dispatch;

/// <summary>
/// Computes what the target gets for one document, whatever its kind, and freezes it. At most twelve requests, none per line.
/// </summary>
[CustomApi(
    "pint_PrepareDocument",
    Gates.PrepareDocument,
    "Computes, checks and codes one document and freezes the result as a preparation. Calling it again is safe."
)]
[CustomApiInput("DocumentId", CustomApiFieldType.Guid, "Row ID of the document to prepare.")]
[CustomApiAnswer(typeof(PreparationAnswer))]
public sealed class PrepareDocument : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var documentId = call.Input<Guid>("DocumentId");
        if (DocumentIdentity.Find(call.SystemService(), documentId) is { } document)
        {
            ShippedProcesses.Prepare(call, document);
        }
        else
        {
            new PreparationAnswer(call).NotFound(documentId);
        }
    }
}
