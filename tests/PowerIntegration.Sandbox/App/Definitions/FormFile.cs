using System.Xml.Linq;
using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Sandbox.App.Definitions;

/// <summary>Reads <c>FormXml/main/{id}.xml</c> and <c>FormXml/quick/{id}.xml</c>.</summary>
internal static class FormFile
{
    private static readonly string[] Children =
    [
        "formid",
        "IntroducedVersion",
        "FormPresentation",
        "FormActivationState",
        "form",
        "IsCustomizable",
        "CanBeDeleted",
        "LocalizedNames",
        "Descriptions",
    ];

    private static readonly string[] FormAttributes =
    [
        "headerdensity",
        "shownavigationbar",
        "showImage",
        "maxWidth",
        "hasmargin",
        "enablerelatedinformationcollapsible",
        "relatedInformationCollapsed",
    ];

    private static readonly string[] FormChildren =
    [
        "ancestor",
        "hiddencontrols",
        "tabs",
        "header",
        "footer",
        "Navigation",
        "DisplayConditions",
        "events",
        "formLibraries",
    ];

    /// <summary>Reads the file; it may hold several forms.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="table">The table of the folder that it is in.</param>
    /// <param name="isQuickView">Whether it is in the folder of quick view forms.</param>
    public static IReadOnlyList<FormDefinition> Read(string file, string table, bool isQuickView)
    {
        var xml = DefinitionXml.Load(file, "forms");
        xml.Know(xml.Root, ["type"], ["systemform"]);
        return [.. xml.Root.Elements().Select(form => Read(xml, form, table, isQuickView))];
    }

    /// <summary>The refusal of a script that is not called when a form is shown.</summary>
    /// <param name="xml">Its file.</param>
    /// <param name="element">Where it is declared.</param>
    public static SolutionRefusedException Scripted(DefinitionXml xml, XElement element) =>
        xml.Refused(element, "the app page here runs scripts of forms at the event onload alone. Call it there, or draw the event");

    private static FormDefinition Read(DefinitionXml xml, XElement systemForm, string table, bool isQuickView)
    {
        xml.Know(systemForm, ["unmodified"], Children);
        var id = xml.Child(systemForm, "formid");
        var form = xml.Child(systemForm, "form");
        xml.Know(form, FormAttributes, FormChildren);
        var conditions = form.Element("DisplayConditions");
        return new FormDefinition
        {
            Id = xml.Id(id, id.Value.Trim()),
            Table = table,
            Name = DefinitionXml.Label(systemForm.Element("LocalizedNames")),
            IsQuickView = isQuickView,
            Roles = Roles(xml, conditions),
            Order = conditions is null ? 0 : xml.Number(conditions, "Order", 0),
            Tabs = LayoutElement.Tabs(xml, xml.Child(form, "tabs")),
            Header = LayoutElement.Header(xml, form.Element("header")),
            OnLoad = OnLoad(xml, form),
            File = xml.File,
        };
    }

    private static List<RibbonFunction> OnLoad(DefinitionXml xml, XElement form)
    {
        var libraries = form.Element("formLibraries") is { } list ? list.Elements().Select(one => xml.Required(one, "name")).ToList() : [];
        var found = new List<RibbonFunction>();
        foreach (var one in form.Element("events")?.Elements() ?? [])
        {
            xml.Know(one, ["name", "application", "active"], ["Handlers"]);
            if (xml.Required(one, "name") != "onload")
            {
                throw Scripted(xml, one);
            }

            found.AddRange(xml.Child(one, "Handlers").Elements().Select(handler => Handler(xml, handler, libraries)));
        }

        return found;
    }

    private static RibbonFunction Handler(DefinitionXml xml, XElement handler, List<string> libraries)
    {
        xml.Know(handler, ["functionName", "libraryName", "handlerUniqueId", "enabled", "parameters", "passExecutionContext"], []);
        var library = xml.Required(handler, "libraryName");
        if (!libraries.Contains(library))
        {
            throw xml.Refused(handler, $"the script {library} is not in the list formLibraries. Add it");
        }

        if (!DefinitionXml.Flag(handler.Attribute("passExecutionContext")?.Value, false) || handler.Attribute("parameters")?.Value.Length > 0)
        {
            throw xml.Refused(handler, "functions of forms get the context of the event and nothing else here. Write passExecutionContext=\"true\"");
        }

        return new RibbonFunction(xml.Required(handler, "functionName"), library, []);
    }

    private static IReadOnlyList<Guid>? Roles(DefinitionXml xml, XElement? conditions)
    {
        if (conditions is null)
        {
            return null;
        }

        xml.Know(conditions, ["Order", "FallbackForm"], ["Everyone", "Role"]);
        return conditions.Element("Everyone") is not null
            ? null
            : [.. conditions.Elements("Role").Select(role => xml.Id(role, role.Attribute("Id")?.Value))];
    }
}
