using System.Xml.Linq;
using PowerIntegration.Packer.Generation.App.Reading;
using PowerIntegration.Packer.Generation.App.Texts;
using PowerIntegration.Packer.Generation.App.Views;
using PowerIntegration.Packer.Generation.Output;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.App.Navigation;

/// <summary>AppModuleSiteMaps: what people navigate, in the order of the declaration.</summary>
internal sealed class SiteMapFile
{
    private const string MapVersion = "7.0.0.0";

    private readonly AppModel model;
    private readonly AppViews views;
    private readonly HashSet<string> ids = new(StringComparer.OrdinalIgnoreCase);

    private SiteMapFile(AppModel model, AppViews views)
    {
        this.model = model;
        this.views = views;
    }

    /// <summary>The file.</summary>
    public static GeneratedFile Of(AppModel model, AppViews views) => new SiteMapFile(model, views).Make();

    private GeneratedFile Make()
    {
        SourceElement app = model.Declarations.App;
        string name = app.Attribute("name");
        XElement root = new(
            "AppModuleSiteMap",
            XmlFile.InstanceNamespace,
            new XElement("SiteMapUniqueName", name),
            new XElement("EnableCollapsibleGroups", "False"),
            new XElement("ShowHome", "True"),
            new XElement("ShowPinned", "True"),
            new XElement("ShowRecents", "True"),
            new XElement("SiteMap", new XAttribute("IntroducedVersion", MapVersion), app.Below("area").Select(Area)),
            AppTexts.Names(app.Attribute("label"))
        );
        return XmlFile.Of($"{AppTexts.Core}/AppModuleSiteMaps/{name}/AppModuleSiteMap.xml", root);
    }

    private XElement Area(SourceElement area)
    {
        SourceElement[] own = [.. Entries(area)];
        return new XElement(
            "Area",
            Id(area, "area", area.Attribute("name")),
            new XAttribute("ResourceId", "SitemapDesigner.NewArea"),
            new XAttribute("ShowGroups", "true"),
            new XAttribute("IntroducedVersion", MapVersion),
            Titles(area.Attribute("name")),
            own.Length > 0 ? Group(area, own) : null,
            area.Below("group").Select(group => Group(group, [.. Entries(group)]))
        );
    }

    private XElement Group(SourceElement group, SourceElement[] entries) =>
        new(
            "Group",
            Id(group, "group", group.Attribute("name")),
            new XAttribute("ResourceId", "SitemapDesigner.NewGroup"),
            new XAttribute("IntroducedVersion", MapVersion),
            Titles(group.Attribute("name")),
            entries.Select(Entry).OfType<XElement>()
        );

    private static IEnumerable<SourceElement> Entries(SourceElement owner) =>
        owner.Element.Elements().Where(child => child.Name != "group").Select(owner.At);

    private XElement? Entry(SourceElement entry) =>
        entry.Element.Name.LocalName switch
        {
            "table" => Table(entry),
            "list" => List(entry),
            _ => Dashboard(entry),
        };

    private XElement? Table(SourceElement entry) =>
        model.Shown(Word.Of(entry, "table").As(entry.Attribute("name"))) is { } table
            ? SubArea(
                entry,
                table.Name,
                entry.Attribute("label") is { Length: > 0 } label ? label : table.PluralLabel,
                new XAttribute("Entity", table.Name)
            )
            : null;

    private XElement? List(SourceElement entry) =>
        model.Shown(Word.Of(entry, "table")) is { } table && views.Find(table, Word.Of(entry, "view")) is { } view
            ? SubArea(
                entry,
                $"{table.Name}_{view.Name}",
                entry.Attribute("label"),
                new XAttribute("Url", $"/main.aspx?pagetype=entitylist&etn={table.Name}&viewid={views.IdOf(view):B}&viewtype=1039")
            )
            : null;

    private XElement? Dashboard(SourceElement entry) =>
        DashboardFiles.IdOf(model, Word.Of(entry, "dashboard")) is { } id
            ? SubArea(
                entry,
                entry.Attribute("dashboard"),
                entry.Attribute("dashboard"),
                new XAttribute("Url", $"/main.aspx?pagetype=dashboard&id={id:B}")
            )
            : null;

    private XElement SubArea(SourceElement entry, string name, string title, XAttribute target) =>
        new(
            "SubArea",
            Id(entry, "sub", name),
            new XAttribute("ResourceId", "SitemapDesigner.NewSubArea"),
            target,
            new XAttribute("Client", "Web"),
            new XAttribute("PassParams", target.Name == "Entity" ? "true" : "false"),
            Titles(title)
        );

    private XAttribute Id(SourceElement owner, string kind, string name)
    {
        string id = $"{kind}_{AppTexts.Identifier(name)}";
        if (!ids.Add(id))
        {
            model.Refuse(owner.Says($"'{name}' is there twice. Remove one, or give it another name."));
        }

        return new XAttribute("Id", id);
    }

    private static XElement Titles(string title) =>
        new("Titles", new XElement("Title", new XAttribute("LCID", AppTexts.Language), new XAttribute("Title", title)));
}
