using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Verification.Plugins;

/// <summary>SdkMessageProcessingSteps/{id}.xml: on which message of which table a plug-in type runs, and which images of the row it gets.</summary>
internal static class StepShape
{
    /// <summary>The root. What is optional is left out rather than empty.</summary>
    public static ElementShape Step { get; } =
        Element("SdkMessageProcessingStep")
            .With("Name", Values.Text)
            .With("SdkMessageProcessingStepId", Values.IdInBraces)
            .One("SdkMessageId", Values.Id)
            .One("PluginTypeName", Values.Text)
            .One("PluginTypeId", Values.Id)
            .Optional("PrimaryEntity", Values.LogicalName)
            .Optional("SecondaryEntity", Values.LogicalName)
            .Exported("AsyncAutoDelete", Values.Flag)
            .Optional("Configuration", Values.Text)
            .Optional("Description", Values.Text)
            .Optional("FilteringAttributes", Values.LogicalNames)
            .Optional("ImpersonatingUserIdName", Values.Text)
            .Exported("InvocationSource", Values.OneOf("0", "1"))
            .One("Mode", Values.OneOf("0", "1"))
            .Exported("Rank", Values.Whole(0, int.MaxValue))
            .One("EventHandlerTypeCode", new ValueRule("4602, a plug-in type; import fails without it", text => text == "4602"))
            .One("Stage", Values.OneOf("10", "20", "40"))
            .Exported("IsCustomizable", Values.Flag)
            .Exported("IsHidden", Values.Flag)
            .Exported("SupportedDeployment", Values.OneOf("0", "1", "2"))
            .Exported("IntroducedVersion", Values.Version)
            .Optional(Element("SdkMessageProcessingStepImages").OneOrMore(Image));

    private static ElementShape Image =>
        Element("SdkMessageProcessingStepImage")
            .With("Name", Values.Text)
            .Optional("Description", Values.Text)
            .Exported("SdkMessageProcessingStepImageId", Values.IdInBraces)
            .Exported("Attributes", Values.LogicalNames)
            .One("EntityAlias", Values.SchemaName)
            .One("ImageType", Values.OneOf("0", "1", "2"))
            .One("MessagePropertyName", Values.OneOf("Target", "Id", "EntityMoniker"))
            .Optional("RelatedAttributeName", Values.LogicalName)
            .Exported("IsCustomizable", Values.Flag)
            .Optional("IntroducedVersion", Values.Version);
}
