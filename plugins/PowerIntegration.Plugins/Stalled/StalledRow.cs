using Microsoft.Xrm.Sdk;

namespace PowerIntegration.Plugins.Stalled;

/// <summary>A stalled record and its row.</summary>
internal sealed record StalledRow<T>(Entity Row, T Value);
