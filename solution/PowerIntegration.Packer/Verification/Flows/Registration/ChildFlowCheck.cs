using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Flows.Registration;

/// <summary>A flow that calls another one names one of its solution that can be called; only a flow that was called answers.</summary>
internal static class ChildFlowCheck
{
    /// <summary>What is wrong in a flow.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="all">All flows.</param>
    public static IEnumerable<Finding> Find(CloudFlow flow, IReadOnlyList<CloudFlow> all)
    {
        foreach (FlowStep step in flow.Flow.Steps.Where(step => step.Kind == "Workflow"))
        {
            JsonNode? id = step.Node["inputs"].Walk("host", "workflowReferenceName");
            if (!all.Any(other => other.Solution == flow.Solution && other.IsChild && other.Id == id.Text()))
            {
                yield return flow.Flow.Says(
                    $"{step.Name}/inputs/host/workflowReferenceName",
                    $"The value is {id.Show()}, and no flow of this solution with that id can be called. Name a flow with a Request trigger."
                );
            }
        }

        foreach (FlowStep step in flow.Flow.Steps.Where(step => step.Kind == "Response" && !flow.IsChild))
        {
            yield return flow.Flow.Says(step.Name, "A Response answers a caller, and the trigger of this flow has none. Remove it.");
        }
    }
}
