using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Unpacking;

/// <summary>Takes customizations.xml apart: one file for each component, named as Microsoft's packer names it; the inverse of merging.</summary>
internal sealed class CustomizationsSplit
{
    private const string PartName = "customizations.xml";
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    private readonly bool managed;
    private readonly Dictionary<string, XElement> files = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> payload = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Finding> findings = [];

    private CustomizationsSplit(XElement customizations, bool managed)
    {
        this.managed = managed;
        XElement rest = new(customizations);
        foreach (XElement section in rest.Elements())
        {
            Section(section);
        }

        AddIndex();
        Add(UnpackedSolution.CustomizationsFile, rest);
    }

    /// <summary>Root elements by the path of their file.</summary>
    public IReadOnlyDictionary<string, XElement> Files => files;

    /// <summary>Path in the unpacked folder by path in the package, for the parts that components name.</summary>
    public IReadOnlyDictionary<string, string> Payload => payload;

    /// <summary>Splits the root of customizations.xml.</summary>
    /// <exception cref="PackingRefusedException">A section or an element is of an unknown kind, or a name would leave the folder.</exception>
    public static CustomizationsSplit Of(XElement customizations, bool managed)
    {
        CustomizationsSplit split = new(customizations, managed);
        return split.findings.Count == 0 ? split : throw new PackingRefusedException(split.findings);
    }

    private void Section(XElement section)
    {
        string name = section.Name.LocalName;
        ComponentSlot? slot = ComponentSlot.All.FirstOrDefault(slot => slot.Slot == name);
        if (slot?.NameOf is not null)
        {
            foreach (XElement component in section.Elements().ToArray())
            {
                Component(slot, component);
            }

            section.RemoveNodes();
        }
        else if (slot is null && !SolutionLayout.KeptSections.Contains(name, StringComparer.Ordinal))
        {
            Says(name, $"The section '{name}' is of an unknown kind. The packer cannot unpack this solution.");
        }
    }

    private void Component(ComponentSlot slot, XElement component)
    {
        if (!slot.Elements.Contains(component.Name.LocalName, StringComparer.Ordinal))
        {
            Says(slot.Slot, $"The section holds the element '{component.Name.LocalName}', which is of an unknown kind. The packer cannot unpack it.");
            return;
        }

        foreach (PayloadFile file in slot.PayloadOf(component))
        {
            AddPayload(file);
        }

        if (slot.Folder == "Entities")
        {
            TakeParts(component, $"Entities/{slot.NameOf!(component)}");
        }

        string path = slot.FileOf(component);
        if (slot.TakesChildren)
        {
            Wrapper(path, slot.Root).Add(component);
        }
        else
        {
            Add(slot.DiffersWhenManaged && managed ? FileName.Managed(path) : path, component);
        }
    }

    private void TakeParts(XElement table, string folder)
    {
        foreach (XElement forms in Content(table, TablePart.Forms))
        {
            Parts(TablePart.Forms, folder, forms.Elements(), (string?)forms.Attribute("type") ?? "");
        }

        Parts(TablePart.Views, folder, Content(table, TablePart.Views).Elements(), "");
        Parts(TablePart.Charts, folder, Content(table, TablePart.Charts), "");
        XElement[] ribbon = [.. Content(table, TablePart.Ribbon)];
        if (ribbon.Length > 0)
        {
            Add($"{folder}/{TablePart.RibbonFile}", new XElement(TablePart.Ribbon.Root, ribbon));
        }

        foreach (TablePart part in TablePart.All)
        {
            table.Element(part.Slot)?.RemoveNodes();
        }
    }

    private void Parts(TablePart part, string folder, IEnumerable<XElement> components, string formType)
    {
        foreach (XElement component in components)
        {
            if (component.Name != part.Element)
            {
                Says(
                    folder,
                    $"{part.Slot} holds the element '{component.Name.LocalName}', which is of an unknown kind. The packer cannot unpack it."
                );
                continue;
            }

            string path = $"{folder}/{part.FileOf(component, formType)}";
            XElement root = part.Root == part.Element ? component : new XElement(part.Root, component);
            Add(managed && part == TablePart.Forms ? FileName.Managed(path) : path, root);
        }
    }

    private static IEnumerable<XElement> Content(XElement table, TablePart part) => table.Element(part.Slot)?.Elements() ?? [];

    private XElement Wrapper(string path, string root)
    {
        if (!files.TryGetValue(path, out XElement? wrapper))
        {
            wrapper = new XElement(root);
            Add(path, wrapper);
        }

        return files.GetValueOrDefault(path, wrapper);
    }

    private void AddIndex()
    {
        string[] names =
        [
            .. files
                .Where(file => file.Key.StartsWith("Other/Relationships/", StringComparison.Ordinal))
                .SelectMany(file => file.Value.Elements())
                .Select(relationship => (string?)relationship.Attribute("Name") ?? "")
                .Order(StringComparer.Ordinal),
        ];
        if (names.Length > 0)
        {
            XName relationship = "EntityRelationship";
            Add(
                SolutionLayout.RelationshipIndex,
                new XElement("EntityRelationships", names.Select(name => new XElement(relationship, new XAttribute("Name", name))))
            );
        }
    }

    private void Add(string path, XElement root)
    {
        bool isNameless = Path.GetFileName(path).StartsWith('.');
        if (isNameless || !FileName.StaysInFolder(path))
        {
            Says(path, "The component has no name, or one that would put its file outside the folder. The packer cannot unpack this solution.");
        }
        else if (!files.TryAdd(path, WithInstanceNamespace(root)))
        {
            Says(path, "Two components have this name for their file. Rename one of them in the environment and export again.");
        }
    }

    private void AddPayload(PayloadFile file)
    {
        if (!FileName.StaysInFolder(file.SourcePath) || !FileName.StaysInFolder(file.PackagePath))
        {
            Says(file.PackagePath, "A component names this part by a path that leaves the package. Do not unpack this file.");
        }
        else if (!payload.TryAdd(file.PackagePath, file.SourcePath))
        {
            Says(file.PackagePath, "Two components name this part. The packer cannot tell which one it belongs to.");
        }
    }

    // Files of an unpacked solution declare the prefix whether they use it or not.
    private static XElement WithInstanceNamespace(XElement element)
    {
        XElement root = element.Parent is null ? element : new XElement(element);
        if (root.GetPrefixOfNamespace(Instance) is null)
        {
            root.Add(new XAttribute(XNamespace.Xmlns + "xsi", Instance.NamespaceName));
        }

        return root;
    }

    private void Says(string element, string sentence) => findings.Add(new Finding(PartName, element, sentence));
}
