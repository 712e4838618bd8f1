namespace PowerIntegration.Tool.Mapping;

/// <summary>What the last coverage run says of a code.</summary>
/// <param name="State">Its state in words.</param>
/// <param name="Message">Why; empty where it is covered.</param>
/// <param name="SuggestedTask">Number of the task that it suggests; empty where it suggests none.</param>
internal sealed record LastCoverage(string State, string Message, string SuggestedTask);
