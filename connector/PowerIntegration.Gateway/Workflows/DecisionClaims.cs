using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Intake;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Workflows;

/// <summary>Claims recorded decisions in Dataverse, and has recorded what became of them.</summary>
internal sealed class DecisionClaims(IDataverseStore store)
{
    private const string ClaimApi = "pint_ClaimWorkflowAnswer";
    private const string RecordApi = "pint_RecordWorkflowAnswer";

    /// <summary>The decision; null where nothing is to be passed on, with what is known in <paramref name="known"/>.</summary>
    /// <exception cref="IntegrationException">The request does not exist or is not decided.</exception>
    public async Task<ClaimedDecision?> ClaimAsync(Guid approvalId, Action<AnsweredStep> known, CancellationToken cancellationToken)
    {
        var claim = await store.CallAsync(ClaimApi, new ParameterCollection { { "ApprovalId", approvalId } }, cancellationToken);
        var message = Text(claim, "Message");
        if (!Flag(claim, "IsKnown"))
        {
            throw new IntegrationException(ProblemCatalog.ApprovalUnknown, message);
        }

        if (!Flag(claim, "IsDecided"))
        {
            throw new IntegrationException(ProblemCatalog.ApprovalUndecided, message);
        }

        if (!Flag(claim, "IsDue"))
        {
            known(new AnsweredStep(approvalId, Enum.Parse<WorkflowAnswer>(Text(claim, "Answer")), message));
            return null;
        }

        return new ClaimedDecision(
            approvalId,
            Flag(claim, "IsApproved"),
            new DateTimeOffset(DateTime.SpecifyKind((DateTime)claim["DecidedOn"], DateTimeKind.Utc)),
            Text(claim, "Comment"),
            (int)claim["DocumentType"],
            await ProjectAsync((Guid)claim["ProjectId"], cancellationToken),
            Text(claim, "ProcoreId"),
            Text(claim, "SourceHash")
        );
    }

    /// <summary>Records a result; gives what Dataverse made of it.</summary>
    public async Task<AnsweredStep> RecordAsync(Guid approvalId, StepResult result)
    {
        var inputs = new ParameterCollection
        {
            { "ApprovalId", approvalId },
            { "Answer", result.Answer.ToString() },
            { "Note", result.Note },
        };
        if (result.Step is { } step)
        {
            inputs.Add("Step", step);
        }

        var recorded = await store.CallAsync(RecordApi, inputs, CancellationToken.None);
        return new AnsweredStep(approvalId, Enum.Parse<WorkflowAnswer>(Text(recorded, "Answer")), Text(recorded, "Message"));
    }

    private async Task<SourceProject> ProjectAsync(Guid id, CancellationToken cancellationToken)
    {
        var row =
            await store.FindAsync(ProjectTable.LogicalName, id, [ProjectTable.ProcoreId, ProjectTable.TaskSegment], cancellationToken)
            ?? throw new IntegrationException(ProblemCatalog.ProjectUnknown, $"Project {id} no longer exists. Ask the integration administrator.");
        var project = new RowView(row);
        return new SourceProject(id, project.RequiredText(ProjectTable.ProcoreId), project.Text(ProjectTable.TaskSegment));
    }

    private static bool Flag(ParameterCollection outputs, string name) => outputs.TryGetValue(name, out var value) && value is true;

    private static string Text(ParameterCollection outputs, string name) =>
        outputs.TryGetValue(name, out var value) && value is string text ? text : "";
}
