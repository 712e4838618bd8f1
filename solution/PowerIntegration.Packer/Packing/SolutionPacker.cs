using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification;

namespace PowerIntegration.Packer.Packing;

/// <summary>Verifies solutions and writes one package for each.</summary>
public static class SolutionPacker
{
    /// <summary>Writes the packages, each under its name with and without the version; all of them or none.</summary>
    /// <param name="solutions">The solutions, which may refer to each other.</param>
    /// <param name="inputs">What comes from outside their folders.</param>
    /// <param name="outputFolder">Folder for the packages; it is made where it is missing.</param>
    /// <returns>The files written.</returns>
    /// <exception cref="PackingRefusedException">The sources are not in order, or cannot be packed in this way.</exception>
    public static IReadOnlyList<string> Pack(IReadOnlyList<UnpackedSolution> solutions, PackageInputs inputs, string outputFolder)
    {
        IReadOnlyList<Finding> findings = inputs.Definition is { } definition
            ? SolutionVerifier.Verify(solutions, definition)
            : SolutionVerifier.VerifyForPacking(solutions);
        if (findings.Count > 0)
        {
            throw new PackingRefusedException(findings);
        }

        PackagePart[] packages = [.. solutions.SelectMany(solution => Named(solution, inputs))];
        Directory.CreateDirectory(outputFolder);
        foreach (PackagePart package in packages)
        {
            File.WriteAllBytes(Path.Combine(outputFolder, package.Path), package.Content);
        }

        return [.. packages.Select(package => Path.Combine(outputFolder, package.Path))];
    }

    private static IEnumerable<PackagePart> Named(UnpackedSolution solution, PackageInputs inputs)
    {
        byte[] bytes = PackageZip.Write(PackageParts.Of(solution, inputs));
        return PackageName.Of(solution, inputs.Kind).Select(name => new PackagePart(name, bytes));
    }
}
