using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Manifests;

/// <summary>
/// Customizations.xml has an empty slot for everything that packing puts into it. The platform's own packer leaves out what has no slot.
/// </summary>
internal static class CustomizationsCheck
{
    public static IEnumerable<Finding> Find(Catalogue catalogue) => catalogue.Solutions.SelectMany(Find);

    private static IEnumerable<Finding> Find(UnpackedSolution solution) =>
        [
            .. ShapeCheck.Find(solution.Customizations, CustomizationsShape.Root, solution.IsOwn),
            .. Needed(solution).SelectMany(slot => Missing(solution.Customizations, slot)),
            .. CustomizationsShape.Slots.Concat(CustomizationsShape.RareSlots.Values).SelectMany(slot => Filled(solution.Customizations, slot)),
        ];

    private static IEnumerable<string> Needed(UnpackedSolution solution) =>
        solution.IsOwn
            ? CustomizationsShape.Slots.Concat(CustomizationsShape.RareSlots.Values.Where(slot => IsFilled(solution, slot)))
            : ComponentSlot.All.Select(slot => slot.Slot).Distinct().Where(slot => IsFilled(solution, slot));

    private static bool IsFilled(UnpackedSolution solution, string slot) =>
        ComponentSlot.All.Any(known => known.Slot == slot && solution.FilesIn(known.Folder, known.FileEnding).Any());

    private static IEnumerable<Finding> Missing(SourceElement customizations, string slot)
    {
        if (customizations.Element.Element(slot) is null)
        {
            yield return customizations.Says(
                $"The slot {slot} is missing, and packing would leave its components out silently. Add the empty element."
            );
        }
    }

    private static IEnumerable<Finding> Filled(SourceElement customizations, string name) =>
        customizations
            .Below(name)
            .Where(slot => slot.Element.HasElements || slot.Element.HasAttributes || !string.IsNullOrWhiteSpace(slot.Element.Value))
            .Select(slot => slot.Says($"The slot is not empty, and nothing checks what it holds. {Instead(name)}"));

    private static string Instead(string slot) =>
        ComponentSlot.All.FirstOrDefault(known => known.Slot == slot && FileCheck.KnowsFolder(known.Folder)) is { } known
            ? $"Move each into a file of its own under {known.Folder}."
            : "Components of this kind are not supported here; empty the slot.";
}
