using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Plugins;

/// <summary>Custom APIs name a registered type, demand a privilege that exists, and take and give typed values.</summary>
internal static class CustomApiCheck
{
    private static readonly string[] Types = ["0", "1", "2", "7", "10", "12"];

    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        catalogue.CustomApis.SelectMany(api => Api(catalogue, api)).Concat(catalogue.All("customapis", ".xml").SelectMany(Part));

    private static IEnumerable<Finding> Api(Catalogue catalogue, SourceElement api)
    {
        string name = api.Attribute("uniquename");
        if (!Publisher.Owns(name) || api.File != $"customapis/{name}/customapi.xml" || api.Text("name") != name)
        {
            yield return api.Says(name, $"The unique name begins with {Publisher.Prefix}_ and is also the name and the folder.");
        }

        string key = api.Element.Element("plugintypeid")?.Element("plugintypeexportkey")?.Value ?? "";
        if (!catalogue.PluginTypes.Any(type => type.Attribute("PluginTypeId") == key))
        {
            yield return api.Says(name, $"No assembly registers a plug-in type with the id '{key}'.");
        }

        if (!catalogue.HasPrivilege(api.Text("executeprivilegename")))
        {
            yield return api.Says(
                name,
                $"The privilege '{api.Text("executeprivilegename")}' does not exist. Name one of an own table, so that not everybody may call it."
            );
        }

        Dictionary<string, string> fixedValues = new()
        {
            ["isfunction"] = "0",
            ["bindingtype"] = "0",
            ["allowedcustomprocessingsteptype"] = "0",
            ["workflowsdkstepenabled"] = "0",
        };
        foreach (string element in fixedValues.Where(pair => api.Text(pair.Key) != pair.Value).Select(pair => pair.Key))
        {
            yield return api.Says(
                name,
                $"{element} is '{api.Text(element)}'; it must be {fixedValues[element]}: "
                    + "flows call actions, and no one hooks into them. It cannot be changed after the first import."
            );
        }
    }

    private static IEnumerable<Finding> Part(SourceElement part)
    {
        string kind = part.Element.Name.LocalName;
        string name = part.Attribute("uniquename");
        if (kind == "customapi")
        {
            yield break;
        }

        if (!Types.Contains(part.Text("type")))
        {
            yield return part.Says(name, $"The type '{part.Text("type")}' is not one of the scalar types in use ({string.Join(", ", Types)}).");
        }

        if (kind == "customapiresponseproperty" && part.Child("isoptional") is not null)
        {
            yield return part.Says(name, "A response property has no isoptional; import fails on it.");
        }

        if (kind == "customapirequestparameter" && part.Text("isoptional") is not ("0" or "1"))
        {
            yield return part.Says(name, "A request parameter says isoptional 0 or 1.");
        }

        if (!part.File.EndsWith($"/{name}/{kind}.xml", StringComparison.Ordinal))
        {
            yield return part.Says(name, $"The folder of the file must be the unique name and the file {kind}.xml.");
        }
    }
}
