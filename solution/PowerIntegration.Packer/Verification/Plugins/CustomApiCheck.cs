using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Shapes;

namespace PowerIntegration.Packer.Verification.Plugins;

/// <summary>Custom APIs: shape, a registered type, a privilege that exists and that a role holds, parameters and results.</summary>
internal static class CustomApiCheck
{
    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        [
            .. catalogue.Solutions.SelectMany(solution =>
                solution.XmlIn("customapis", "/customapi.xml").SelectMany(api => Api(catalogue, api, solution.IsOwn))
            ),
            .. catalogue.Solutions.SelectMany(solution => CustomApiPartCheck.Find(catalogue, solution)),
            .. catalogue
                .CustomApis.Repeated(api => LogicalName.Of(api.Attribute("uniquename")))
                .Select(api => api.Says($"The custom API {api.Attribute("uniquename")} is defined twice. Keep one of the folders.")),
        ];

    private static IEnumerable<Finding> Api(Catalogue catalogue, SourceElement api, bool isOwn) =>
        [
            .. ShapeCheck.Find(api, CustomApiShape.Operation, isOwn),
            .. Names(api, isOwn),
            .. Plugin(catalogue, api, isOwn),
            .. Binding(catalogue, api),
            .. Privilege(catalogue, api, isOwn),
            .. isOwn ? Fixed(api) : [],
            .. CustomApiPartCheck.Texts(api),
        ];

    private static IEnumerable<Finding> Names(SourceElement api, bool isOwn)
    {
        string name = api.Attribute("uniquename");
        if (api.File != $"customapis/{name}/customapi.xml")
        {
            yield return api.Says($"The unique name is '{name}'. Give the custom API and its folder the same name.");
        }

        if (isOwn && (!Publisher.Owns(name) || api.Text("name") != name))
        {
            yield return api.Says(
                $"The unique name '{name}' begins with {Publisher.Prefix}_ and is the text of name too. Correct the one that differs."
            );
        }
    }

    private static IEnumerable<Finding> Plugin(Catalogue catalogue, SourceElement api, bool isOwn)
    {
        string? key = api.Below("plugintypeid", "plugintypeexportkey").FirstOrDefault()?.Element.Value;
        bool isRegistered = catalogue.PluginTypes.Any(type => type.Attribute("PluginTypeId") == key);
        if (!isRegistered && (isOwn || key is not null))
        {
            yield return api.Says($"No assembly registers a plug-in type with the id '{key}'. Write the id of one in plugintypeexportkey.");
        }
    }

    private static IEnumerable<Finding> Binding(Catalogue catalogue, SourceElement api)
    {
        string? table = api.Child("boundentitylogicalname");
        if ((api.Text("bindingtype") == "0") != (table is null))
        {
            yield return api.Says("A global custom API has no boundentitylogicalname, a bound one has it. Correct bindingtype or the table.");
        }
        else if (table is not null && Publisher.Owns(table) && catalogue.Table(table) is null)
        {
            yield return api.Says($"The table '{table}' does not exist. Name a table of the solutions in boundentitylogicalname.");
        }
    }

    private static IEnumerable<Finding> Privilege(Catalogue catalogue, SourceElement api, bool isOwn)
    {
        string privilege = api.Text("executeprivilegename");
        if (!isOwn)
        {
            yield break;
        }

        if (!catalogue.HasPrivilege(privilege))
        {
            yield return api.Says(
                $"The privilege '{privilege}' does not exist, and without one everybody may call the custom API. "
                    + "Name one of a table in executeprivilegename."
            );
        }
        else if (!catalogue.All("Roles", ".xml").Any(role => Holds(role, privilege)))
        {
            yield return api.Says($"No role holds the privilege {privilege}, so no user can call the custom API. Add it to a role or name another.");
        }
    }

    private static bool Holds(SourceElement role, string privilege) =>
        role.Below("RolePrivileges", "RolePrivilege").Any(held => held.Attribute("name") == privilege);

    private static IEnumerable<Finding> Fixed(SourceElement api) =>
        from element in new[] { "isfunction", "bindingtype", "allowedcustomprocessingsteptype", "workflowsdkstepenabled" }
        where api.Text(element) != "0"
        select api.Says(
            $"{element} is '{api.Text(element)}'. "
                + "Flows call global actions that nothing hooks into, and it never changes after the first import; write 0."
        );
}
