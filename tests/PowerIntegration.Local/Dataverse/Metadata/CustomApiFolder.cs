using System.Collections.Frozen;
using System.Xml.Linq;

namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>Reads one folder of customapis.</summary>
internal static class CustomApiFolder
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        "allowedcustomprocessingsteptype",
        "bindingtype",
        "description",
        "displayname",
        "executeprivilegename",
        "iscustomizable",
        "isfunction",
        "isprivate",
        "name",
        "plugintypeid",
        "workflowsdkstepenabled"
    );

    private static readonly FrozenSet<string> KnownParameter = FrozenSet.Create(
        "description",
        "displayname",
        "iscustomizable",
        "isoptional",
        "logicalentityname",
        "name",
        "type"
    );

    public static CustomApiDefinition Read(string folder)
    {
        var xml = SolutionXml.Load(Path.Combine(folder, "customapi.xml"), "customapi");
        xml.KnowOnly(xml.Root, Known);
        if (xml.Text(xml.Root, "bindingtype") != "0" || xml.Text(xml.Root, "isfunction") != "0")
        {
            throw xml.Refused(xml.Root, "only unbound actions are run here");
        }

        var pluginType = xml.Root.Element("plugintypeid")?.Elements().FirstOrDefault();
        return new CustomApiDefinition(
            xml.Root.Attribute("uniquename")?.Value ?? throw xml.Refused(xml.Root, "uniquename is missing"),
            pluginType is null ? null : xml.ToId(pluginType, pluginType.Value.Trim()),
            SolutionXml.Optional(xml.Root, "executeprivilegename"),
            ReadParameters(Path.Combine(folder, "customapirequestparameters"), "customapirequestparameter"),
            ReadParameters(Path.Combine(folder, "customapiresponseproperties"), "customapiresponseproperty")
        );
    }

    private static List<CustomApiParameter> ReadParameters(string folder, string root) =>
        !Directory.Exists(folder)
            ? []
            :
            [
                .. Directory
                    .EnumerateDirectories(folder)
                    .Order(StringComparer.Ordinal)
                    .Select(path => ReadParameter(Path.Combine(path, root + ".xml"), root)),
            ];

    private static CustomApiParameter ReadParameter(string file, string root)
    {
        var xml = SolutionXml.Load(file, root);
        xml.KnowOnly(xml.Root, KnownParameter);
        return new CustomApiParameter(
            xml.Root.Attribute("uniquename")?.Value ?? throw xml.Refused(xml.Root, "uniquename is missing"),
            TypeOf(xml, xml.Root),
            xml.Flag(xml.Root, "isoptional", false)
        );
    }

    private static CustomApiType TypeOf(SolutionXml xml, XElement element)
    {
        var type = (CustomApiType)xml.Number(element, "type");
        return Enum.IsDefined(type) ? type : throw xml.Refused(element, $"the parameter type {(int)type} is not passed here");
    }
}
