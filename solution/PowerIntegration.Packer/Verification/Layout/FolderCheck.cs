using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Layout;

/// <summary>Every file lies in a folder that the packer knows.</summary>
internal static class FolderCheck
{
    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        from solution in catalogue.Solutions
        from file in solution.Files
        where !SolutionLayout.IsKnownFolder(file)
        select new Finding(file, "the file", $"Unknown component kind '{file.Split('/')[0]}'. Remove the file, or add its folder to SolutionLayout.");
}
