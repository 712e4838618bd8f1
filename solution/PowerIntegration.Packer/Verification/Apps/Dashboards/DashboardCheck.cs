using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Forms;
using PowerIntegration.Packer.Verification.Apps.Grids;
using PowerIntegration.Packer.Verification.Apps.Targets;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Apps.Dashboards;

/// <summary>Dashboards show charts, lists and pages that exist, each part under an id of its own.</summary>
internal static class DashboardCheck
{
    private static readonly string[] Shown = ["grid", "web resource", "web page"];

    public static IEnumerable<Finding> Find(AppTargets targets) => targets.Dashboards.SelectMany(dashboard => Find(targets, dashboard));

    private static IEnumerable<Finding> Find(AppTargets targets, SourceElement dashboard)
    {
        SourceElement[] controls = [.. dashboard.Element.Descendants("control").Select(dashboard.At)];
        return
        [
            .. ShapeCheck.Find(dashboard, DashboardShape.Dashboard, complete: false),
            .. FormIds.Repeated(dashboard),
            .. FormIds.RepeatedControls(controls),
            .. controls.SelectMany(control => Control(targets, control)),
            .. dashboard.Element.Descendants("cell").SelectMany(cell => CellHeight.Find(dashboard.At(cell))),
        ];
    }

    private static IEnumerable<Finding> Control(AppTargets targets, SourceElement control)
    {
        string? kind = ControlClass.Of(control.Attribute("classid"))?.Name;
        return !Shown.Contains(kind)
                ? [control.Says($"The class id {control.Attribute("classid")} is not shown by dashboards. Use a grid, a web resource or a web page.")]
            : kind == "grid" ? GridCheck.Find(targets, control, formTable: null)
            : [];
    }
}
