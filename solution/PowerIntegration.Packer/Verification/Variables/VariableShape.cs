using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Verification.Variables;

/// <summary>
/// environmentvariabledefinitions/(schema name)/environmentvariabledefinition.xml: a setting that each environment has a value for.
/// </summary>
internal static class VariableShape
{
    /// <summary>The root.</summary>
    public static ElementShape Definition { get; } =
        Element("environmentvariabledefinition")
            .With("schemaname", Values.SchemaName)
            .Optional("defaultvalue", Values.Text)
            .Exported(Labels.WithDefault("description", Values.AnyText))
            .Exported(Labels.WithDefault("displayname", Values.Text))
            .Exported("introducedversion", Values.Version)
            .Exported("iscustomizable", Values.Flag)
            .Exported("isrequired", Values.Flag)
            .Exported("secretstore", Values.OneOf("0", "1"))
            .One("type", Values.OneOf([.. VariableType.All.Select(type => type.Code)]))
            .Anywhere(Values.Text, "hint", "parameterkey", "valueschema", "apiid");
}
