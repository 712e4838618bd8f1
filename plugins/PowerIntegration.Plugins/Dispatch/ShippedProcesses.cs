using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Readiness;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Readiness;
using PowerIntegration.Plugins.Readiness;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Dispatch;

/// <summary>Which process prepares and records which kind of document: the one place of the plug-ins that names them.</summary>
internal static class ShippedProcesses
{
    private static readonly ShippedProcess SubcontractorInvoices = new(Preparations.Prepare, Recordings.Record);

    private static readonly Dictionary<DocumentKind, ShippedProcess> ByKind = new()
    {
        [DocumentKind.SubcontractorInvoice] = SubcontractorInvoices,
        [DocumentKind.OwnerInvoice] = SubcontractorInvoices,
        [DocumentKind.RetainageRelease] = SubcontractorInvoices,
        [DocumentKind.Reversal] = SubcontractorInvoices,
    };

    /// <summary>The lessons of readiness that a process brings.</summary>
    public static IReadOnlyList<Func<LessonCall, LessonReadiness>> Lessons { get; } = [BillingReader.Lesson];

    /// <summary>Prepares the document.</summary>
    public static void Prepare(PluginCall call, DocumentIdentity document) => ByKind[document.Kind].Prepare(call, document);

    /// <summary>Records what became of the document in the target system.</summary>
    public static RecordedOutcome Record(IOrganizationService service, DocumentIdentity document, OutcomeReport report, DateTime now) =>
        ByKind[document.Kind].Record(service, document, report, now);

    /// <summary>What one process does with its documents.</summary>
    private sealed record ShippedProcess(
        Action<PluginCall, DocumentIdentity> Prepare,
        Func<IOrganizationService, DocumentIdentity, OutcomeReport, DateTime, RecordedOutcome> Record
    );
}
