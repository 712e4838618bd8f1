using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PowerIntegration.Packer.Generation.Output;

/// <summary>XML files as the unpacked solutions have them: UTF-8, two spaces, line feeds.</summary>
internal static class XmlFile
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        IndentChars = "  ",
        NewLineChars = "\n",
    };

    /// <summary>The namespace that exports declare on their roots and use for empty values.</summary>
    public static XAttribute InstanceNamespace => new(XNamespace.Xmlns + "xsi", "http://www.w3.org/2001/XMLSchema-instance");

    /// <summary>Writes the element as a file that ends with a line feed.</summary>
    public static GeneratedFile Of(string path, XElement root)
    {
        using MemoryStream bytes = new();
        using (XmlWriter writer = XmlWriter.Create(bytes, Settings))
        {
            root.Save(writer);
        }

        bytes.WriteByte((byte)'\n');
        return new GeneratedFile(path, bytes.ToArray());
    }
}
