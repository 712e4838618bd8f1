using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Verification.Flows.Connections;

/// <summary>The connection references of solutions.</summary>
internal static class ConnectionReferences
{
    /// <summary>Beginning of the id of a connector.</summary>
    public const string Apis = "/providers/Microsoft.PowerApps/apis/";

    /// <summary>The connection references that a solution declares.</summary>
    public static IEnumerable<SourceElement> In(UnpackedSolution solution) =>
        solution.Customizations.Below("connectionreferences", "connectionreference");

    /// <summary>Logical name of a connection reference.</summary>
    public static string NameOf(SourceElement reference) => reference.Attribute("connectionreferencelogicalname");

    /// <summary>API name that a connection reference points at; empty where it points at none.</summary>
    public static string ApiOf(SourceElement reference) =>
        reference.Text("connectorid").StartsWith(Apis, StringComparison.Ordinal) ? reference.Text("connectorid")[Apis.Length..] : "";

    /// <summary>Id of the custom connector that it points at, or null.</summary>
    public static string? CustomConnectorOf(SourceElement reference) => reference.Element.Element("customconnectorid")?.Element("connectorid")?.Value;
}
