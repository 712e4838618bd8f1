namespace PowerIntegration.Domain.Drift;

/// <summary>
/// Compares an environment with what was released. A system administrator can disable a step, replace the assembly, widen a role or turn a flow off;
/// nothing can refuse that, so it is told.
/// </summary>
public static class DriftComparison
{
    /// <summary>Every difference, in the order steps, roles, custom APIs, flows, assembly.</summary>
    /// <param name="released">What was released.</param>
    /// <param name="found">What the environment has.</param>
    /// <param name="accepted">The release that a controller accepted last; null where none was.</param>
    /// <param name="assembly">The plug-in assembly of the environment; null where there is none.</param>
    public static IReadOnlyList<Difference> Compare(Installation released, Installation found, AcceptedRelease? accepted, FoundAssembly? assembly) =>
        [
            .. StepComparison.Compare(released.Steps, found.Steps),
            .. RoleComparison.Compare(released.Roles, found.Roles),
            .. ApiComparison.Compare(released.Apis, found.Apis),
            .. FlowComparison.Compare(released.Flows, found.Flows),
            .. AssemblyComparison.Compare(accepted, assembly),
        ];
}
