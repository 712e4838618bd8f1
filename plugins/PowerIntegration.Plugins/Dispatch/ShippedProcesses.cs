using PowerIntegration.Domain.Documents;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Dispatch;

/// <summary>Which process prepares which kind of document: the one place of the plug-ins that names them.</summary>
internal static class ShippedProcesses
{
    private static readonly Dictionary<DocumentKind, Action<PluginCall, DocumentIdentity>> Preparing = new()
    {
        [DocumentKind.SubcontractorInvoice] = Preparations.Prepare,
        [DocumentKind.OwnerInvoice] = Preparations.Prepare,
        [DocumentKind.RetainageRelease] = Preparations.Prepare,
        [DocumentKind.Reversal] = Preparations.Prepare,
    };

    /// <summary>Prepares the document.</summary>
    public static void Prepare(PluginCall call, DocumentIdentity document) => Preparing[document.Kind](call, document);
}
