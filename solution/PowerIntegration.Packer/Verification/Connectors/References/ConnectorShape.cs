using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Verification.Connectors.References;

/// <summary>Connectors/(name).xml: the record of a custom connector, with the places of its parts.</summary>
internal static class ConnectorShape
{
    /// <summary>Connectors/(name).xml; it names the files beside it.</summary>
    public static ElementShape Root { get; } =
        Element("Connector")
            .One("connectorid", Values.Id)
            .Optional("description", Values.Text)
            .One("displayname", Values.Text)
            .Exported("iconbrandcolor", Values.Color)
            .One("name", Values.Text)
            .Exported("connectortype", Values.OneOf("1"))
            .Optional("scriptoperations", Values.Text)
            .One("openapidefinition", Values.Text)
            .One("connectionparameters", Values.Text)
            .One("policytemplateinstances", Values.Text)
            .Optional("customcodeblobcontent", Values.Text)
            .Optional("iconblob", Values.Text);
}
