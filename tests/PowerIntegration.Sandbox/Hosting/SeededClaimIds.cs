using PowerIntegration.Gateway.Submission;
using PowerIntegration.Local.Clock;

namespace PowerIntegration.Sandbox.Hosting;

/// <summary>Names of claims from the run's seed.</summary>
/// <param name="ids">The seed.</param>
internal sealed class SeededClaimIds(IIdSource ids) : IClaimIds
{
    /// <inheritdoc/>
    public string Next() => $"gateway-{ids.NextGuid():N}";
}
