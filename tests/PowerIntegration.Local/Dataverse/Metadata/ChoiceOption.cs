namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>One option of a choice.</summary>
/// <param name="Value">The number stored.</param>
/// <param name="Label">The label shown.</param>
/// <param name="State">For a status reason, the state it belongs to.</param>
/// <param name="DefaultStatus">For a state, the status reason that setting the state alone picks.</param>
internal sealed record ChoiceOption(int Value, string Label, int? State = null, int? DefaultStatus = null);
