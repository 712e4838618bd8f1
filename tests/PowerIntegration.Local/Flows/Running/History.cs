using PowerIntegration.Local.Flows.Definition;

namespace PowerIntegration.Local.Flows.Running;

/// <summary>Writes the history of a run.</summary>
internal static class History
{
    /// <summary>Adds an action; secured values stay out.</summary>
    public static void Add(RunContext context, ActionDefinition action, Frame frame, ActionResult result, int sequence) =>
        context.Run.Add(
            new ActionRecord
            {
                Sequence = sequence,
                Name = action.Name,
                Type = action.Header.Type,
                Repetition = frame.Repetition,
                Status = result.Status,
                Code = result.Outcome.Code,
                Inputs = action.Header.HasSecureInputs ? null : result.Outcome.Inputs,

                // Outputs may repeat a secured input, so the product secures them along.
                Outputs = action.Header.HasSecureOutputs || action.Header.HasSecureInputs ? null : result.Outcome.Outputs,
                Error = result.Outcome.Error,
                StartTime = result.StartTime,
                EndTime = result.EndTime,
                Calls = result.Outcome.Calls,
            }
        );
}
