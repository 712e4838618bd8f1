using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Packing;

/// <summary>
/// Names of the file of a package. The name with the version is for people who keep several; the name without it is for scripts that take the newest.
/// </summary>
internal static class PackageName
{
    /// <summary>Both names, the one with the version first, such as PowerIntegrationCore_0_1_0_0.zip and PowerIntegrationCore.zip.</summary>
    public static IReadOnlyList<string> Of(UnpackedSolution solution, PackageKind kind)
    {
        string name = FileName.From(solution.UniqueName);
        string version = FileName.From(solution.Manifest.Text("Version").Replace('.', '_'));
        string ending = kind == PackageKind.Managed ? "_managed.zip" : ".zip";
        return [$"{name}_{version}{ending}", $"{name}{ending}"];
    }
}
