namespace PowerIntegration.Gateway.Wbs.Mapping;

/// <summary>What became of a draft.</summary>
/// <param name="State">Drafted, Unchanged or Refused.</param>
/// <param name="RuleId">Row of the mapping rule, or null.</param>
/// <param name="ReasonCode">Code of the reason nothing was entered, or null.</param>
/// <param name="Message">Message to show to a person.</param>
internal sealed record DraftedMapping(DraftState State, string? RuleId, string? ReasonCode, string Message);
