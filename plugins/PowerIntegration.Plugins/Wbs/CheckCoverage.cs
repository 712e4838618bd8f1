using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Wbs.Coverage;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Wbs;

/// <summary>Starts the proof that each code in use of a project has one Oracle coding. The gateway makes it.</summary>
[CustomApi(
    "pint_CheckCoverage",
    Gates.CheckCoverage,
    "Starts a coverage proof: whether each Procore code in use of a project has exactly one Oracle coding on each date. Returns the run, in which "
        + "the result will be."
)]
[CustomApiInput("ProjectId", CustomApiFieldType.Guid, "Row ID of the project. Leave empty for every active project.", IsOptional = true)]
[CustomApiInput(
    "FromDate",
    CustomApiFieldType.String,
    "First date, such as 2025-10-31: the end of the first billing period. Leave empty for today.",
    IsOptional = true
)]
[CustomApiInput(
    "ToDate",
    CustomApiFieldType.String,
    "Last date, such as 2026-09-30: the end of the last billing period. Leave empty for a year after the first date.",
    IsOptional = true
)]
[CustomApiOutput("RunId", CustomApiFieldType.String, "Row ID of the run; empty if none or several were started.")]
[CustomApiOutput("State", CustomApiFieldType.String, "Waiting, Running or Refused.")]
[CustomApiOutput("ReasonCode", CustomApiFieldType.String, "Code of the reason no run was started; empty if there is a run.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person: what happened and what to do next.")]
public sealed class CheckCoverage : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var service = call.SystemService();
        var today = CalendarDate.FromDateTime(call.Context.OperationCreatedOn);
        var span = CoverageSpan.Read(call.OptionalText("FromDate"), call.OptionalText("ToDate"), today, out var refusal);
        if (span is null)
        {
            Answer(call, null, "Refused", refusal!.WireCode, refusal.Sentence);
            return;
        }

        if (!call.Context.InputParameters.TryGetValue("ProjectId", out var given) || given is not Guid projectId)
        {
            var projects = Rows.All(service, ProjectRuns.Projects());
            foreach (var one in projects)
            {
                CoverageRuns.Start(call, one, span, out _, out _);
            }

            Answer(call, null, "Waiting", "", $"The coverage proof of {projects.Count} projects was started. Each has a run.");
            return;
        }

        var project =
            ProjectRuns.Project(service, projectId)
            ?? throw new InvalidPluginExecutionException($"Project {projectId} does not exist or is not active. Choose an active project.");
        var id = CoverageRuns.Start(call, project, span, out var isNew, out var state);
        Answer(
            call,
            id,
            state,
            "",
            isNew
                ? $"The coverage proof of {new RowView(project).Text(ProjectTable.Name)} was started. Its result will be in the run."
                : "This proof was already started and is not finished. Its result will be in the run."
        );
    }

    private static void Answer(PluginCall call, Guid? runId, string state, string reason, string message)
    {
        call.Output("RunId", runId?.ToString("D") ?? "");
        call.Output("State", state);
        call.Output("ReasonCode", reason);
        call.Output("Message", message);
    }
}
