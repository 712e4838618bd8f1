using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Connectors.Definition;
using PowerIntegration.Packer.Verification.Connectors.Properties;
using PowerIntegration.Packer.Verification.Connectors.References;
using PowerIntegration.Packer.Verification.Json;

namespace PowerIntegration.Packer.Verification.Connectors;

/// <summary>Every member of every file of a connector is known and holds what it may hold.</summary>
internal static class ConnectorLayoutCheck
{
    /// <summary>What is wrong in all solutions.</summary>
    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        [
            .. ConnectorDocument.Of(catalogue).SelectMany(document => Faults(document.File, DefinitionRules.File.Find(document.Content, ""))),
            .. Origin(catalogue.Definition),
            .. catalogue.Solutions.SelectMany(ConnectorPackage.In).SelectMany(Parts),
        ];

    private static IEnumerable<Finding> Origin(ConnectorDefinition origin) =>
        origin.DefinitionBytes.Length == 0
            ? []
            :
            [
                .. Faults(ConnectorDefinition.PropertiesFile, PropertiesRules.Properties.Find(origin.Properties, "")),
                .. origin.Settings is null ? [] : Faults(ConnectorDefinition.SettingsFile, PropertiesRules.Settings.Find(origin.Settings, "")),
            ];

    private static IEnumerable<Finding> Parts(ConnectorPackage connector) =>
        [
            .. Part(connector, "connectionparameters", ConnectionParameterRules.Parameters),
            .. Part(connector, "policytemplateinstances", PolicyRules.Instances),
        ];

    private static IEnumerable<Finding> Part(ConnectorPackage connector, string element, JsonRule rule)
    {
        string file = connector.FileOf(element);
        return connector.HasJson(file) ? Faults(file, rule.Find(connector.Solution.Json(file), "")) : [];
    }

    private static IEnumerable<Finding> Faults(string file, IEnumerable<JsonFault> faults) =>
        faults.Select(fault => new Finding(file, fault.Place.Length == 0 ? "the file" : fault.Place, fault.Sentence));
}
