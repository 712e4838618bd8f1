namespace PowerIntegration.Sandbox.App.Definitions;

/// <summary>A dashboard: grids and charts in sections.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its shown name.</param>
/// <param name="Tabs">Its layout.</param>
/// <param name="File">The file that it was read from.</param>
public sealed record DashboardDefinition(Guid Id, string Name, IReadOnlyList<FormTab> Tabs, string File);

/// <summary>Reads <c>Dashboards/{id}.xml</c>.</summary>
internal static class DashboardFile
{
    private static readonly string[] Children =
    [
        "LocalizedNames",
        "Descriptions",
        "FormId",
        "IsCustomizable",
        "IsDefault",
        "FormXml",
        "IntroducedVersion",
        "IsTabletEnabled",
        "CanBeDeleted",
    ];

    /// <summary>Reads the file.</summary>
    /// <param name="file">Its path.</param>
    public static DashboardDefinition Read(string file)
    {
        var xml = DefinitionXml.Load(file, "Dashboard");
        xml.Know(xml.Root, ["unmodified"], Children);
        var id = xml.Child(xml.Root, "FormId");
        var forms = xml.Child(xml.Child(xml.Root, "FormXml"), "forms");
        if (forms.Attribute("type")?.Value is not (null or "dashboard"))
        {
            throw xml.Refused(forms, $"dashboards of type '{forms.Attribute("type")!.Value}' are not drawn here. Use type dashboard");
        }

        var form = xml.Child(forms, "form");
        xml.Know(form, ["maxWidth"], ["tabs"]);
        return new DashboardDefinition(
            xml.Id(id, id.Value.Trim()),
            DefinitionXml.Label(xml.Root.Element("LocalizedNames")),
            LayoutElement.Tabs(xml, xml.Child(form, "tabs")),
            file
        );
    }
}
