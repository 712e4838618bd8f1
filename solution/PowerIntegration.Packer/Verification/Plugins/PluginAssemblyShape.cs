using System.Text.RegularExpressions;
using PowerIntegration.Packer.Verification.Shapes;
using static PowerIntegration.Packer.Verification.Shapes.ElementShape;

namespace PowerIntegration.Packer.Verification.Plugins;

/// <summary>PluginAssemblies/(name)-(ID)/(name).dll.data.xml: an assembly and the classes that steps and custom APIs run.</summary>
internal static partial class PluginAssemblyShape
{
    private static readonly ValueRule Identity = new(
        "the full name of an assembly: name, version, culture and public key token",
        IdentityPattern().IsMatch
    );

    /// <summary>The root.</summary>
    public static ElementShape Assembly { get; } =
        Element("PluginAssembly")
            .With("FullName", Identity)
            .With("PluginAssemblyId", Values.Id)
            .WithExported("CustomizationLevel", Values.OneOf("1"))
            .Optional("Description", Values.Text)
            .One("IsolationMode", new ValueRule("2, the sandbox; online environments take no other", text => text == "2"))
            .One("SourceType", new ValueRule("0, the database; online environments take no other", text => text == "0"))
            .Exported("IntroducedVersion", Values.Version)
            .One("FileName", Values.Text)
            .One(
                Element("PluginTypes")
                    .OneOrMore(
                        Element("PluginType")
                            .With("AssemblyQualifiedName", Values.Text)
                            .With("PluginTypeId", Values.Id)
                            .With("Name", Values.Text)
                            .Optional("Description", Values.Text)
                            .One("FriendlyName", Values.Text)
                            .Optional("WorkflowActivityGroupName", Values.Text)
                    )
            )
            .Anywhere(Values.Flag, "IsHidden");

    [GeneratedRegex(@"^[^,]+, Version=\d+\.\d+\.\d+\.\d+, Culture=neutral, PublicKeyToken=([0-9a-f]{16}|null)\z")]
    private static partial Regex IdentityPattern();
}
