using System.IO.Compression;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Packing;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Unpacking;

/// <summary>
/// Reads the parts of a package. A package may come from anywhere, so nothing in it is trusted: neither a name, nor a size that it states, nor how
/// much it becomes when it is unpacked.
/// </summary>
public static class PackageReader
{
    /// <summary>Most parts that a package may have.</summary>
    public const int PartsMax = 20_000;

    /// <summary>Most bytes that all parts together may have.</summary>
    public const long BytesMax = 512L * 1024 * 1024;

    /// <summary>Most bytes that the zip may have; import takes no larger one.</summary>
    public const long PackageBytesMax = 95L * 1024 * 1024;

    /// <summary>The parts, in the order of the package.</summary>
    /// <param name="package">The bytes of the zip.</param>
    /// <param name="name">Name of the file, for findings.</param>
    /// <param name="bytesMax">Most bytes that all parts together may have.</param>
    /// <exception cref="PackingRefusedException">The file is not a package, or not a safe one.</exception>
    public static IReadOnlyList<PackagePart> Read(byte[] package, string name, long bytesMax = BytesMax)
    {
        if (package.LongLength > PackageBytesMax)
        {
            throw Refusal(name, "the file", $"It has {package.LongLength} bytes. Packages have at most {PackageBytesMax}.");
        }

        try
        {
            using ZipArchive zip = new(new MemoryStream(package, writable: false), ZipArchiveMode.Read);
            Finding[] unsafeNames = [.. UnsafeNames(zip, name)];
            return unsafeNames.Length > 0 ? throw new PackingRefusedException(unsafeNames) : Parts(zip, name, bytesMax);
        }
        catch (InvalidDataException e)
        {
            throw Refusal(name, "the file", $"It is not a zip file that can be read: {e.Message} Download or export it again.");
        }
    }

    private static IEnumerable<Finding> UnsafeNames(ZipArchive zip, string name)
    {
        if (zip.Entries.Count > PartsMax)
        {
            return [new Finding(name, "the file", $"It has {zip.Entries.Count} parts. Packages have at most {PartsMax}.")];
        }

        string[] paths = [.. zip.Entries.Where(IsFile).Select(entry => entry.FullName)];
        return
        [
            .. paths
                .Where(path => path != ContentTypes.PartName && !FileName.StaysInFolder(path))
                .Select(path => new Finding(
                    name,
                    $"part '{path}'",
                    "The name is not a plain path with forward slashes, and could leave the folder. Do not unpack this file."
                )),
            .. paths
                .GroupBy(path => path, StringComparer.OrdinalIgnoreCase)
                .Where(group => group.Count() > 1)
                .Select(group => new Finding(name, $"part '{group.Key}'", "The name appears more than once, so one part would overwrite the other.")),
            .. paths
                .Where(path => paths.Any(other => other.StartsWith(path + "/", StringComparison.OrdinalIgnoreCase)))
                .Select(path => new Finding(
                    name,
                    $"part '{path}'",
                    "The name is also the folder of other parts. A file and a folder cannot share a name."
                )),
        ];
    }

    private static PackagePart[] Parts(ZipArchive zip, string name, long bytesMax)
    {
        long left = bytesMax;
        List<PackagePart> parts = [];
        foreach (ZipArchiveEntry entry in zip.Entries.Where(IsFile))
        {
            byte[] content = Content(entry, left, name);
            left -= content.LongLength;
            parts.Add(new PackagePart(entry.FullName, content));
        }

        return [.. parts];
    }

    private static byte[] Content(ZipArchiveEntry entry, long most, string name)
    {
        using Stream stream = entry.Open();
        using MemoryStream content = new();
        byte[] block = new byte[81_920];
        for (int read = stream.Read(block); read > 0; read = stream.Read(block))
        {
            if (content.Length + read > most)
            {
                throw Refusal(
                    name,
                    $"part '{entry.FullName}'",
                    $"With it the parts become too large, {most} bytes were left. Do not unpack this file."
                );
            }

            content.Write(block, 0, read);
        }

        return content.ToArray();
    }

    // Some programs write a part for each folder; it has no content.
    private static bool IsFile(ZipArchiveEntry entry) => !(entry.FullName.EndsWith('/') && entry.Length == 0);

    private static PackingRefusedException Refusal(string file, string element, string sentence) => new([new Finding(file, element, sentence)]);
}
