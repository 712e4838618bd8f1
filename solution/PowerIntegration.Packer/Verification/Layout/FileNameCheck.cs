using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Layout;

/// <summary>Each merged file has the root element of its kind and the name that unpacking would give it.</summary>
internal static class FileNameCheck
{
    public static IEnumerable<Finding> Find(Catalogue catalogue) => catalogue.Solutions.SelectMany(Find);

    private static IEnumerable<Finding> Find(UnpackedSolution solution)
    {
        bool needsPlain = solution.Manifest.Text("Managed") != "1";
        return
        [
            .. ComponentSlot.All.SelectMany(slot => MergedFiles.Every(solution, slot).SelectMany(file => OfSlot(solution, slot, file, needsPlain))),
            .. MergedFiles
                .FoldersOfTables(solution)
                .SelectMany(folder =>
                    TablePart.All.SelectMany(part =>
                        MergedFiles.Every(solution, folder, part).SelectMany(file => OfPart(solution, folder, part, file, needsPlain))
                    )
                ),
        ];
    }

    private static IEnumerable<Finding> OfSlot(UnpackedSolution solution, ComponentSlot slot, string file, bool needsPlain)
    {
        SourceElement root = solution.Xml(file);
        if (root.Element.Name != slot.Root)
        {
            return [Root(root, slot.Root)];
        }

        bool isVariant = slot.DiffersWhenManaged && file.EndsWith("_managed.xml", StringComparison.Ordinal);
        string plain = isVariant ? FileName.Unmanaged(file) : file;
        return
        [
            .. slot.ComponentsIn(root.Element)
                .Where(component => !slot.Elements.Contains(component.Name.LocalName, StringComparer.Ordinal))
                .Select(component =>
                    root.Says(
                        component.Name.LocalName,
                        $"The file holds the element {component.Name.LocalName}. Only these belong in it: {List(slot)}."
                    )
                ),
            .. slot.ComponentsIn(root.Element)
                .Where(component => slot.NameOf is not null && slot.FileOf(component) != plain)
                .Select(component => Misnamed(root, slot.FileOf(component))),
            .. isVariant ? WithoutPlain(solution, plain, needsPlain) : [],
        ];
    }

    private static IEnumerable<Finding> OfPart(UnpackedSolution solution, string folder, TablePart part, string file, bool needsPlain)
    {
        SourceElement root = solution.Xml(file);
        if (root.Element.Name != part.Root)
        {
            return [Root(root, part.Root)];
        }

        if (part == TablePart.Ribbon)
        {
            return EmptyRibbon(root);
        }

        XElement[] components = part == TablePart.Charts ? [root.Element] : [.. root.Element.Elements()];
        if (components.Length != 1 || components[0].Name != part.Element)
        {
            return [root.Says(part.Root, $"The file holds {components.Length} elements. It must hold one {part.Element}.")];
        }

        bool isVariant = MergedFiles.IsVariant(file, part);
        string plain = isVariant ? FileName.Unmanaged(file) : file;
        string expected = $"{folder}/{part.FileOf(components[0], file[(folder.Length + 1)..].Split('/')[1])}";
        IEnumerable<Finding> misnamed = expected == plain ? [] : [Misnamed(root, expected)];
        return isVariant ? misnamed.Concat(WithoutPlain(solution, plain, needsPlain)) : misnamed;
    }

    private static IEnumerable<Finding> EmptyRibbon(SourceElement root)
    {
        if (!root.Element.HasElements)
        {
            yield return root.Says(root.Element.Name.LocalName, "The ribbon is empty. Remove the file.");
        }
    }

    private static Finding Root(SourceElement root, string expected) =>
        root.Says("the root element", $"The root element is '{root.Element.Name.LocalName}'. Files of this folder have the root {expected}.");

    private static Finding Misnamed(SourceElement root, string expected) =>
        FileName.StaysInFolder(expected)
            ? root.Says("the file name", $"By its content the file is {expected}. Rename the file or correct its content.")
            : root.Says("the name", $"The name would put the file at '{expected}', which is not a path inside the solution. Correct the name.");

    private static IEnumerable<Finding> WithoutPlain(UnpackedSolution solution, string plain, bool needsPlain) =>
        needsPlain && !solution.Has(plain)
            ? [new Finding(plain, "the file", "Only its managed variant is here. Add the file for an unmanaged package, or remove the variant.")]
            : [];

    private static string List(ComponentSlot slot) => string.Join(", ", slot.Elements);
}
