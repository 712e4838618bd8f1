using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Generation.App.Charts;
using PowerIntegration.Packer.Generation.App.Commands;
using PowerIntegration.Packer.Generation.App.Forms;
using PowerIntegration.Packer.Generation.App.Navigation;
using PowerIntegration.Packer.Generation.App.Reading;
using PowerIntegration.Packer.Generation.App.Tables;
using PowerIntegration.Packer.Generation.App.Texts;
using PowerIntegration.Packer.Generation.App.Views;
using PowerIntegration.Packer.Generation.Identity;
using PowerIntegration.Packer.Generation.Manifests;
using PowerIntegration.Packer.Generation.Output;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.App;

/// <summary>
/// Makes what ships for the app from the declarations in solution/app: forms, views, charts, dashboards, site map and app, with the places and lists
/// that name them.
/// </summary>
public static class AppGenerator
{
    /// <summary>The verb, as a person types it.</summary>
    public const string Verb = "packer generate app";

    private const string Manifest = AppTexts.Core + "/Other/Solution.xml";
    private const int DashboardType = 60;
    private const int WebResourceType = 61;
    private const int SiteMapType = 62;
    private const int AppType = 80;

    /// <summary>The files, made from a repository.</summary>
    /// <param name="root">Root of the repository.</param>
    /// <exception cref="PackingRefusedException">A declaration or a source has faults; the findings say which.</exception>
    public static GeneratedFiles Generate(string root)
    {
        UnpackedSolution core = UnpackedSolution.Read(Path.Combine(root, AppTexts.Core), file => !Refuse.IsGenerated(file));
        Refuse.Any(core.Unreadable);
        AppModel model = new(
            core,
            DeclarationReader.Read(root),
            ComponentIds.Read(Path.Combine(root, ComponentIds.ListFile)),
            WebResourceFiles.Names(root)
        );
        AppViews views = new(model);
        FormScript script = new(model, model.WebResources.Contains(FormScript.Library));
        GeneratedFile[] files =
        [
            .. model.Declared.SelectMany(pair => FormFiles.Of(model, views, script, pair.Table, pair.Declaration)),
            .. model.Declared.SelectMany(pair => ViewFiles.Of(model, views, pair.Table)),
            .. model.Declared.SelectMany(pair => ChartFiles.Of(model, pair.Table, pair.Declaration)),
            .. DashboardFiles.Of(model, views),
            SiteMapFile.Of(model, views),
            AppModuleFile.Of(model),
            .. CommandFiles.Of(root, model, new Dictionary<string, JsonObject> { [FormScript.Library] = script.Rules }),
        ];
        Refuse.Any([.. model.Faults.Distinct().OrderBy(fault => fault.File, StringComparer.Ordinal)]);
        return new GeneratedFiles(Verb, [.. files, .. Slots(root, model), Listed(root, model)], [.. Places(model)]);
    }

    private static IEnumerable<GeneratedFile> Slots(string root, AppModel model)
    {
        foreach (DescribedTable table in model.Tables)
        {
            string path = $"{AppTexts.Core}/{table.Folder}/Entity.xml";
            bool hasCharts = model.Declared.Any(pair => pair.Table == table && pair.Declaration.Charts.Count > 0);
            yield return EntitySlots.Of(path, File.ReadAllText(Path.Combine(root, path)), hasCharts);
        }
    }

    private static GeneratedFile Listed(string root, AppModel model)
    {
        string name = model.Declarations.App.Attribute("name");
        string[] lines =
        [
            .. DashboardFiles.Ids(model).Select(id => RootComponents.Line(DashboardType, id)).Order(StringComparer.Ordinal),
            .. model.WebResources.Select(resource => RootComponents.Line(WebResourceType, resource)),
            RootComponents.Line(SiteMapType, name),
            RootComponents.Line(AppType, name),
        ];
        return GeneratedFile.OfText(
            Manifest,
            RootComponents.Replace(
                Manifest,
                File.ReadAllText(Path.Combine(root, Manifest)),
                lines,
                [DashboardType, WebResourceType, SiteMapType, AppType]
            )
        );
    }

    private static IEnumerable<GeneratedPlace> Places(AppModel model) =>
        [
            .. model.Tables.SelectMany(table =>
                new[] { TablePart.Forms, TablePart.Views, TablePart.Charts }.Select(part => new GeneratedPlace(
                    $"{AppTexts.Core}/{table.Folder}/{part.Folder}",
                    ".xml"
                ))
            ),
            .. CommandFiles.Places(model),
            new GeneratedPlace(AppTexts.Core + "/Dashboards", ".xml"),
            new GeneratedPlace(AppTexts.Core + "/AppModules", ".xml"),
            new GeneratedPlace(AppTexts.Core + "/AppModuleSiteMaps", ".xml"),
        ];
}
