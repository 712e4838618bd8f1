namespace PowerIntegration.Local.Flows.Running;

/// <summary>Why an action or a run did not succeed.</summary>
/// <param name="Code">A stable word.</param>
/// <param name="Message">A sentence.</param>
public sealed record FlowError(string Code, string Message);
