using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Targets;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Apps.SiteMaps;

/// <summary>Site maps open tables, dashboards, pages and web resources that exist, each entry under an id of its own.</summary>
internal static class SiteMapCheck
{
    public static IEnumerable<Finding> Find(AppTargets targets) =>
        [
            .. targets.SiteMaps.SelectMany(map => ShapeCheck.Find(map, SiteMapShape.AppModuleSiteMap, complete: false)),
            .. targets.SiteMaps.SelectMany(map => map.Below("SiteMap")).SelectMany(map => Find(targets, map)),
            .. OfTheEnvironment(targets).SelectMany(map => ShapeCheck.Find(map, SiteMapShape.SiteMap, complete: false).Concat(Find(targets, map))),
        ];

    private static IEnumerable<SourceElement> OfTheEnvironment(AppTargets targets) =>
        from solution in targets.Solutions
        from slot in ComponentSlot.All
        where slot.Slot == "SiteMap"
        from map in MergedFiles.Of(solution, slot, managed: false)
        select map;

    private static IEnumerable<Finding> Find(AppTargets targets, SourceElement map)
    {
        SourceElement[] entries = [.. map.Element.Descendants("SubArea").Select(map.At)];
        return
        [
            .. RepeatedIds(map),
            .. entries.SelectMany(entry => SiteMapTarget.Find(targets, entry)),
            .. map.Element.Descendants("Privilege").Select(map.At).SelectMany(privilege => Table(targets, privilege)),
            .. map
                .Element.Descendants()
                .Select(map.At)
                .SelectMany(node => new[] { "Icon", "VectorIcon" }.SelectMany(icon => SiteMapTarget.Icon(targets, node, icon))),
        ];
    }

    private static IEnumerable<Finding> Table(AppTargets targets, SourceElement privilege)
    {
        if (!targets.HasTable(privilege.Attribute("Entity")))
        {
            yield return privilege.Says($"The table '{privilege.Attribute("Entity")}' does not exist. Name a table of the solution.");
        }
    }

    private static IEnumerable<Finding> RepeatedIds(SourceElement map) =>
        map
            .Element.Descendants()
            .Where(node => node.Attribute("Id") is not null)
            .Select(map.At)
            .GroupBy(node => node.Attribute("Id"), StringComparer.OrdinalIgnoreCase)
            .SelectMany(group => group.Skip(1))
            .Select(node => node.Says($"The id {node.Attribute("Id")} appears twice in this site map. Give each entry an id of its own."));
}
