namespace PowerIntegration.Domain.Approvals;

/// <summary>Whether Procore has a workflow for the invoices of a project. The order is the order of the choice <c>pint_procoreworkflow</c>.</summary>
public enum ProcoreWorkflow
{
    /// <summary>Not read yet, or Procore does not say.</summary>
    Unknown,

    /// <summary>Procore has a workflow for them.</summary>
    Configured,

    /// <summary>Procore has no workflow for them.</summary>
    None,
}
