namespace PowerIntegration.Gateway.Wbs;

/// <summary>Result of one call.</summary>
/// <param name="ProjectsRead">Projects whose structures were read.</param>
/// <param name="ProjectsFailed">Projects that could not be read; their structure note says why and what to do.</param>
/// <param name="HasMore">True where projects are left for the next call.</param>
internal sealed record RefreshedStructures(int ProjectsRead, int ProjectsFailed, bool HasMore);
