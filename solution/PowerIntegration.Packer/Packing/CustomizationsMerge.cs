using System.Xml.Linq;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Packing;

/// <summary>Puts the files of an unpacked solution back into the one customizations.xml that a package has.</summary>
internal static class CustomizationsMerge
{
    /// <summary>The merged document; what Customizations.xml says itself, such as connection references, stays.</summary>
    public static XDocument Merge(UnpackedSolution solution)
    {
        XElement root = new(solution.Customizations.Element);
        foreach (ComponentSlot slot in ComponentSlot.All)
        {
            XElement? target = root.Element(slot.Slot);
            foreach (SourceElement source in solution.XmlIn(slot.Folder, slot.FileEnding))
            {
                object content = slot.TakesChildren ? source.Element.Elements().Select(WithoutNamespaces) : WithoutNamespaces(source.Element);
                target!.Add(content);
            }
        }

        return new XDocument(new XDeclaration("1.0", "utf-8", null), root);
    }

    // The root declares xsi once; the same declaration on a thousand children would only be noise.
    private static XElement WithoutNamespaces(XElement element)
    {
        XElement copy = new(element);
        copy.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
        return copy;
    }
}
