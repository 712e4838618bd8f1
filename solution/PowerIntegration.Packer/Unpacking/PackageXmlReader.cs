using System.Xml;
using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Packing;

namespace PowerIntegration.Packer.Unpacking;

/// <summary>Reads the XML of a package: no document type, no other file, no nesting so deep that reading it would end the program.</summary>
internal static class PackageXmlReader
{
    private const int DepthMax = 200;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreWhitespace = true,
    };

    /// <summary>Root of a part.</summary>
    /// <exception cref="PackingRefusedException">The part is not well-formed, or not harmless.</exception>
    public static XElement Read(PackagePart part)
    {
        try
        {
            RequireShallow(part);
            using XmlReader reader = XmlReader.Create(new MemoryStream(part.Content, writable: false), Settings);
            return XDocument.Load(reader).Root!;
        }
        catch (XmlException e)
        {
            throw new PackingRefusedException([
                new Finding(part.Path, $"line {e.LineNumber}", $"The part is not well-formed XML: {e.Message} Export the solution again."),
            ]);
        }
    }

    private static void RequireShallow(PackagePart part)
    {
        using XmlReader reader = XmlReader.Create(new MemoryStream(part.Content, writable: false), Settings);
        while (reader.Read())
        {
            if (reader.Depth > DepthMax)
            {
                throw new PackingRefusedException([
                    new Finding(part.Path, "the part", $"Its elements are nested more than {DepthMax} deep. Do not unpack this file."),
                ]);
            }
        }
    }
}
