using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Layout;

/// <summary>Every file of a solution has a place in a package, and every file that a component names is there.</summary>
internal static class LayoutCheck
{
    /// <summary>What has no place, or none of its own.</summary>
    public static IEnumerable<Finding> Find(Catalogue catalogue) => catalogue.Solutions.SelectMany(Find);

    /// <summary>What has no place in the package of one solution.</summary>
    public static IEnumerable<Finding> Find(UnpackedSolution solution) =>
        [.. UnknownFolders(solution), .. SectionCheck.Find(solution), .. FileNameCheck.Find(solution), .. PayloadCheck.Find(solution)];

    private static IEnumerable<Finding> UnknownFolders(UnpackedSolution solution) =>
        solution
            .Files.Where(file => !SolutionLayout.IsKnownFolder(file))
            .Select(file => new Finding(
                file,
                "the file",
                $"The packer does not know the component kind '{file.Split('/')[0]}'. Remove the file, or teach the packer its folder (SolutionLayout)."
            ));
}
