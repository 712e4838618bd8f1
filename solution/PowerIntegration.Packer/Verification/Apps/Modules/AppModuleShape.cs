using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Verification.Apps.Modules;

/// <summary>What a model-driven app looks like.</summary>
internal static class AppModuleShape
{
    /// <summary>The element AppModule.</summary>
    public static ElementShape AppModule { get; } =
        Element("AppModule")
            .One("UniqueName", Values.SchemaName)
            .Optional("IntroducedVersion", Values.Version)
            .One("WebResourceId", Values.Id)
            .Optional("OptimizedFor", Values.AnyText)
            .One("statecode", Values.Flag)
            .One("statuscode", Values.OneOf("1", "2"))
            .One("FormFactor", Values.OneOf("1", "2", "3"))
            .One("ClientType", Values.OneOf("4"))
            .Optional("NavigationType", Values.Flag)
            .Optional("EventHandlers", Values.AnyText)
            .One(
                Element("AppModuleComponents")
                    .OneOrMore(
                        Element("AppModuleComponent")
                            .With("type", Values.OneOf("1", "26", "29", "59", "60", "62", "300"))
                            .WithOptional("id", Values.IdInBraces)
                            .WithOptional("schemaName", Values.Text)
                    )
            )
            .Optional(Element("AppModuleRoleMaps").Many(Element("Role").With("id", Values.IdInBraces)))
            .One(Labels.LocalizedNames)
            .Optional(Labels.Descriptions)
            .Optional(Element("appelements").Many(Open("appelement")))
            .Optional(
                Element("appsettings")
                    .Many(
                        Element("appsetting")
                            .With("settingdefinitionid.uniquename", Values.Text)
                            .Optional("iscustomizable", Values.Flag)
                            .One("value", Values.AnyText)
                    )
            );
}
