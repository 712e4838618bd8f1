using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Readiness;
using PowerIntegration.Plugins.Readiness;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;

namespace PowerIntegration.Plugins.Dispatch;

/// <summary>
/// Lists what is undecided about a project, as the caller may see it: the lessons of the processes that exist, each with who decides and what to
/// open. It
/// writes nothing. At most eleven requests where nothing needs a second page, none per row.
/// </summary>
[CustomApi(
    "pint_ListReadiness",
    Gates.ListReadiness,
    "Lists what is undecided about a project: structure, ownership and billing terms, each with who decides and what to open. Nothing is stored.",
    DisplayName = "List readiness"
)]
[CustomApiInput("ProjectId", CustomApiFieldType.Guid, "Row ID of the project.")]
[CustomApiOutput("State", CustomApiFieldType.String, "Ready, Undecided or Blocked: the worst of the lessons.")]
[CustomApiOutput("UndecidedCount", CustomApiFieldType.Integer, "Number of decisions that are open.")]
[CustomApiOutput("Message", CustomApiFieldType.String, "Message to show to a person: which lessons have open decisions.")]
[CustomApiOutput("Readiness", CustomApiFieldType.String, "The lessons with what is undecided, who decides and what to open, as JSON.")]
public sealed class ListReadiness : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var projectId = call.Input<Guid>("ProjectId");
        var lessons =
            ProjectReader.Read(call, projectId)
            ?? throw new InvalidPluginExecutionException($"Project {projectId} does not exist, or you may not see it. Choose another project.");
        var readiness = new ProjectReadiness(
            lessons.Project,
            [StructureReader.Lesson(lessons), OwnershipReader.Lesson(lessons), .. ShippedProcesses.Lessons.Select(lesson => lesson(lessons))]
        );
        call.Output("State", readiness.State.ToString());
        call.Output("UndecidedCount", readiness.Undecided);
        call.Output("Message", readiness.Message);
        call.Output("Readiness", readiness.ToJson());
    }
}
