using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Targets;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Apps.Modules;

/// <summary>Apps name tables, views, forms, a site map and roles that exist.</summary>
internal static class AppModuleCheck
{
    // The platform's own icon, which every environment has.
    private static readonly Guid DefaultIcon = new("953b9fac-1e5e-e611-80d6-00155ded156f");

    public static IEnumerable<Finding> Find(AppTargets targets) => targets.Apps.SelectMany(app => Find(targets, app));

    private static IEnumerable<Finding> Find(AppTargets targets, SourceElement app)
    {
        SourceElement[] components = [.. app.Below("AppModuleComponents", "AppModuleComponent")];
        return
        [
            .. ShapeCheck.Find(app, AppModuleShape.AppModule, complete: false),
            .. components.SelectMany(component => Component(targets, component)),
            .. Repeated(components),
            .. SiteMap(app, components),
            .. Icon(targets, app),
            .. Status(app),
            .. app.Below("AppModuleRoleMaps", "Role")
                .Where(role => !targets.HasRole(role.Attribute("id")))
                .Select(role => role.Says($"No role has the id {role.Attribute("id")}. Name a role of the solution.")),
            .. Repeated(app, "AppModuleRoleMaps", "Role", "id"),
            .. Repeated(app, "appsettings", "appsetting", "settingdefinitionid.uniquename"),
        ];
    }

    private static IEnumerable<Finding> Component(AppTargets targets, SourceElement component)
    {
        string id = component.Attribute("id");
        string name = component.Attribute("schemaName");
        (string kind, bool exists) = component.Attribute("type") switch
        {
            "1" => ("table", targets.HasTable(name)),
            "26" => ("view", AppTargets.Find(targets.Views, TablePart.Views, id) is not null),
            "29" => ("process", targets.HasFlow(id)),
            "59" => ("chart", AppTargets.Find(targets.Charts, TablePart.Charts, id) is not null),
            "60" => ("form or dashboard", AppTargets.Find(targets.Forms, TablePart.Forms, id) is not null || HasDashboard(targets, id)),
            "62" => ("site map", targets.SiteMaps.Any(map => map.Text("SiteMapUniqueName") == name)),
            "300" => ("custom page", targets.CanvasApps.Any(page => page.Text("Name") == name)),
            _ => ("", true),
        };
        if (!exists)
        {
            yield return component.Says($"The {kind} '{id}{name}' does not exist. Name one of the solution.");
        }
    }

    private static bool HasDashboard(AppTargets targets, string id) =>
        targets.Dashboards.Any(dashboard => AppTargets.IdOf(dashboard.Text("FormId")) == AppTargets.IdOf(id));

    private static IEnumerable<Finding> Repeated(SourceElement[] components) =>
        components
            .GroupBy(component => $"{component.Attribute("type")} {component.Attribute("id")}{component.Attribute("schemaName")}")
            .SelectMany(group => group.Skip(1))
            .Select(component => component.Says("The component is listed twice. Remove one line."));

    private static IEnumerable<Finding> Repeated(SourceElement app, string list, string item, string key) =>
        app.Below(list, item)
            .GroupBy(found => found.Attribute(key), StringComparer.OrdinalIgnoreCase)
            .SelectMany(group => group.Skip(1))
            .Select(found => found.Says($"The {key} {found.Attribute(key)} is listed twice. Remove one."));

    private static IEnumerable<Finding> SiteMap(SourceElement app, SourceElement[] components)
    {
        string[] maps =
        [
            .. components.Where(component => component.Attribute("type") == "62").Select(component => component.Attribute("schemaName")),
        ];
        if (maps.Length != 1 || maps[0] != app.Text("UniqueName"))
        {
            yield return app.Says(
                $"An app lists one site map, named like itself. List type 62 with the schemaName {app.Text("UniqueName")}, and no other."
            );
        }
    }

    private static IEnumerable<Finding> Icon(AppTargets targets, SourceElement app)
    {
        Guid icon = AppTargets.IdOf(app.Text("WebResourceId"));
        if (icon != Guid.Empty && icon != DefaultIcon && targets.WebResource(icon) is null)
        {
            yield return app.Says($"No web resource has the id {icon}, which WebResourceId names. Name one of the solution, or {DefaultIcon}.");
        }
    }

    private static IEnumerable<Finding> Status(SourceElement app)
    {
        if ((app.Text("statecode"), app.Text("statuscode")) is not (("0", "1") or ("1", "2")))
        {
            yield return app.Says("statecode and statuscode do not belong together. Write 0 and 1 for an active app, 1 and 2 for an inactive one.");
        }
    }
}
