namespace PowerIntegration.Gateway.Jobs;

/// <summary>Result of one call.</summary>
/// <param name="RunsFinished">Runs that were finished.</param>
/// <param name="RunsFailed">Runs that stopped; their message says why and what to do.</param>
/// <param name="HasMore">True where runs are left that a call made at once would continue.</param>
internal sealed record ContinuedRuns(int RunsFinished, int RunsFailed, bool HasMore);
