using System.Collections.Frozen;
using System.Xml.Linq;

namespace PowerIntegration.Sandbox.App.Definitions;

/// <summary>Reads a <c>control</c> element of a form or dashboard.</summary>
internal static class ControlElement
{
    private const int PageSizeDefault = 10;

    private static readonly string[] Attributes =
    [
        "id",
        "classid",
        "datafieldname",
        "disabled",
        "uniqueid",
        "indicationOfSubgrid",
        "isunbound",
        "isrequired",
    ];

    // The platform does not check that the class fits the column, and neither is it decided here: the column's own type decides.
    private static readonly FrozenSet<Guid> FieldClasses = new[]
    {
        "4273EDBD-AC1D-40D3-9FB2-095C621B552D", // text
        "E0DECE4B-6FC8-4A8F-A065-082708572369", // multiple lines
        "ADA2203E-B4CD-49BE-9DDF-234642B43B52", // e-mail
        "71716B6C-711E-476C-8AB8-5D11542BFB47", // address of a page
        "C6D124CA-7EDA-4A60-AEA9-7FB8D318B68F", // whole number
        "C3EFE0C3-0EC6-42BE-8349-CBD9079DFD8E", // decimal
        "533B9E00-756B-4312-95A0-DC888637AC78", // money
        "3EF39988-22BB-4F0B-BBBE-64B5A3748AEE", // choice
        "5D68B988-0661-4DB2-BC3E-17598AD3BE6C", // status reason
        "67FAC785-CD58-4F9F-ABB3-4B7DDC6ED5ED", // yes or no
        "B0C6723A-8503-4FD7-BB28-C8A06AC933C2", // yes or no, as a check box
        "270BD3DB-D9AF-4782-9025-509E298DEC0A", // lookup
        "5B773807-9FB2-42DB-97C3-7A91EFF8ADFF", // date
    }
        .Select(Guid.Parse)
        .ToFrozenSet();

    private static readonly Guid GridClass = new("E7A81278-8635-4D9E-8D4D-59480B391C5B");
    private static readonly Guid QuickViewClass = new("5C5600E0-1D6E-4205-A272-BE80DA87FD42");

    private static readonly Guid PageClass = new("9FDF5F91-88B1-47F4-AD53-C11EFC01A01D");

    private static readonly string[] PageParameters =
    [
        "Url",
        "Data",
        "PassParameters",
        "ShowOnMobileClient",
        "Security",
        "Scrolling",
        "Border",
        "WebResourceId",
    ];

    private static readonly string[] LookupParameters =
    [
        "AutoResolve",
        "DisableMru",
        "DisableQuickFind",
        "DisableViewPicker",
        "DefaultViewId",
        "AllowFilterOff",
        "AvailableViewIds",
        "IsInlineNewEnabled",
        "ViewPickerEnabled",
    ];

    private static readonly string[] GridParameters =
    [
        "TargetEntityType",
        "ViewId",
        "ViewIds",
        "IsUserView",
        "RelationshipName",
        "AutoExpand",
        "EnableQuickFind",
        "EnableViewPicker",
        "EnableJumpBar",
        "EnableChartPicker",
        "EnableContextualActions",
        "ChartGridMode",
        "RecordsPerPage",
        "VisualizationId",
        "IsUserChart",
        "HeaderColorCode",
        "RelationshipRoleOrdinal",
    ];

    /// <summary>Reads the element.</summary>
    /// <param name="xml">Its file.</param>
    /// <param name="control">The element.</param>
    public static FormControl Read(DefinitionXml xml, XElement control)
    {
        xml.Know(control, Attributes, ["parameters", "labels"]);
        var id = xml.Required(control, "id");
        var classId = xml.Id(control, control.Attribute("classid")?.Value);
        if (FieldClasses.Contains(classId))
        {
            return Field(xml, control, id);
        }

        return classId == GridClass ? Grid(xml, control, id)
            : classId == QuickViewClass ? QuickView(xml, control, id)
            : classId == PageClass ? Page(xml, control, id)
            : throw xml.Refused(control, $"the app page here does not draw controls of class {classId:B}. Use another control, or draw it");
    }

    private static FieldControl Field(DefinitionXml xml, XElement control, string id)
    {
        var view = (Guid?)null;
        if (control.Element("parameters") is { } parameters)
        {
            xml.Know(parameters, [], LookupParameters);
            view = parameters.Element("DefaultViewId") is { Value.Length: > 0 } named ? xml.Id(named, named.Value.Trim()) : null;
        }

        return new FieldControl(id, xml.Required(control, "datafieldname"), DefinitionXml.Flag(control.Attribute("disabled")?.Value, false), view);
    }

    private static GridControl Grid(DefinitionXml xml, XElement control, string id)
    {
        var parameters = xml.Child(control, "parameters");
        xml.Know(parameters, [], GridParameters);
        var view = xml.Child(parameters, "ViewId");
        var chart = parameters.Element("VisualizationId");
        return new GridControl(
            id,
            xml.Child(parameters, "TargetEntityType").Value.Trim(),
            xml.Id(view, view.Value.Trim()),
            Text(parameters, "RelationshipName"),
            Text(parameters, "ChartGridMode") switch
            {
                null or "Grid" => GridMode.Grid,
                "Chart" => GridMode.Chart,
                "All" => GridMode.All,
                var other => throw xml.Refused(parameters, $"the mode '{other}' is not drawn here. Use Grid, Chart or All"),
            },
            Text(parameters, "VisualizationId") is { } named ? xml.Id(chart!, named) : null,
            Text(parameters, "RecordsPerPage") is { } rows && int.TryParse(rows, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : PageSizeDefault
        );
    }

    private static QuickViewControl QuickView(DefinitionXml xml, XElement control, string id)
    {
        var parameters = xml.Child(control, "parameters");
        xml.Know(parameters, [], ["QuickForms", "ControlMode", "DisplayAsCustomer360Tile"]);
        var forms = xml.Child(parameters, "QuickForms");
        // The platform writes the list as a text of its own; by hand it is often written as elements.
        var list = forms.HasElements ? forms.Elements().First() : Parse(xml, forms);
        return new QuickViewControl(
            id,
            xml.Required(control, "datafieldname"),
            list.Elements().ToDictionary(form => xml.Required(form, "entityname"), form => xml.Id(form, form.Value.Trim()))
        );
    }

    private static PageControl Page(DefinitionXml xml, XElement control, string id)
    {
        var parameters = xml.Child(control, "parameters");
        xml.Know(parameters, [], PageParameters);
        // A page that does not get the record, or not the platform's objects, is another page than those that are drawn here.
        if (Text(parameters, "PassParameters") != "true" || Text(parameters, "Security") is not (null or "false"))
        {
            throw xml.Refused(
                parameters,
                "pages on forms get the record and the platform's objects here. Write PassParameters true and Security false"
            );
        }

        var url = xml.Child(parameters, "Url").Value.Trim();
        return new PageControl(id, url.Replace("$webresource:", "", StringComparison.Ordinal), Text(parameters, "Data") ?? "");
    }

    private static XElement Parse(DefinitionXml xml, XElement forms)
    {
        try
        {
            return XElement.Parse(forms.Value);
        }
        catch (System.Xml.XmlException exception)
        {
            throw xml.Refused(forms, $"the list of quick view forms is not valid XML: {exception.Message}");
        }
    }

    private static string? Text(XElement parameters, string name) => parameters.Element(name)?.Value.Trim() is { Length: > 0 } text ? text : null;
}
