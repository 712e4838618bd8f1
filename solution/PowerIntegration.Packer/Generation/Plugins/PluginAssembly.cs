using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using PowerIntegration.Packer.Packing;

namespace PowerIntegration.Packer.Generation.Plugins;

/// <summary>What the classes of a built assembly declare about their registration. The assembly is read, never loaded.</summary>
public sealed class PluginAssembly
{
    private const string RegistrationNamespace = "PowerIntegration.Plugins.Registration";
    private const string AttributeSuffix = "Attribute";

    /// <summary>Puts together what was read.</summary>
    /// <param name="fullName">Name, version, culture and public key token.</param>
    /// <param name="plugins">The plug-in classes.</param>
    /// <param name="others">Other classes with attributes of the registration.</param>
    public PluginAssembly(string fullName, IReadOnlyList<PluginClass> plugins, IReadOnlyList<PluginClass> others)
    {
        FullName = fullName;
        Plugins = plugins;
        Others = others;
    }

    /// <summary>Name, version, culture and public key token.</summary>
    public string FullName { get; }

    /// <summary>Simple name.</summary>
    public string SimpleName => FullName.Split(',')[0];

    /// <summary>The plug-in classes, by name.</summary>
    public IReadOnlyList<PluginClass> Plugins { get; }

    /// <summary>Classes through which custom APIs answer.</summary>
    public IReadOnlyList<PluginClass> Others { get; }

    /// <summary>Reads the bytes of an assembly.</summary>
    /// <exception cref="BadImageFormatException">The bytes are not a .NET assembly.</exception>
    public static PluginAssembly Read(byte[] bytes)
    {
        AssemblyIdentity identity = AssemblyIdentity.Read(bytes);
        using PEReader image = new(new MemoryStream(bytes, writable: false));
        MetadataReader reader = image.GetMetadataReader();
        ILookup<bool, PluginClass> classes = reader
            .TypeDefinitions.Select(reader.GetTypeDefinition)
            .Select(type => ClassOf(reader, type))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .ToLookup(type => identity.PluginTypes.Contains(type.FullName));
        return new PluginAssembly(identity.FullName, [.. classes[true]], [.. classes[false].Where(type => type.Attributes.Count > 0)]);
    }

    private static PluginClass ClassOf(MetadataReader reader, TypeDefinition type) =>
        new(
            reader.GetString(type.Namespace),
            reader.GetString(type.Name),
            [
                .. type.GetCustomAttributes()
                    .Select(reader.GetCustomAttribute)
                    .Where(attribute => TypeOf(reader, attribute).StartsWith(RegistrationNamespace + ".", StringComparison.Ordinal))
                    .Select(attribute => Decode(TypeOf(reader, attribute), attribute.DecodeValue(AttributeTypes.Instance))),
            ]
        );

    // Attributes of the registration are compiled into the same assembly, so that their constructors are definitions.
    private static string TypeOf(MetadataReader reader, CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MethodDefinition
            ? AttributeTypes.Instance.GetTypeFromDefinition(
                reader,
                reader.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType(),
                0
            )
            : "";

    private static DeclaredAttribute Decode(string type, CustomAttributeValue<string> value) =>
        new(
            type[(RegistrationNamespace.Length + 1)..^AttributeSuffix.Length],
            [.. value.FixedArguments.Select(argument => Plain(argument.Value))],
            value.NamedArguments.ToDictionary(argument => argument.Name!, argument => Plain(argument.Value))
        );

    private static object? Plain(object? value) =>
        value is ImmutableArray<CustomAttributeTypedArgument<string>> list ? (string[])[.. list.Select(item => (string)item.Value!)] : value;
}
