using PowerIntegration.Domain.Drift;
using PowerIntegration.Domain.Findings;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables.Drift;

namespace PowerIntegration.Plugins.Drift;

/// <summary>
/// Compares the environment with what was released. A system administrator can disable a step, replace the assembly, widen a role or turn a flow off:
/// no plug-in can refuse that, so the controller is told the next day.
/// </summary>
[CustomApi(
    "pint_ReportDrift",
    Gates.ReportDrift,
    "Compares plug-in steps, roles, flows and the plug-in assembly with what was released, opens a finding for each difference, and closes those that are gone."
)]
[CustomApiOutput("Count", CustomApiFieldType.Integer, "Number of differences.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person.")]
public sealed class ReportDrift : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var service = call.SystemService();
        var released = ReleasedInstallation.Value;
        var differences = DriftComparison.Compare(
            released,
            InstallationReader.Read(service, released),
            ReleaseRows.Last(service),
            AssemblyReader.Find(service)
        );
        var findings = new DriftFindings(service, call.Context.OperationCreatedOn, FindingKind.ReleaseDiffers);
        var seen = findings.Open([.. differences.Select(one => new KeyValuePair<Guid, Finding>(one.Id, one.Finding))]);
        findings.Close(key => !seen.Contains(key));
        call.Output("Count", differences.Count);
        call.Output(
            "Message",
            differences.Count == 0
                ? "Steps, roles, flows and the plug-in assembly are as released."
                : $"{Sentence.Count(differences.Count, "difference")} from what was released. Each is reported to the controller as a finding."
        );
    }
}
