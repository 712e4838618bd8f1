using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps;
using PowerIntegration.Packer.Verification.Connectors;
using PowerIntegration.Packer.Verification.Flows;
using PowerIntegration.Packer.Verification.Layout;
using PowerIntegration.Packer.Verification.Manifests;
using PowerIntegration.Packer.Verification.Plugins;
using PowerIntegration.Packer.Verification.Security;
using PowerIntegration.Packer.Verification.Tables;

namespace PowerIntegration.Packer.Verification;

/// <summary>Everything about the sources that can be checked without a tenant.</summary>
public static class SolutionVerifier
{
    // Rules of the format, which hold for every publisher.
    private static readonly Func<Catalogue, IEnumerable<Finding>>[] OfAnySolution = [LayoutCheck.Find, AppChecks.Find];

    private static readonly Func<Catalogue, IEnumerable<Finding>>[] Checks =
    [
        .. OfAnySolution,
        BinaryCheck.Find,
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
        ConnectorPartsCheck.Find,
        ConnectorMetadataCheck.Find,
        ConnectorOperationCheck.Find,
        ConnectorSchemaCheck.Find,
        FlowCheck.Find,
        FlowActionCheck.Find,
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

    /// <summary>What is wrong by the rules of the format alone; for solutions that are not of this product.</summary>
    /// <param name="solutions">The solutions to look at together.</param>
    public static IReadOnlyList<Finding> VerifyFolders(IReadOnlyList<UnpackedSolution> solutions)
    {
        Finding[] unreadable = [.. solutions.SelectMany(solution => solution.Unreadable)];
        if (unreadable.Length > 0)
        {
            return unreadable;
        }

        Catalogue catalogue = new(solutions, definition: null);
        return [.. OfAnySolution.SelectMany(check => check(catalogue))];
    }
}
