namespace PowerIntegration.Gateway.Procore.Wire;

/// <summary>One answer in the history.</summary>
/// <param name="Id">User id of who answered.</param>
/// <param name="Response">Name of the answer.</param>
/// <param name="ResponseType">Its type.</param>
/// <param name="Comment">What was written with it.</param>
/// <param name="RespondedAt">When.</param>
internal sealed record WorkflowPastResponseWire(string? Id, string? Response, string? ResponseType, string? Comment, DateTimeOffset? RespondedAt);
