using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Drift;
using PowerIntegration.Domain.Findings;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Drift;

/// <summary>
/// Takes from the gateway what differs from the chain of hashes that it keeps outside Dataverse. Who edits a frozen row and its hash together is
/// found by that chain and by nothing in here.
/// </summary>
[CustomApi(
    "pint_ReportAnchors",
    Gates.ReportAnchors,
    "Opens a finding for each row whose hash is not the one that the gateway anchored, and closes those that are restored."
)]
[CustomApiInput("EnvironmentId", CustomApiFieldType.Guid, "Row ID of the environment that the gateway serves.")]
[CustomApiInput("Differences", CustomApiFieldType.String, "Every difference with its next step, as a JSON list.")]
[CustomApiOutput("Count", CustomApiFieldType.Integer, "Number of differences.")]
public sealed class ReportAnchors : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var service = call.SystemService();
        RegisteredGateway.Of(service, new EntityReference(EnvironmentTable.LogicalName, call.Input<Guid>("EnvironmentId"))).Require(call);
        var reader = new FieldReader();
        var differences = DifferencesText.Read(call.Input<string>("Differences"), reader);
        if (reader.Problems.Count > 0)
        {
            throw new InvalidPluginExecutionException(
                $"{string.Join(" ", reader.Problems)} Nothing was reported. ({SharedReasons.InputUnusable.Wire})"
            );
        }

        new DriftFindings(service, call.Context.OperationCreatedOn, FindingKind.AnchorDiffers).ReportAll(differences);
        call.Output("Count", differences.Count);
    }
}
