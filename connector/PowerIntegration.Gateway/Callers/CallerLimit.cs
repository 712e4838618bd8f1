namespace PowerIntegration.Gateway.Callers;

/// <summary>One limit that operations share.</summary>
/// <param name="Name">Name of the policy.</param>
/// <param name="Does">What its operations do, as a sentence says it.</param>
/// <param name="PerMinute">Calls a minute, from the settings.</param>
internal sealed record CallerLimit(string Name, string Does, Func<CallerLimitOptions, int> PerMinute);
