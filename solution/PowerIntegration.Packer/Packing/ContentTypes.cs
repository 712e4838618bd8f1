using System.Text;
using PowerIntegration.Packer.Findings;

namespace PowerIntegration.Packer.Packing;

/// <summary>Writes [Content_Types].xml: one line per extension; a part whose extension it does not name makes the package unreadable.</summary>
internal static class ContentTypes
{
    private const string ContentType = "application/octet-stream";

    public static PackagePart For(IReadOnlyCollection<PackagePart> parts)
    {
        if (parts.FirstOrDefault(part => Path.GetExtension(part.Path).Length < 2) is { } nameless)
        {
            throw new PackingRefusedException($"The part {nameless.Path} has no extension; the packer does not write such parts yet.");
        }

        IEnumerable<string> extensions = parts
            .Select(part => Path.GetExtension(part.Path)[1..])
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal);
        string lines = string.Concat(extensions.Select(extension => $"<Default Extension=\"{extension}\" ContentType=\"{ContentType}\" />"));
        string document =
            $"<?xml version=\"1.0\" encoding=\"utf-8\"?><Types "
            + $"xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">{lines}</Types>";
        return new PackagePart("[Content_Types].xml", Encoding.UTF8.GetBytes(document));
    }
}
