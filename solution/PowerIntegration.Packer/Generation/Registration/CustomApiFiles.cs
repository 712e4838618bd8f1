using System.Xml.Linq;
using PowerIntegration.Packer.Generation.Identity;
using PowerIntegration.Packer.Generation.Output;

namespace PowerIntegration.Packer.Generation.Registration;

/// <summary>
/// customapis: one folder for each custom API, one file for each of its parameters and properties. What all of them share is decided here: global
/// actions that flows call, that take no further steps of plug-ins, and that every user with the privilege sees.
/// </summary>
internal static class CustomApiFiles
{
    /// <summary>Folder below the root of the repository.</summary>
    public const string Folder = "solution/core/customapis";

    private const int English = 1033;

    /// <summary>The files of a custom API.</summary>
    public static IEnumerable<GeneratedFile> Of(CustomApiDeclaration api, ComponentIds ids) =>
        [
            XmlFile.Of($"{Folder}/{api.UniqueName}/customapi.xml", Operation(api, ids)),
            .. api.Inputs.Select(field => Field(api, field, "customapirequestparameters", "customapirequestparameter", isParameter: true)),
            .. api.Outputs.Select(field => Field(api, field, "customapiresponseproperties", "customapiresponseproperty", isParameter: false)),
        ];

    private static XElement Operation(CustomApiDeclaration api, ComponentIds ids) =>
        new(
            "customapi",
            new XAttribute("uniquename", api.UniqueName),
            new XElement("allowedcustomprocessingsteptype", 0),
            new XElement("bindingtype", 0),
            Label("description", api.Description),
            Label("displayname", api.DisplayName),
            new XElement("executeprivilegename", api.ExecutePrivilege),
            new XElement("iscustomizable", 1),
            new XElement("isfunction", 0),
            new XElement("isprivate", 0),
            new XElement("name", api.UniqueName),
            new XElement("plugintypeid", new XElement("plugintypeexportkey", AssemblyFile.TypeIdOf(api.Class, ids))),
            new XElement("workflowsdkstepenabled", 0)
        );

    private static GeneratedFile Field(CustomApiDeclaration api, CustomApiField field, string folder, string kind, bool isParameter)
    {
        XElement root = new(
            kind,
            new XAttribute("uniquename", field.Name),
            Label("description", field.Description),
            Label("displayname", DisplayWords.Of(field.Name)),
            new XElement("iscustomizable", 1),
            // A response property has none; import fails on one.
            isParameter ? new XElement("isoptional", field.IsOptional ? 1 : 0) : null,
            new XElement("name", field.Name),
            new XElement("type", field.Type)
        );
        return XmlFile.Of($"{Folder}/{api.UniqueName}/{folder}/{field.Name}/{kind}.xml", root);
    }

    private static XElement Label(string name, string text) =>
        new(
            name,
            new XAttribute("default", text),
            new XElement("label", new XAttribute("description", text), new XAttribute("languagecode", English))
        );
}
