using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Charts;
using PowerIntegration.Packer.Verification.Apps.Commands;
using PowerIntegration.Packer.Verification.Apps.Dashboards;
using PowerIntegration.Packer.Verification.Apps.Forms;
using PowerIntegration.Packer.Verification.Apps.Modules;
using PowerIntegration.Packer.Verification.Apps.Ribbons;
using PowerIntegration.Packer.Verification.Apps.SiteMaps;
using PowerIntegration.Packer.Verification.Apps.Targets;
using PowerIntegration.Packer.Verification.Apps.Views;
using PowerIntegration.Packer.Verification.Apps.WebResources;

namespace PowerIntegration.Packer.Verification.Apps;

/// <summary>Everything that people see and click: forms, views, charts, dashboards, site maps, apps, web resources, commands and ribbons.</summary>
internal static class AppChecks
{
    private static readonly Func<AppTargets, IEnumerable<Finding>>[] Checks =
    [
        FormCheck.Find,
        ViewCheck.Find,
        ViewSetCheck.Find,
        ChartCheck.Find,
        DashboardCheck.Find,
        SiteMapCheck.Find,
        AppModuleCheck.Find,
        WebResourceCheck.Find,
        CommandCheck.Find,
        RibbonCheck.Find,
        AppIdentifierCheck.Find,
    ];

    public static IEnumerable<Finding> Find(Catalogue catalogue)
    {
        AppTargets targets = new(catalogue);
        return Checks.SelectMany(check => check(targets));
    }
}
