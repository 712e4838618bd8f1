using System.Collections.Frozen;
using System.Text;

namespace PowerIntegration.Packer.Verification.Apps.WebResources;

/// <summary>A type of web resource.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Extensions">Extensions that a name of this type may have; a name may have none.</param>
/// <param name="IsXml">True where the text is XML.</param>
/// <param name="Marks">What a file of this type begins with; empty where there is no such mark.</param>
internal sealed record WebResourceType(string Name, string[] Extensions, bool IsXml, params string[] Marks)
{
    private static readonly FrozenDictionary<string, WebResourceType> Known = new Dictionary<string, WebResourceType>
    {
        ["1"] = new("web page", [".htm", ".html"], false),
        ["2"] = new("style sheet", [".css"], false),
        ["3"] = new("script", [".js"], false),
        ["4"] = new("XML", [".xml"], true),
        ["5"] = new("PNG picture", [".png"], false, "\u0089PNG"),
        ["6"] = new("JPG picture", [".jpg", ".jpeg"], false, "\u00FF\u00D8\u00FF"),
        ["7"] = new("GIF picture", [".gif"], false, "GIF87a", "GIF89a"),
        ["9"] = new("style sheet (XSL)", [".xsl", ".xslt"], true),
        ["10"] = new("icon", [".ico"], false, "\0\0\u0001\0"),
        ["11"] = new("vector picture", [".svg"], true),
        ["12"] = new("texts", [".resx"], true),
    }.ToFrozenDictionary();

    /// <summary>The type of a code; null where there is none, or where environments take it no longer (8, Silverlight).</summary>
    public static WebResourceType? Of(string code) => Known.GetValueOrDefault(code);

    /// <summary>True where the extension says this type; a name without one says none.</summary>
    public bool Fits(string extension) =>
        Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase)
        || !Known.Values.Any(type => type.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase));

    /// <summary>True where the content begins as files of this type do.</summary>
    public bool IsMarked(byte[] content) => Marks.Length == 0 || Marks.Any(mark => content.AsSpan().StartsWith(Encoding.Latin1.GetBytes(mark)));
}
