using System.Xml;
using System.Xml.Linq;

namespace PowerIntegration.Packer.Sources;

/// <summary>Reads XML that a person wrote, so that a finding can name the line.</summary>
internal static class XmlSource
{
    /// <summary>The document with the lines of its nodes.</summary>
    /// <exception cref="XmlException">The text is not well-formed, or it declares a document type.</exception>
    public static XDocument Parse(string text)
    {
        // Document types are prohibited: an entity of one could pull in other files or grow without end.
        using XmlReader reader = XmlReader.Create(
            new StringReader(text.TrimStart('\uFEFF')),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }
        );
        return XDocument.Load(reader, LoadOptions.SetLineInfo);
    }
}
