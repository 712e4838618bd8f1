using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Submission;

/// <summary>How making a record, or acting on one, ended.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Made">The record as the answer shows it; null where it shows none, or not all of it.</param>
internal sealed record Applied(WriteAnswer Answer, Found? Made);
