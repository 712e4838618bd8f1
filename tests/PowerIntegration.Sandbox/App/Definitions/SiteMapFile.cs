using System.Web;
using System.Xml.Linq;

namespace PowerIntegration.Sandbox.App.Definitions;

/// <summary>Reads <c>AppModuleSiteMaps/x/AppModuleSiteMap.xml</c>.</summary>
internal static class SiteMapFile
{
    private static readonly string[] Settings =
    [
        "SiteMapUniqueName",
        "EnableCollapsibleGroups",
        "ShowHome",
        "ShowPinned",
        "ShowRecents",
        "SiteMap",
        "LocalizedNames",
        "IsCustomizable",
    ];

    private static readonly string[] AreaAttributes = ["Id", "ResourceId", "ShowGroups", "IntroducedVersion", "Title", "Icon", "VectorIcon"];
    private static readonly string[] GroupAttributes = ["Id", "ResourceId", "IntroducedVersion", "Title", "IsProfile"];

    private static readonly string[] SubAreaAttributes =
    [
        "Id",
        "ResourceId",
        "IntroducedVersion",
        "Title",
        "Icon",
        "VectorIcon",
        "Client",
        "PassParams",
        "Sku",
        "AvailableOffline",
        "Entity",
        "Url",
        "DefaultDashboard",
    ];

    /// <summary>Reads the file.</summary>
    /// <param name="file">Its path.</param>
    /// <returns>The unique name of the app and its navigation.</returns>
    public static (string UniqueName, SiteMapDefinition SiteMap) Read(string file)
    {
        var xml = DefinitionXml.Load(file, "AppModuleSiteMap");
        xml.Know(xml.Root, [], Settings);
        var map = xml.Child(xml.Root, "SiteMap");
        xml.Know(map, ["IntroducedVersion"], ["Area"]);
        return (
            xml.Child(xml.Root, "SiteMapUniqueName").Value.Trim(),
            new SiteMapDefinition([.. map.Elements("Area").Select(area => Area(xml, area))])
        );
    }

    private static SiteMapArea Area(DefinitionXml xml, XElement area)
    {
        xml.Know(area, AreaAttributes, ["Titles", "Descriptions", "Group"]);
        return new SiteMapArea(Title(area), [.. area.Elements("Group").Select(group => Group(xml, group))]);
    }

    private static SiteMapGroup Group(DefinitionXml xml, XElement group)
    {
        xml.Know(group, GroupAttributes, ["Titles", "Descriptions", "SubArea"]);
        return new SiteMapGroup(Title(group), [.. group.Elements("SubArea").Select(one => SubArea(xml, one))]);
    }

    private static SiteMapSubArea SubArea(DefinitionXml xml, XElement element)
    {
        xml.Know(element, SubAreaAttributes, ["Titles", "Descriptions", "Privilege"]);
        var id = xml.Required(element, "Id");
        var privileges = element.Elements("Privilege").SelectMany(one => Privileges(xml, one)).ToList();
        if (element.Attribute("Url")?.Value is not { Length: > 0 } url)
        {
            return element.Attribute("DefaultDashboard")?.Value is { Length: > 0 } dashboard
                ? new SiteMapSubArea(id, Title(element), null, null, xml.Id(element, dashboard), privileges)
                : new SiteMapSubArea(id, Title(element), xml.Required(element, "Entity"), null, null, privileges);
        }

        return OfUrl(xml, element, id, url, privileges);
    }

    private static SiteMapSubArea OfUrl(
        DefinitionXml xml,
        XElement element,
        string id,
        string url,
        IReadOnlyList<(string Table, string Verb)> privileges
    )
    {
        var mark = url.IndexOf('?', StringComparison.Ordinal);
        var options = HttpUtility.ParseQueryString(mark < 0 ? "" : url[mark..]);
        return (mark < 0 ? url : url[..mark], options["pagetype"]) switch
        {
            ("/main.aspx" or "main.aspx", "dashboard") => new SiteMapSubArea(
                id,
                Title(element),
                null,
                null,
                xml.Id(element, options["id"]),
                privileges
            ),
            ("/main.aspx" or "main.aspx", "entitylist") => new SiteMapSubArea(
                id,
                Title(element),
                options["etn"] ?? throw xml.Refused(element, $"the address '{url}' names no table (etn)"),
                options["viewid"] is { } view ? xml.Id(element, view) : null,
                null,
                privileges
            ),
            _ => throw xml.Refused(
                element,
                $"the address '{url}' is not opened here. Use a table, or /main.aspx with pagetype=entitylist or dashboard"
            ),
        };
    }

    private static IEnumerable<(string Table, string Verb)> Privileges(DefinitionXml xml, XElement element)
    {
        xml.Know(element, ["Entity", "Privilege"], []);
        var table = xml.Required(element, "Entity");
        return xml.Required(element, "Privilege")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(verb => (table, verb));
    }

    private static string Title(XElement element) =>
        element.Element("Titles")?.Element("Title")?.Attribute("Title")?.Value ?? element.Attribute("Title")?.Value ?? "";
}
