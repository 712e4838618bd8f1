using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Verification.Flows.Connections;

/// <summary>The connection references in Other/Customizations.xml.</summary>
internal static class ConnectionReferenceShape
{
    private static readonly ValueRule ConnectorId = new(
        $"{ConnectionReferences.Apis} and the name of an API",
        text => text.StartsWith(ConnectionReferences.Apis, StringComparison.Ordinal) && text.Length > ConnectionReferences.Apis.Length
    );

    /// <summary>Section of Customizations.xml that declares the connection references.</summary>
    public static ElementShape List { get; } =
        Element("connectionreferences")
            .Many(
                Element("connectionreference")
                    .With("connectionreferencelogicalname", Values.LogicalName)
                    .One("connectionreferencedisplayname", Values.Text)
                    .One("connectorid", ConnectorId)
                    .Optional(Element("customconnectorid").One("connectorid", Values.Id))
                    .Optional("description", Values.Text)
                    .Exported("iscustomizable", Values.Flag)
                    .Optional("promptingbehavior", Values.Flag)
                    .One("statecode", Values.OneOf("0"))
                    .One("statuscode", Values.OneOf("1"))
            );
}
