using Microsoft.Extensions.Options;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Gateway.Intake;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Procore.Wire;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Workflows;

/// <summary>
/// The workflow of one record in Procore: finds the step that waits for our account, and answers it once. What the history shows as answered by our
/// account since the decision counts as the answer, whatever became of the response to it.
/// </summary>
internal sealed class WorkflowSteps(ProcoreWorkflows workflows, ProcoreAccount account, ProcoreClient procore, IOptions<ProcoreOptions> options)
{
    // Procore's times have seconds, and its clock may be a little behind.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(1);

    /// <summary>Looks, and answers where the step waits for it.</summary>
    /// <param name="decision">What was decided.</param>
    /// <param name="source">Where the record comes from.</param>
    /// <param name="tool">How Procore's workflows name the tool of the record.</param>
    /// <param name="budget">Time that is left.</param>
    /// <param name="cancellationToken">Cancels until something is sent.</param>
    public async Task<StepResult> AnswerAsync(
        ClaimedDecision decision,
        ISource source,
        string tool,
        CallBudget budget,
        CancellationToken cancellationToken
    )
    {
        if (await account.IdAsync(procore, budget, cancellationToken) is not { } own)
        {
            return NotGiven(
                "Procore does not say which user the integration account is. Ask the Procore administrator to give it access to its own user."
            );
        }

        var found = await LookAsync(decision, tool, own, budget, cancellationToken);
        if (found.Result is { } result)
        {
            return result;
        }

        // An approval binds to what was seen: what changed since then is read, and asked again.
        if (await source.HashAsync(decision.Project, decision.RecordId, budget, cancellationToken) != decision.SourceHash)
        {
            return new StepResult(
                WorkflowAnswer.Waiting,
                "The record was changed in Procore after it was asked. It will be read again automatically."
            );
        }

        var step = found.Step!;
        var option = options.Value.Responses.Choose(decision.IsApproved, OptionsOf(step), out var problem);
        return option is null ? NotGiven($"Step '{step.Name}': {problem}", step.Id)
            : budget.Exhausted ? throw new BudgetSpentException("the answer to the workflow step in Procore")
            : await SendAsync(decision, tool, own, found.Instance!, step, option, budget);
    }

    // From here on the caller's patience does not matter: to stop between the answer and its record would leave it unrecorded.
    private async Task<StepResult> SendAsync(
        ClaimedDecision decision,
        string tool,
        string own,
        string instance,
        WorkflowStepWire step,
        WorkflowOption option,
        CallBudget budget
    )
    {
        var answer = await workflows.RespondAsync(
            decision.Project.ProcoreId,
            instance,
            step.Id!,
            option.Id,
            decision.Comment,
            budget,
            CancellationToken.None
        );
        switch (answer)
        {
            case WriteAnswer.Done:
                return new StepResult(WorkflowAnswer.Given, $"Step '{step.Name}' was answered with '{option.Name ?? option.Type}'.", step.Id);
            case WriteAnswer.TurnedAway turnedAway:
                return new StepResult(WorkflowAnswer.Waiting, turnedAway.Sentence, step.Id);
        }

        // Refused because another call was faster, or lost: what Procore shows counts.
        var seen = await LookAsync(decision, tool, own, budget, CancellationToken.None);
        return seen.Result is { Answer: WorkflowAnswer.Given } given ? given
            : answer is WriteAnswer.Refused refused ? NotGiven($"Step '{step.Name}': {refused.Sentence}", step.Id)
            : new StepResult(WorkflowAnswer.Waiting, ((WriteAnswer.Unknown)answer).Sentence + " It will be looked up again automatically.", step.Id);
    }

    private async Task<Look> LookAsync(ClaimedDecision decision, string tool, string own, CallBudget budget, CancellationToken cancellationToken)
    {
        var project = decision.Project.ProcoreId;
        var runs = (await workflows.OfRecordAsync(project, tool, decision.RecordId, budget, cancellationToken))
            .Where(run => run.Id is { Length: > 0 })
            .ToList();
        if ((runs.Find(run => run.EndedAt is null) ?? runs.MaxBy(run => run.StartedAt)) is not { } listed)
        {
            return new Look(new StepResult(WorkflowAnswer.NotNeeded, "The record has no workflow in Procore."));
        }

        var instance = listed.Id!;
        foreach (var past in await workflows.HistoryAsync(project, instance, budget, cancellationToken))
        {
            if ((past.Responses ?? []).FirstOrDefault(response => IsOurs(response, own, decision)) is { } response)
            {
                return new Look(
                    new StepResult(WorkflowAnswer.Given, $"The step was answered with '{response.Response ?? response.ResponseType}'.", past.Id)
                );
            }
        }

        if (listed.EndedAt is not null)
        {
            return new Look(new StepResult(WorkflowAnswer.NotNeeded, "The workflow in Procore ended before the decision was passed on."));
        }

        var shown =
            await workflows.FindAsync(project, instance, budget, cancellationToken)
            ?? throw new IntegrationException(
                ProblemCatalog.ProcoreNotPermitted,
                $"Procore does not show workflow {instance} to the integration account."
            );
        return shown.CurrentStepOccurrence is { Id.Length: > 0 } step
            ? AtStep(instance, shown, step, own)
            : new Look(new StepResult(WorkflowAnswer.Waiting, "The workflow in Procore has no current step."));
    }

    private static Look AtStep(string instance, WorkflowInstanceWire shown, WorkflowStepWire step, string own)
    {
        var mine = (step.ResponseOccurrences ?? []).FirstOrDefault(response => response?.Assignee?.Id == own);
        if (mine is null)
        {
            var comes = (shown.AllAssignees ?? []).Any(person => person?.Id == own);
            return new Look(
                comes
                    ? new StepResult(WorkflowAnswer.Waiting, $"The workflow in Procore is at step '{step.Name}', which others answer first.")
                    : new StepResult(WorkflowAnswer.NotNeeded, "No step of the workflow in Procore is assigned to the integration account.")
            );
        }

        // Before the decision was recorded: an answer that is not about it.
        return mine.SubmittedAt is null
            ? new Look(null, instance, step)
            : new Look(
                NotGiven(
                    $"Step '{step.Name}' was already answered with '{Name(mine.SelectedResponseOption)}' "
                        + "by the integration account before this decision.",
                    step.Id
                )
            );
    }

    private static bool IsOurs(WorkflowPastResponseWire? response, string own, ClaimedDecision decision) =>
        response?.Id == own && (response.Comment?.Trim() == decision.Comment || response.RespondedAt >= decision.DecidedOn - ClockDifference);

    private static IReadOnlyCollection<WorkflowOption> OptionsOf(WorkflowStepWire step) =>
        [
            .. (step.AvailableResponseOptions ?? [])
                .Where(option => option?.Id is { Length: > 0 })
                .Select(option => new WorkflowOption(option!.Id!, option.ResponseType, option.Name)),
        ];

    private static string? Name(WorkflowOptionWire? option) => option?.Name ?? option?.ResponseType;

    private static StepResult NotGiven(string note, string? step = null) => new(WorkflowAnswer.NotGiven, note, step);

    private sealed record Look(StepResult? Result, string? Instance = null, WorkflowStepWire? Step = null);
}
