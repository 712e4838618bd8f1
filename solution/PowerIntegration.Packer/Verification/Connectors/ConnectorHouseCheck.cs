using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Connectors.House;

namespace PowerIntegration.Packer.Verification.Connectors;

/// <summary>Rules that the connector of this product keeps beyond those of the platform: what Microsoft asks before it publishes one.</summary>
public static class ConnectorHouseCheck
{
    /// <summary>What is wrong with the repository form of the connector.</summary>
    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        catalogue.Definition.DefinitionBytes.Length == 0
            ? []
            :
            [
                .. MetadataCheck.Find(catalogue.Definition),
                .. OperationTextCheck.Find(catalogue.Definition),
                .. ProblemCheck.Find(catalogue.Definition),
                .. ExtensionCheck.Find(catalogue.Definition),
                .. SchemaTextCheck.Find(catalogue.Definition),
            ];
}
