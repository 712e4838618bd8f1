using System.Xml.Linq;
using PowerIntegration.Packer.Generation.App.Reading;
using PowerIntegration.Packer.Generation.App.Tables;
using PowerIntegration.Packer.Generation.App.Texts;
using PowerIntegration.Packer.Generation.App.Views;
using PowerIntegration.Packer.Generation.Output;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.App.Forms;

/// <summary>FormXml: the main form of a table and its quick view form.</summary>
internal static class FormFiles
{
    /// <summary>The files of a table's forms.</summary>
    public static IEnumerable<GeneratedFile> Of(AppModel model, AppViews views, FormScript script, DescribedTable table, TableDeclaration declaration)
    {
        foreach (Word column in declaration.ReadOnly)
        {
            model.Column(table, column);
        }

        if (declaration.Tabs.Count > 0)
        {
            FormLayout layout = new(model, views, table, declaration, MainKey(table));
            XElement tabs = layout.Tabs(declaration.Tabs);
            yield return File(
                model,
                table,
                "main",
                table.Label,
                new XElement(
                    "form",
                    new XAttribute("headerdensity", "HighWithControls"),
                    tabs,
                    layout.Header(declaration.Header),
                    script.Of(table, MainKey(table), layout.Rules)
                )
            );
        }

        if (declaration.QuickSections.Count > 0)
        {
            FormLayout layout = new(model, views, table, declaration, QuickKey(table));
            yield return File(model, table, "quick", $"{table.Label}: quick view", new XElement("form", layout.TabOf(declaration.QuickSections)));
        }
    }

    /// <summary>Id of the quick view form of a table.</summary>
    public static Guid QuickIdOf(AppModel model, DescribedTable table) => model.Ids.Of(QuickKey(table));

    private static string MainKey(DescribedTable table) => $"form/{table.Name}/main";

    private static string QuickKey(DescribedTable table) => $"form/{table.Name}/quick";

    private static GeneratedFile File(AppModel model, DescribedTable table, string type, string name, XElement form)
    {
        string id = model.Ids.Of($"form/{table.Name}/{type}").ToString("B");
        XElement root = new(
            TablePart.Forms.Root,
            XmlFile.InstanceNamespace,
            new XElement(
                "systemform",
                new XElement("formid", id),
                new XElement("IntroducedVersion", AppTexts.FirstVersion),
                new XElement("FormPresentation", 1),
                new XElement("FormActivationState", 1),
                form,
                new XElement("IsCustomizable", 1),
                new XElement("CanBeDeleted", 1),
                AppTexts.Names(name),
                AppTexts.Descriptions(table.Description)
            )
        );
        return XmlFile.Of($"{AppTexts.Core}/{table.Folder}/FormXml/{type}/{id}.xml", root);
    }
}
