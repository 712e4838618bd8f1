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
using PowerIntegration.Packer.Verification.Variables;

namespace PowerIntegration.Packer.Verification;

/// <summary>Everything about the sources that can be checked without a tenant.</summary>
public static class SolutionVerifier
{
    // What the platform asks of any publisher's solution; a solution of this product is held to its own rules besides.
    private static readonly Func<Catalogue, IEnumerable<Finding>>[] OfAnySolution =
    [
        FileCheck.Find,
        ManifestCheck.Find,
        CustomizationsCheck.Find,
        LanguageCheck.Find,
        RootComponentCheck.Find,
        MissingDependencyCheck.Find,
        IdentifierCheck.Find,
        TableCheck.Find,
        ColumnCheck.Find,
        RelationshipCheck.Find,
        RelationshipIndexCheck.Find,
        ChoiceCheck.Find,
        RoleCheck.Find,
        FieldSecurityCheck.Find,
        VariableCheck.Find,
        PluginCheck.Find,
        StepCheck.Find,
        CustomApiCheck.Find,
        FileNameCheck.Find,
        PayloadCheck.Find,
        AppChecks.Find,
        ConnectorCheck.Find,
        FlowCheck.Find,
    ];

    // What a package needs: every file has a place in it, and what people see holds together. It may carry kinds that no check looks into.
    private static readonly Func<Catalogue, IEnumerable<Finding>>[] OfAnyPackage =
    [
        FolderCheck.Find,
        LanguageCheck.Find,
        SectionCheck.Find,
        FileNameCheck.Find,
        PayloadCheck.Find,
        AppChecks.Find,
    ];

    private static readonly Func<Catalogue, IEnumerable<Finding>>[] OfThisProduct =
    [
        OwnPublisherCheck.Find,
        .. OfAnySolution,
        AppCoverageCheck.Find,
        ConnectorHouseCheck.Find,
        FlowHouseCheck.Find,
    ];

    /// <summary>What is wrong with the solutions that ship, in the order of the checks; empty where nothing is.</summary>
    /// <param name="solutions">The solutions to look at together; references between them are followed.</param>
    /// <param name="definition">The connector's repository form.</param>
    public static IReadOnlyList<Finding> Verify(IReadOnlyList<UnpackedSolution> solutions, ConnectorDefinition definition) =>
        Find(solutions, definition, OfThisProduct);

    /// <summary>
    /// What would be dropped, misread or refused if the solutions were loaded, whoever published them; empty where nothing would.
    /// Solutions of this product are held to its rules here too.
    /// </summary>
    /// <param name="solutions">The solutions to load together.</param>
    public static IReadOnlyList<Finding> VerifyForLoading(IReadOnlyList<UnpackedSolution> solutions) =>
        Find(solutions, ConnectorDefinition.None, OfAnySolution);

    /// <summary>What would keep a solution from being packed, whoever published it; empty where nothing would.</summary>
    /// <param name="solutions">The solutions to look at together.</param>
    public static IReadOnlyList<Finding> VerifyForPacking(IReadOnlyList<UnpackedSolution> solutions) =>
        Find(solutions, ConnectorDefinition.None, OfAnyPackage);

    private static IReadOnlyList<Finding> Find(
        IReadOnlyList<UnpackedSolution> solutions,
        ConnectorDefinition definition,
        Func<Catalogue, IEnumerable<Finding>>[] checks
    )
    {
        Finding[] unreadable = [.. solutions.SelectMany(solution => solution.Unreadable), .. definition.Unreadable];
        if (unreadable.Length > 0)
        {
            return unreadable;
        }

        Catalogue catalogue = new(solutions, definition);
        return [.. checks.SelectMany(check => check(catalogue))];
    }
}
