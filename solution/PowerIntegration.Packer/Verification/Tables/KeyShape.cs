using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Verification.Tables;

/// <summary>EntityKeys: the alternate keys of a table.</summary>
internal static class KeyShape
{
    /// <summary>The wrapper of the keys.</summary>
    public static ElementShape Keys { get; } =
        Element("EntityKeys")
            .Many(
                Element("EntityKey")
                    .One("Name", Values.SchemaName)
                    .One("LogicalName", Values.LogicalName)
                    .Exported("IntroducedVersion", Values.Version)
                    .Exported("IsCustomizable", Values.Flag)
                    .One(Element("EntityKeyAttributes").OneOrMore(Leaf("AttributeName", Values.LogicalName)))
                    .Exported(Labels.DisplayNames)
            );
}
