using System.Xml.Linq;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Layout;

/// <summary>Other/Customizations.xml has known sections only, one for each kind of file there is, and those that take files are empty.</summary>
internal static class SectionCheck
{
    public static IEnumerable<Finding> Find(Catalogue catalogue) => catalogue.Solutions.SelectMany(Find);

    private static IEnumerable<Finding> Find(UnpackedSolution solution)
    {
        SourceElement root = solution.Customizations;
        foreach (XElement section in root.Element.Elements())
        {
            string name = section.Name.LocalName;
            ComponentSlot? slot = ComponentSlot.All.FirstOrDefault(slot => slot.Slot == name);
            if (slot is null && !SolutionLayout.KeptSections.Contains(name, StringComparer.Ordinal))
            {
                yield return root.Says(name, $"Unknown section '{name}'. Correct its spelling or remove it.");
            }
            else if (slot?.NameOf is not null && section.HasElements)
            {
                yield return root.Says(name, $"The section {name} must be empty. Move what it holds to files in the folder {slot.Folder}.");
            }

            if (section.ElementsBeforeSelf(section.Name).Any())
            {
                yield return root.Says(name, $"The section {name} appears twice. Remove one.");
            }
        }

        foreach (Finding finding in MissingSections(solution))
        {
            yield return finding;
        }

        foreach (string folder in MergedFiles.FoldersOfTables(solution))
        {
            foreach (Finding finding in Slots(solution, folder))
            {
                yield return finding;
            }
        }
    }

    // Microsoft's packer leaves a component out without a word where its section is missing.
    private static IEnumerable<Finding> MissingSections(UnpackedSolution solution) =>
        ComponentSlot
            .All.Where(slot => MergedFiles.Every(solution, slot).Any() && solution.Customizations.Element.Element(slot.Slot) is null)
            .Select(slot =>
                solution.Customizations.Says(
                    slot.Slot,
                    $"The slot is missing, so that nothing in the folder {slot.Folder} would be packed. Add the empty element."
                )
            );

    private static IEnumerable<Finding> Slots(UnpackedSolution solution, string folder)
    {
        SourceElement table = solution.Xml($"{folder}/Entity.xml");
        foreach (TablePart part in TablePart.All)
        {
            XElement? slot = table.Element.Element(part.Slot);
            if (slot is null && MergedFiles.Every(solution, folder, part).Any())
            {
                yield return table.Says(part.Slot, $"The element {part.Slot} is missing, so files of this table would be left out. Add it, empty.");
            }
            else if (slot?.HasElements == true)
            {
                yield return table.Says(part.Slot, $"The element {part.Slot} must be empty. Move what it holds to files in the folder {folder}.");
            }
        }
    }
}
