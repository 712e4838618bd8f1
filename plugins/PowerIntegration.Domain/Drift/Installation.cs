namespace PowerIntegration.Domain.Drift;

/// <summary>Everything whose change could let a control fail without anyone having changed a rule.</summary>
/// <param name="Steps">Plug-in steps; of an environment also those of others on our tables.</param>
/// <param name="Roles">Security roles.</param>
/// <param name="Apis">Custom APIs.</param>
/// <param name="Flows">Cloud flows.</param>
public sealed record Installation(
    IReadOnlyList<PluginStep> Steps,
    IReadOnlyList<SecurityRole> Roles,
    IReadOnlyList<GatedApi> Apis,
    IReadOnlyList<CloudFlow> Flows
);
