using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Connectors;
using PowerIntegration.Packer.Verification.Flows;
using PowerIntegration.Packer.Verification.Manifests;
using PowerIntegration.Packer.Verification.Plugins;
using PowerIntegration.Packer.Verification.Security;
using PowerIntegration.Packer.Verification.Tables;

namespace PowerIntegration.Packer.Verification;

/// <summary>Everything about the sources that can be checked without a tenant.</summary>
public static class SolutionVerifier
{
    private static readonly Func<Catalogue, IEnumerable<Finding>>[] Checks =
    [
        ManifestCheck.Find,
        RootComponentCheck.Find,
        IdentifierCheck.Find,
        TableCheck.Find,
        ColumnCheck.Find,
        RelationshipCheck.Find,
        ChoiceCheck.Find,
        RoleCheck.Find,
        PluginCheck.Find,
        StepCheck.Find,
        CustomApiCheck.Find,
        ConnectorCheck.Find,
        ConnectorHouseCheck.Find,
        FlowCheck.Find,
        FlowHouseCheck.Find,
    ];

    /// <summary>What is wrong, in the order of the checks; empty where nothing is.</summary>
    /// <param name="solutions">The solutions to look at together; references between them are followed.</param>
    /// <param name="definition">The connector's repository form.</param>
    public static IReadOnlyList<Finding> Verify(IReadOnlyList<UnpackedSolution> solutions, ConnectorDefinition definition)
    {
        Finding[] unreadable = [.. solutions.SelectMany(solution => solution.Unreadable), .. definition.Unreadable];
        if (unreadable.Length > 0)
        {
            return unreadable;
        }

        Catalogue catalogue = new(solutions, definition);
        return [.. Checks.SelectMany(check => check(catalogue))];
    }
}
