using PowerIntegration.Domain.Approvals;

namespace PowerIntegration.Tables.Rows;

/// <summary>What is known about a workflow in Procore as a value of the choice, and back.</summary>
public static class ProcoreWorkflows
{
    /// <summary>Value of the choice.</summary>
    public static int ToChoice(ProcoreWorkflow state) => ProcoreWorkflowChoice.Unknown + (int)state;

    /// <summary>State of a value of the choice; a project that was never read has none, and nothing is known.</summary>
    public static ProcoreWorkflow FromChoice(int? value) =>
        value switch
        {
            ProcoreWorkflowChoice.Configured => ProcoreWorkflow.Configured,
            ProcoreWorkflowChoice.None => ProcoreWorkflow.None,
            _ => ProcoreWorkflow.Unknown,
        };
}
