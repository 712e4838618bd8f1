namespace PowerIntegration.Gateway.Wbs.Mapping;

/// <summary>A coverage proof that was started, or was on its way.</summary>
/// <param name="State">Waiting, Running or Refused.</param>
/// <param name="RunId">Row of the run, or null.</param>
/// <param name="ReasonCode">Code of the reason there is none, or null.</param>
/// <param name="Message">Message to show to a person.</param>
internal sealed record StartedCoverage(StartState State, string? RunId, string? ReasonCode, string Message);
