using System.IO.Compression;

namespace PowerIntegration.Packer.Packing;

/// <summary>Writes parts into a zip whose bytes depend on nothing but the parts.</summary>
public static class PackageZip
{
    // The first moment that a zip can say; when a package was made is no part of what it is.
    private static readonly DateTimeOffset Timestamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The bytes of the zip, parts in the order given.</summary>
    public static byte[] Write(IEnumerable<PackagePart> parts)
    {
        using MemoryStream stream = new();
        using (ZipArchive zip = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (PackagePart part in parts)
            {
                ZipArchiveEntry entry = zip.CreateEntry(part.Path, CompressionLevel.SmallestSize);
                entry.LastWriteTime = Timestamp;
                using Stream content = entry.Open();
                content.Write(part.Content);
            }
        }

        return stream.ToArray();
    }
}
