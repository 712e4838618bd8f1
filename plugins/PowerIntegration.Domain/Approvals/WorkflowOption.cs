namespace PowerIntegration.Domain.Approvals;

/// <summary>One answer that a step of a Procore workflow takes.</summary>
/// <param name="Id">Procore's id of it.</param>
/// <param name="Type">What it means to Procore, such as <c>approve</c>; null where Procore does not say.</param>
/// <param name="Name">What people see; null where Procore does not say.</param>
public sealed record WorkflowOption(string Id, string? Type, string? Name);
