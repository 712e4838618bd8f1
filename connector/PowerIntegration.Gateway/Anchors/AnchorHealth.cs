using Microsoft.Extensions.Diagnostics.HealthChecks;
using PowerIntegration.Domain.Drift;

namespace PowerIntegration.Gateway.Anchors;

/// <summary>Whether hashes are anchored, and whether their chain is whole. A gateway without a store sends documents all the same.</summary>
internal sealed class AnchorHealth(IAnchorStore anchors) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!anchors.IsConfigured)
        {
            return HealthCheckResult.Degraded("Gateway:AnchorFile is not set; no hash is anchored.");
        }

        try
        {
            return HashChain.Fault(await anchors.ReadAsync(cancellationToken)) is { } fault
                ? HealthCheckResult.Unhealthy(fault)
                : HealthCheckResult.Healthy();
        }
        catch (AnchorStoreException broken)
        {
            return HealthCheckResult.Unhealthy(broken.Message);
        }
    }
}
