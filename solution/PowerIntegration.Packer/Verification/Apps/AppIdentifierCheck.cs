using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Apps.Targets;

namespace PowerIntegration.Packer.Verification.Apps;

/// <summary>Every form, view, chart, dashboard and web resource has an id of its own.</summary>
internal static class AppIdentifierCheck
{
    public static IEnumerable<Finding> Find(AppTargets targets) =>
        All(targets)
            .Where(pair => pair.Id != Guid.Empty)
            .GroupBy(pair => pair.Id)
            .SelectMany(group =>
                group
                    .Skip(1)
                    .Select(pair =>
                        pair.Source.Says($"The id {group.Key} is also that of {group.First().Source.File}. Give each component an id of its own.")
                    )
            );

    private static IEnumerable<(SourceElement Source, Guid Id)> All(AppTargets targets) =>
        [
            .. targets.Forms.Select(form => (form.Source, AppTargets.IdOf(form.Source.Text("formid")))),
            .. targets.Views.Select(view => (view.Source, AppTargets.IdOf(view.Source.Text("savedqueryid")))),
            .. targets.Charts.Select(chart => (chart.Source, AppTargets.IdOf(chart.Source.Text("savedqueryvisualizationid")))),
            .. targets.Dashboards.Select(dashboard => (dashboard, AppTargets.IdOf(dashboard.Text("FormId")))),
            .. targets.WebResources.Select(resource => (resource, AppTargets.IdOf(resource.Text("WebResourceId")))),
        ];
}
