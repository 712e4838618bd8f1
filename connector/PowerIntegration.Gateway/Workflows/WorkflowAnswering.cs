using Microsoft.Extensions.Logging;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Gateway.Intake;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Workflows;

/// <summary>
/// Passes a decision that was recorded in Dataverse on to the workflow of the record in Procore. Repeating the call is safe: a step that was answered
/// is not answered again. It decides nothing, and no document waits for it.
/// </summary>
internal sealed partial class WorkflowAnswering(
    IEnumerable<ISource> sources,
    DecisionClaims claims,
    WorkflowSteps steps,
    TimeProvider clock,
    ILogger<WorkflowAnswering> logger
)
{
    /// <summary>Passes it on; see the class.</summary>
    public async Task<AnsweredStep> AnswerAsync(Guid approvalId, CancellationToken cancellationToken)
    {
        var budget = CallBudget.Start(clock, CallBudget.Operation);
        AnsweredStep? known = null;
        if (await claims.ClaimAsync(approvalId, answered => known = answered, cancellationToken) is not { } decision)
        {
            return known!;
        }

        var recorded = await claims.RecordAsync(approvalId, await ResultAsync(decision, budget, cancellationToken));
        Log.Answered(logger, approvalId, recorded.Answer, recorded.Message);
        return recorded;
    }

    // What Procore refuses is a finding; where it cannot be asked at the moment, the caller tries again.
    private async Task<StepResult> ResultAsync(ClaimedDecision decision, CallBudget budget, CancellationToken cancellationToken)
    {
        var kind = DocumentKinds.FromChoice(decision.DocumentType);
        var source = sources.FirstOrDefault(candidate => candidate.Records.Kind == kind);
        if (source?.WorkflowTool is not { } tool)
        {
            return new StepResult(WorkflowAnswer.NotNeeded, "Records of this type have no workflow in Procore.");
        }

        try
        {
            return await steps.AnswerAsync(decision, source, tool, budget, cancellationToken);
        }
        catch (IntegrationException refused)
            when (refused.Kind.Status is not (401 or 429 or 503) && refused.Kind != ProblemCatalog.ProcoreAccessRefused)
        {
            return new StepResult(WorkflowAnswer.NotGiven, refused.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Decision of request {ApprovalId} in Procore: {Answer}. {Note}")]
        public static partial void Answered(ILogger logger, Guid approvalId, WorkflowAnswer answer, string note);
    }
}
