using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification;

namespace PowerIntegration.Packer.Packing;

/// <summary>Verifies the solutions and writes one package for each.</summary>
public static class SolutionPacker
{
    /// <summary>Writes the packages; all of them or none.</summary>
    /// <param name="solutions">The solutions, which may refer to each other.</param>
    /// <param name="definition">The connector's repository form.</param>
    /// <param name="assembly">The built plug-in assembly, or null where no solution registers one.</param>
    /// <param name="outputFolder">Folder for the packages; it is made where it is missing.</param>
    /// <returns>The files written, named after solution and version.</returns>
    /// <exception cref="PackingRefusedException">The sources are not in order.</exception>
    public static IReadOnlyList<string> Pack(
        IReadOnlyList<UnpackedSolution> solutions,
        ConnectorDefinition definition,
        byte[]? assembly,
        string outputFolder
    )
    {
        IReadOnlyList<Finding> findings = SolutionVerifier.Verify(solutions, definition);
        if (findings.Count > 0)
        {
            throw new PackingRefusedException(findings);
        }

        PackagePart[] packages =
        [
            .. solutions.Select(solution => new PackagePart(FileNameOf(solution), PackageZip.Write(PackageParts.Of(solution, definition, assembly)))),
        ];
        Directory.CreateDirectory(outputFolder);
        foreach (PackagePart package in packages)
        {
            File.WriteAllBytes(Path.Combine(outputFolder, package.Path), package.Content);
        }

        return [.. packages.Select(package => Path.Combine(outputFolder, package.Path))];
    }

    private static string FileNameOf(UnpackedSolution solution) => $"{solution.UniqueName}_{solution.Manifest.Text("Version").Replace('.', '_')}.zip";
}
