using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PowerIntegration.Packer.Packing;

/// <summary>Writes XML the same way wherever it is written: UTF-8 without a mark, two blanks, line feeds, one at the end.</summary>
internal static class PackageXml
{
    // A carriage return in a text is part of the text and survives; line ends between elements are ours.
    private static readonly XmlWriterSettings Settings = new()
    {
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
        Encoding = new UTF8Encoding(false),
    };

    public static byte[] Write(XElement root)
    {
        using MemoryStream stream = new();
        using (XmlWriter writer = XmlWriter.Create(stream, Settings))
        {
            new XDocument(new XDeclaration("1.0", "utf-8", null), root).Save(writer);
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
