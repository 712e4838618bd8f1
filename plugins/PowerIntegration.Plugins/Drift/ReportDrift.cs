using PowerIntegration.Domain.Drift;
using PowerIntegration.Domain.Findings;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Texts;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables.Drift;

namespace PowerIntegration.Plugins.Drift;

/// <summary>
/// Compares the environment with what was released, and the content of rows with their hashes. A system administrator can disable a step, replace the
/// assembly, widen a role, turn a flow off, or edit a frozen row: no plug-in can refuse that, so the controller is told the next day.
/// </summary>
[CustomApi(
    "pint_ReportDrift",
    Gates.ReportDrift,
    "Compares steps, roles, flows and the plug-in assembly with what was released, or the content of a portion of rows with their hashes. "
        + "Opens a finding for each difference and closes those that are gone."
)]
[CustomApiInput(
    "Portion",
    CustomApiFieldType.String,
    "The portion of rows to compare with their hashes. Leave empty to compare steps, roles, flows and the assembly, and to list the portions.",
    IsOptional = true
)]
[CustomApiOutput("Portions", CustomApiFieldType.String, "The portions of rows to compare next, as a JSON list; empty if a portion was compared.")]
[CustomApiOutput("Count", CustomApiFieldType.Integer, "Number of differences.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person.")]
public sealed class ReportDrift : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var service = call.SystemService();
        if (call.OptionalText("Portion") is { Length: > 0 } portion)
        {
            var rows = HashedRows.Read(service, portion);
            var changed = rows.Select(HashedRows.Check).OfType<Difference>().ToList();
            new DriftFindings(service, call.Context.OperationCreatedOn, FindingKind.ContentChanged).ReportRows(
                [.. rows.Select(row => row.Id)],
                changed
            );
            Answer(call, [], changed.Count, $"{Sentence.Count(rows.Count, "row")} checked.");
            return;
        }

        var released = ReleasedInstallation.Value;
        var differences = DriftComparison.Compare(
            released,
            InstallationReader.Read(service, released),
            ReleaseRows.Last(service),
            AssemblyReader.Find(service)
        );
        new DriftFindings(service, call.Context.OperationCreatedOn, FindingKind.ReleaseDiffers).ReportAll(differences);
        Answer(call, HashedRows.Portions(service), differences.Count, "Steps, roles, flows and the plug-in assembly checked.");
    }

    private static void Answer(PluginCall call, IReadOnlyList<string> portions, int count, string checkedParts)
    {
        call.Output("Portions", JsonText.WriteTexts(portions));
        call.Output("Count", count);
        call.Output(
            "Message",
            $"{checkedParts} "
                + (count == 0 ? "No difference was found." : $"{Sentence.Count(count, "difference")} found and reported to the controller.")
        );
    }
}
