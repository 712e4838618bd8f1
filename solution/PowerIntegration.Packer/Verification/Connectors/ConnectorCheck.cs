using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Connectors.References;

namespace PowerIntegration.Packer.Verification.Connectors;

/// <summary>Custom connectors as a closed world: every property, name and value is known, or it is refused.</summary>
public static class ConnectorCheck
{
    /// <summary>What is wrong with the connectors of all solutions, whoever published them, and with the repository form of our own.</summary>
    public static IEnumerable<Finding> Find(Catalogue catalogue) =>
        [
            .. PartsCheck.Find(catalogue),
            .. ConnectorLayoutCheck.Find(catalogue),
            .. PropertiesCheck.Find(catalogue),
            .. ConnectorDocument.Of(catalogue).SelectMany(Document),
        ];

    private static IEnumerable<Finding> Document(ConnectorDocument document) =>
        [
            .. OperationCheck.Find(document),
            .. ReferenceCheck.Find(document),
            .. ValueCheck.Find(document),
            .. DynamicCheck.Find(document),
            .. SecurityCheck.Find(document),
        ];
}
