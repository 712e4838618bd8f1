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

    /// <summary>The refusal of a form that declares scripts.</summary>
    /// <param name="xml">Its file.</param>
    /// <param name="element">Where it declares them.</param>
    public static SolutionRefusedException Scripted(DefinitionXml xml, XElement element) =>
        xml.Refused(element, "the app page here does not run scripts of forms yet. Remove the script, or run it");

    private static FormDefinition Read(DefinitionXml xml, XElement systemForm, string table, bool isQuickView)
    {
        xml.Know(systemForm, ["unmodified"], Children);
        var id = xml.Child(systemForm, "formid");
        var form = xml.Child(systemForm, "form");
        xml.Know(form, FormAttributes, FormChildren);
        RefuseScripts(xml, form);
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
            File = xml.File,
        };
    }

    private static void RefuseScripts(DefinitionXml xml, XElement form)
    {
        if (form.Element("formLibraries") is { HasElements: true } libraries)
        {
            throw Scripted(xml, libraries.Elements().First());
        }

        if (form.Element("events") is { HasElements: true } events)
        {
            throw Scripted(xml, events.Elements().First());
        }
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
