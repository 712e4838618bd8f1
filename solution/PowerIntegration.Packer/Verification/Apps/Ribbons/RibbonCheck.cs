using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Targets;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Apps.Ribbons;

/// <summary>Ribbons hold known elements, and name commands, rules, texts, tables, columns and functions that exist.</summary>
internal static class RibbonCheck
{
    // What is there for the sake of its content.
    private static readonly string[] Filled = ["CommandUIDefinition", "EnableRule", "DisplayRule", "OrRule", "Or", "Titles"];

    public static IEnumerable<Finding> Find(AppTargets targets) =>
        [
            .. from solution in targets.Solutions
            from folder in MergedFiles.FoldersOfTables(solution)
            from ribbon in MergedFiles.Of(solution, folder, TablePart.Ribbon, managed: false)
            from finding in Find(targets, ribbon, LogicalName.Of(folder["Entities/".Length..]))
            select finding,
            .. from solution in targets.Solutions
            from slot in ComponentSlot.All
            where slot.Slot == TablePart.Ribbon.Slot
            from ribbon in MergedFiles.Of(solution, slot, managed: false)
            from finding in Find(targets, ribbon, null)
            select finding,
        ];

    private static IEnumerable<Finding> Find(AppTargets targets, SourceElement ribbon, string? table)
    {
        SourceElement[] elements = [.. ribbon.Element.DescendantsAndSelf().Select(ribbon.At)];
        return
        [
            .. elements.SelectMany(Element),
            .. RepeatedIds(elements),
            .. RibbonReferences.Find(targets, ribbon),
            .. RibbonTargets.Find(targets, ribbon, table),
            .. elements.Where(element => element.Attribute("Location").Length > 0).SelectMany(element => Location(element, table)),
        ];
    }

    private static IEnumerable<Finding> Element(SourceElement element)
    {
        if (RibbonShape.Of(element.Element) is not { } shape)
        {
            yield break;
        }

        foreach (Finding finding in ShapeCheck.Find(element, shape, complete: false))
        {
            yield return finding;
        }

        if (Filled.Contains(element.Element.Name.LocalName) && shape.Children.Count > 0 && !element.Element.HasElements)
        {
            yield return element.Says($"The element {element.Element.Name.LocalName} is empty. Add what it is there for, or remove it.");
        }
    }

    private static IEnumerable<Finding> RepeatedIds(SourceElement[] elements) =>
        elements
            .Where(element => element.Attribute("Id").Length > 0 && element.Element.Ancestors("CommandDefinition").FirstOrDefault() is null)
            .GroupBy(element => (element.Element.Name.LocalName, element.Attribute("Id")))
            .SelectMany(group => group.Skip(1))
            .Select(element => element.Says($"The id {element.Attribute("Id")} appears twice in this ribbon. Give each element an id of its own."));

    private static IEnumerable<Finding> Location(SourceElement action, string? table)
    {
        string[] steps = action.Attribute("Location").Split('.');
        bool isOfTable = steps.Length > 2 && steps[0] == "Mscrm" && steps[1] is "Form" or "HomepageGrid" or "SubGrid";
        if (isOfTable && table is not null && steps[2] != table && steps[2] != "{!EntityLogicalName}")
        {
            yield return action.Says($"The location is on the table '{steps[2]}', and this is the ribbon of {table}. Write {table} in the location.");
        }
    }
}
