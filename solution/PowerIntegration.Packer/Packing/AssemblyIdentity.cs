using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PowerIntegration.Packer.Packing;

/// <summary>What an assembly says about itself, read without loading it.</summary>
public sealed class AssemblyIdentity
{
    private AssemblyIdentity(MetadataReader reader)
    {
        AssemblyDefinition definition = reader.GetAssemblyDefinition();
        SimpleName = reader.GetString(definition.Name);
        FullName = NameOf(definition.GetAssemblyName());
        IsStrongNamed = !definition.PublicKey.IsNil;
        References = [.. reader.AssemblyReferences.Select(handle => NameOf(reader.GetAssemblyReference(handle).GetAssemblyName()))];
        Product = TextOf(reader, definition, "AssemblyProductAttribute");
        TargetFramework = TextOf(reader, definition, "TargetFrameworkAttribute");
        PluginTypes =
        [
            .. reader
                .TypeDefinitions.Select(reader.GetTypeDefinition)
                .Where(type => IsPlugin(reader, type))
                .Select(type => $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}"),
        ];
    }

    /// <summary>Simple name.</summary>
    public string SimpleName { get; }

    /// <summary>Name, version, culture and public key token.</summary>
    public string FullName { get; }

    /// <summary>True where the assembly carries a public key.</summary>
    public bool IsStrongNamed { get; }

    /// <summary>Full names of the assemblies it refers to.</summary>
    public IReadOnlyList<string> References { get; }

    /// <summary>Product that it belongs to, empty where it does not say.</summary>
    public string Product { get; }

    /// <summary>Framework that it was built for, such as .NETFramework,Version=v4.6.2.</summary>
    public string TargetFramework { get; }

    /// <summary>
    /// Full names of the public classes that can be instantiated and implement IPlugin, themselves or through a base class of this assembly.
    /// </summary>
    public IReadOnlyList<string> PluginTypes { get; }

    /// <summary>Reads the identity out of the bytes of an assembly.</summary>
    /// <exception cref="BadImageFormatException">The bytes are no .NET assembly.</exception>
    public static AssemblyIdentity Read(byte[] bytes)
    {
        using PEReader image = new(new MemoryStream(bytes, writable: false));
        if (!image.HasMetadata || !image.GetMetadataReader().IsAssembly)
        {
            throw new BadImageFormatException("The file is not a .NET assembly.");
        }

        return new AssemblyIdentity(image.GetMetadataReader());
    }

    private static string NameOf(AssemblyName name)
    {
        byte[] token = name.GetPublicKeyToken() ?? [];
        string hex = token.Length == 0 ? "null" : Convert.ToHexStringLower(token);
        return string.Create(CultureInfo.InvariantCulture, $"{name.Name}, Version={name.Version}, Culture=neutral, PublicKeyToken={hex}");
    }

    private static string TextOf(MetadataReader reader, AssemblyDefinition definition, string attribute)
    {
        foreach (CustomAttribute candidate in definition.GetCustomAttributes().Select(reader.GetCustomAttribute))
        {
            if (
                candidate.Constructor.Kind == HandleKind.MemberReference
                && reader.GetMemberReference((MemberReferenceHandle)candidate.Constructor).Parent is { Kind: HandleKind.TypeReference } parent
                && reader.StringComparer.Equals(reader.GetTypeReference((TypeReferenceHandle)parent).Name, attribute)
            )
            {
                BlobReader value = reader.GetBlobReader(candidate.Value);
                value.ReadUInt16();
                return value.ReadSerializedString() ?? "";
            }
        }

        return "";
    }

    private static bool IsPlugin(MetadataReader reader, TypeDefinition type) =>
        (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public
        && !type.Attributes.HasFlag(TypeAttributes.Abstract)
        && Implements(reader, type);

    private static bool Implements(MetadataReader reader, TypeDefinition type)
    {
        ImmutableArray<InterfaceImplementationHandle> interfaces = [.. type.GetInterfaceImplementations()];
        bool direct = interfaces
            .Select(handle => reader.GetInterfaceImplementation(handle).Interface)
            .Any(handle =>
                handle.Kind == HandleKind.TypeReference
                && reader.StringComparer.Equals(reader.GetTypeReference((TypeReferenceHandle)handle).Name, "IPlugin")
            );
        return direct
            || (type.BaseType.Kind == HandleKind.TypeDefinition && Implements(reader, reader.GetTypeDefinition((TypeDefinitionHandle)type.BaseType)));
    }
}
