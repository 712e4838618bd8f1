namespace PowerIntegration.Domain.Approvals;

/// <summary>
/// Whether a decision was passed on to the step of a Procore workflow. The order is the order of the choice <c>pint_workflowanswer</c>.
/// </summary>
public enum WorkflowAnswer
{
    /// <summary>Procore has no workflow step that waits for the decision.</summary>
    NotNeeded,

    /// <summary>The workflow has not reached the step yet, or Procore could not be asked. It is tried again.</summary>
    Waiting,

    /// <summary>The step was answered with the decision.</summary>
    Given,

    /// <summary>The step was not answered; a finding says why.</summary>
    NotGiven,
}
