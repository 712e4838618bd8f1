using System.Xml.Linq;
using PowerIntegration.Packer.Findings;

namespace PowerIntegration.Packer.Sources;

/// <summary>An element together with the file it stands in, so that a finding can name both.</summary>
/// <param name="File">File, relative to the folder of its solution.</param>
/// <param name="Element">The element.</param>
public sealed record SourceElement(string File, XElement Element)
{
    /// <summary>Text of a child, or null where the child is absent.</summary>
    public string? Child(string name) => Element.Element(name)?.Value;

    /// <summary>Text of a child, empty where the child is absent.</summary>
    public string Text(string name) => Child(name) ?? "";

    /// <summary>Value of an attribute, empty where it is absent.</summary>
    public string Attribute(string name) => Element.Attribute(name)?.Value ?? "";

    /// <summary>The same file, another element in it.</summary>
    public SourceElement At(XElement element) => new(File, element);

    /// <summary>The elements at the end of a path of names below this one, such as RolePrivileges and RolePrivilege.</summary>
    public IEnumerable<SourceElement> Below(params string[] path) =>
        path.Aggregate(Enumerable.Repeat(Element, 1), (elements, name) => elements.Elements(name)).Select(At);

    /// <summary>A finding in this file.</summary>
    public Finding Says(string element, string sentence) => new(File, element, sentence);

    /// <summary>A finding about this element, named by its place in the file.</summary>
    public Finding Says(string sentence) => new(File, ElementPlace.Of(Element), sentence);
}
