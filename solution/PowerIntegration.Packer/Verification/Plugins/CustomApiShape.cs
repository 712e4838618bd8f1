using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Verification.Plugins;

/// <summary>customapis/(unique name): an operation, what it takes and what it gives.</summary>
internal static class CustomApiShape
{
    private static readonly ElementShape Description = Labels.WithDefault("description", Values.AnyText);

    private static readonly ElementShape DisplayName = Labels.WithDefault("displayname", Values.Text);

    /// <summary>customapi.xml.</summary>
    public static ElementShape Operation { get; } =
        Element("customapi")
            .With("uniquename", Values.SchemaName)
            .One("allowedcustomprocessingsteptype", Values.OneOf("0", "1", "2"))
            .One("bindingtype", Values.OneOf("0", "1", "2"))
            .Optional("boundentitylogicalname", Values.LogicalName)
            .Exported(Description)
            .Exported(DisplayName)
            .Optional("executeprivilegename", Values.SchemaName)
            .Exported("iscustomizable", Values.Flag)
            .One("isfunction", Values.Flag)
            .Exported("isprivate", Values.Flag)
            .One("name", Values.Text)
            .Optional(Element("plugintypeid").One("plugintypeexportkey", Values.Id))
            .One("workflowsdkstepenabled", Values.Flag);

    /// <summary>customapirequestparameter.xml.</summary>
    public static ElementShape Parameter { get; } = Part("customapirequestparameter", isParameter: true);

    /// <summary>customapiresponseproperty.xml. It has no isoptional; import fails on one.</summary>
    public static ElementShape Property { get; } = Part("customapiresponseproperty", isParameter: false);

    private static ElementShape Part(string name, bool isParameter)
    {
        ElementShape head = Element(name)
            .With("uniquename", Values.SchemaName)
            .Exported(Description)
            .Exported(DisplayName)
            .Exported("iscustomizable", Values.Flag);
        return (isParameter ? head.One("isoptional", Values.Flag) : head)
            .Optional("logicalentityname", Values.LogicalName)
            .One("name", Values.Text)
            .One("type", Values.Whole(0, 12));
    }
}
