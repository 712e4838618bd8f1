using System.Text;
using System.Text.Json.Nodes;
using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Connectors.References;

/// <summary>What accompanies a definition fits it: sign-in, policies, capabilities, scripts and the names of files.</summary>
internal static class PropertiesCheck
{
    private static readonly string[] FileSettings = ["apiProperties", "apiDefinition", "icon", "script"];

    /// <summary>What is wrong in the repository form and in the solutions.</summary>
    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        [
            .. catalogue.Definition.DefinitionBytes.Length == 0 ? [] : Origin(catalogue.Definition),
            .. catalogue.Solutions.SelectMany(ConnectorPackage.In).SelectMany(Solution),
        ];

    private static IEnumerable<Finding> Origin(ConnectorDefinition origin)
    {
        ConnectorDocument document = ConnectorDocument.Of(origin);
        JsonNode? properties = origin.Properties["properties"];
        JsonObject parameters = properties.Member("connectionParameters").Members();
        return
        [
            .. SignIn(document, ConnectorDefinition.PropertiesFile, parameters),
            .. PolicyCheck.Find(
                document,
                ConnectorDefinition.PropertiesFile,
                "policyTemplateInstances",
                properties.Member("policyTemplateInstances"),
                parameters
            ),
            .. Capabilities(document, properties.Member("capabilities").Texts()).Select(sentence => Says("capabilities", sentence)),
            .. PolicyCheck.Operations(document, properties.Member("scriptOperations")).Select(sentence => Says("scriptOperations", sentence)),
            .. Files(origin),
        ];
    }

    private static IEnumerable<Finding> Solution(ConnectorPackage connector)
    {
        ConnectorDocument document = ConnectorDocument.Of(connector);
        JsonObject parameters = Json(connector, "connectionparameters").Members();
        string policies = connector.FileOf("policytemplateinstances");
        return
        [
            .. SignIn(document, connector.FileOf("connectionparameters"), parameters),
            .. PolicyCheck.Find(document, policies, "", Json(connector, "policytemplateinstances"), parameters),
            .. ScriptOperations(document, connector.Root),
        ];
    }

    private static IEnumerable<Finding> ScriptOperations(ConnectorDocument document, SourceElement connector)
    {
        const string Element = "scriptoperations";
        if (connector.Child(Element) is not { } text)
        {
            return [];
        }

        List<Finding> unreadable = [];
        JsonNode? names = JsonFile.Parse(connector.File, Encoding.UTF8.GetBytes(text), unreadable);
        return names is JsonArray
            ? PolicyCheck.Operations(document, names).Select(sentence => connector.Says(Element, sentence))
            : [connector.Says(Element, $"The value is '{text}'. Write a JSON list of operation ids.")];
    }

    private static JsonNode? Json(ConnectorPackage connector, string element) =>
        connector.HasJson(connector.FileOf(element)) ? connector.Solution.Json(connector.FileOf(element)) : null;

    // A connection can only sign in as the definition declares.
    private static IEnumerable<Finding> SignIn(ConnectorDocument document, string file, JsonObject parameters)
    {
        bool isOAuth = document.Swagger["securityDefinitions"].Members().Any(definition => definition.Value.Member("type").Text() == "oauth2");
        bool hasToken = parameters.Any(parameter => parameter.Value.Member("type").Text() == "oauthSetting");
        if (isOAuth != hasToken)
        {
            yield return new Finding(
                file,
                "connectionParameters",
                isOAuth
                    ? "The definition signs in with OAuth, and no connection parameter is of type oauthSetting. Add one."
                    : "A connection parameter is of type oauthSetting, and the definition has no OAuth under securityDefinitions. Remove one of them."
            );
        }

        bool isEntra = parameters.Any(parameter => parameter.Value.Walk("oAuthSettings", "identityProvider").Text() == "aad");
        if (isEntra != parameters.ContainsKey("token:TenantId"))
        {
            yield return new Finding(
                file,
                "token:TenantId",
                "The parameter token:TenantId belongs to the identity provider aad. Write both or none."
            );
        }
    }

    private static IEnumerable<string> Capabilities(ConnectorDocument document, IReadOnlyList<string> capabilities)
    {
        Dictionary<string, bool> needed = new()
        {
            ["actions"] = document.Operations.Any(operation => !operation.Node.ContainsKey("x-ms-trigger")),
            ["triggers"] = document.Operations.Any(operation => operation.Node.ContainsKey("x-ms-trigger")),
        };
        return needed
            .Where(capability => capability.Value != capabilities.Contains(capability.Key))
            .Select(capability =>
                capability.Value ? $"The definition has {capability.Key}. Add them." : $"The definition has no {capability.Key}. Remove them."
            );
    }

    private static IEnumerable<Finding> Files(ConnectorDefinition origin) =>
        from setting in FileSettings
        let file = origin.Settings?[setting].Text()
        where file is not null && !origin.Files.Contains(file)
        select new Finding(ConnectorDefinition.SettingsFile, setting, $"The file {file} is not in the folder. Correct the name.");

    private static Finding Says(string element, string sentence) => new(ConnectorDefinition.PropertiesFile, element, sentence);
}
