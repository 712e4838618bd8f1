using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Rows;

namespace PowerIntegration.Packer.Packing;

/// <summary>Puts the rows that ship beside the packages, because a solution carries none.</summary>
public static class RowsPacker
{
    /// <summary>Folder beside the packages that takes the rows.</summary>
    public const string FolderName = "data";

    /// <summary>Refuses rows that are not in order, so that nothing is written at all.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="solutions">The solutions whose tables take them.</param>
    /// <exception cref="PackingRefusedException">The rows are not in order.</exception>
    public static void RequireInOrder(ShippedRows rows, IReadOnlyList<UnpackedSolution> solutions)
    {
        IReadOnlyList<Finding> findings = ShippedRowsVerifier.Verify(rows, solutions);
        if (findings.Count > 0)
        {
            throw new PackingRefusedException(findings);
        }
    }

    /// <summary>Writes the files as they are.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="outputFolder">Folder of the packages.</param>
    /// <returns>The files written.</returns>
    public static IReadOnlyList<string> Write(ShippedRows rows, string outputFolder)
    {
        string folder = Path.Combine(outputFolder, FolderName);
        Directory.CreateDirectory(folder);
        foreach (string file in rows.Files)
        {
            File.WriteAllBytes(Path.Combine(folder, file), rows.Bytes(file));
        }

        return [.. rows.Files.Select(file => Path.Combine(folder, file))];
    }
}
