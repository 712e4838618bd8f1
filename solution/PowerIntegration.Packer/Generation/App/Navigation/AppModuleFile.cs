using System.Xml.Linq;
using PowerIntegration.Packer.Generation.App.Commands;
using PowerIntegration.Packer.Generation.App.Reading;
using PowerIntegration.Packer.Generation.App.Texts;
using PowerIntegration.Packer.Generation.Output;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.App.Navigation;

/// <summary>AppModules: the app with its tables, dashboards, site map and roles.</summary>
internal static class AppModuleFile
{
    // The platform's own icon, which every environment has.
    private const string DefaultIcon = "953b9fac-1e5e-e611-80d6-00155ded156f";

    // Templates of System Administrator and System Customizer, which have the same id in every environment.
    private static readonly string[] PlatformRoles = ["{627090ff-40a3-4053-8790-584edc5be201}", "{119f245c-3cc8-4b62-b31c-d1a046ced15d}"];

    /// <summary>The file.</summary>
    public static GeneratedFile Of(AppModel model)
    {
        SourceElement app = model.Declarations.App;
        string name = app.Attribute("name");
        XElement root = new(
            "AppModule",
            XmlFile.InstanceNamespace,
            new XElement("UniqueName", name),
            new XElement("IntroducedVersion", AppTexts.FirstVersion),
            new XElement("WebResourceId", Icon(model)),
            new XElement("OptimizedFor", ""),
            new XElement("statecode", 0),
            new XElement("statuscode", 1),
            new XElement("FormFactor", 1),
            new XElement("ClientType", 4),
            new XElement("NavigationType", 0),
            new XElement(
                "AppModuleComponents",
                model.Declared.Select(pair => pair.Table.Name).Select(table => Component(1, new XAttribute("schemaName", table))),
                DashboardFiles.Ids(model).Select(id => Component(60, new XAttribute("id", id.ToString("B")))),
                Component(62, new XAttribute("schemaName", name))
            ),
            new XElement(
                "AppModuleRoleMaps",
                app.Below("role").Select(role => RoleId(model, role)).OfType<string>().Concat(PlatformRoles).Select(Role)
            ),
            AppTexts.Names(app.Attribute("label")),
            AppTexts.Descriptions(app.Attribute("help")),
            new XElement(
                "appsettings",
                new XElement(
                    "appsetting",
                    new XAttribute("settingdefinitionid.uniquename", "AppChannel"),
                    new XElement("iscustomizable", 1),
                    new XElement("value", 1)
                )
            )
        );
        return XmlFile.Of($"{AppTexts.Core}/AppModules/{name}/AppModule.xml", root);
    }

    // The icon among the web resources; where the app has none, the platform's.
    private static string Icon(AppModel model)
    {
        Word icon = Word.Of(model.Declarations.App, "icon");
        if (icon.Text.Length == 0)
        {
            return DefaultIcon;
        }

        if (!model.WebResources.Contains(icon.Text) || !icon.Text.EndsWith(".svg", StringComparison.Ordinal))
        {
            model.Refuse(icon.Says($"'{icon.Text}' is not a vector picture of {WebResourceFiles.SourceFolder}. Name one that is."));
        }

        return model.Ids.Of("webresource/" + icon.Text).ToString("D");
    }

    private static XElement Component(int type, XAttribute key) => new("AppModuleComponent", new XAttribute("type", type), key);

    private static XElement Role(string id) => new("Role", new XAttribute("id", id));

    private static string? RoleId(AppModel model, SourceElement role)
    {
        Word name = Word.Of(role, "name");
        if (model.Roles.TryGetValue(name.Text, out string? id))
        {
            return id;
        }

        model.Refuse(name.Says($"No role is named '{name.Text}'. Name one of solution/core/Roles."));
        return null;
    }
}
