using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Generation.Output;
using PowerIntegration.Packer.Generation.Tables;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.Release;

/// <summary>
/// Makes the list of what is released, for the nightly comparison: plug-in steps, roles, custom APIs and tables of the core solution, and the
/// flows of the flows and approvals solutions.
/// The hash of the assembly is not in it, because the list is compiled into the assembly; <c>pack</c> prints that.
/// </summary>
public static class ReleaseGenerator
{
    /// <summary>The verb, as a person types it.</summary>
    public const string Verb = "packer generate release";

    private const string Folder = ConstantClass.Folder + "/Drift";

    /// <summary>The file, made from a repository.</summary>
    /// <exception cref="PackingRefusedException">A source cannot be read; the findings say which.</exception>
    public static GeneratedFiles Generate(string root)
    {
        UnpackedSolution core = UnpackedSolution.Read(Path.Combine(root, "solution/core"));
        UnpackedSolution flows = UnpackedSolution.Read(Path.Combine(root, "solution/flows"));
        UnpackedSolution approvals = UnpackedSolution.Read(Path.Combine(root, "solution/approvals"));
        Refuse.Any([.. core.Unreadable, .. flows.Unreadable, .. approvals.Unreadable]);
        GeneratedFile file = GeneratedFile.OfText(
            $"{Folder}/{ReleaseText.ClassName}{ConstantClass.FileEnding}",
            ReleaseText.Of(core, flows, approvals)
        );
        return new GeneratedFiles(Verb, [file], [new GeneratedPlace(Folder, ConstantClass.FileEnding, SearchOption.TopDirectoryOnly)]);
    }
}
