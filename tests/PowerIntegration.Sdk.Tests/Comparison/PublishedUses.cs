using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PowerIntegration.Sdk.Tests.Comparison;

/// <summary>Every type and member of the SDK that an assembly uses, read from its references.</summary>
public static class PublishedUses
{
    /// <summary>The types by name, also those of which no member is used: what is implemented, cast to, or only passed on.</summary>
    public static IReadOnlySet<string> Types(string file, IReadOnlySet<string> assemblies)
    {
        using var image = new PEReader(File.OpenRead(file));
        MetadataReader reader = image.GetMetadataReader();
        return reader
            .TypeReferences.Where(handle => AssemblyOf(reader, handle) is { } assembly && assemblies.Contains(assembly))
            .Select(handle => SignatureText.NameOf(reader, handle))
            .ToHashSet(StringComparer.Ordinal);
    }

    public static IReadOnlyList<MemberUse> Read(string file, IReadOnlySet<string> assemblies)
    {
        using var image = new PEReader(File.OpenRead(file));
        MetadataReader reader = image.GetMetadataReader();
        var uses = new List<MemberUse>();
        foreach (MemberReferenceHandle handle in reader.MemberReferences)
        {
            MemberReference member = reader.GetMemberReference(handle);
            if (Owner(reader, member.Parent) is { } owner && AssemblyOf(reader, owner) is { } assembly && assemblies.Contains(assembly))
            {
                uses.Add(new MemberUse(assembly, SignatureText.NameOf(reader, owner), reader.GetString(member.Name), Signature(member)));
            }
        }

        return uses;
    }

    private static string Signature(MemberReference member)
    {
        var text = new SignatureText();
        return member.GetKind() == MemberReferenceKind.Field
            ? "field " + member.DecodeFieldSignature(text, null)
            : SignatureText.OfMethod(member.DecodeMethodSignature(text, null));
    }

    /// <summary>The type a member belongs to; of DataCollection&lt;string&gt; it is DataCollection&lt;T&gt;, whose members speak of !0.</summary>
    private static TypeReferenceHandle? Owner(MetadataReader reader, EntityHandle parent)
    {
        if (parent.Kind == HandleKind.TypeReference)
        {
            return (TypeReferenceHandle)parent;
        }

        if (parent.Kind != HandleKind.TypeSpecification)
        {
            return null;
        }

        BlobReader blob = reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return null;
        }

        blob.ReadByte();
        EntityHandle type = blob.ReadTypeHandle();
        return type.Kind == HandleKind.TypeReference ? (TypeReferenceHandle)type : null;
    }

    private static string? AssemblyOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        EntityHandle scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => AssemblyOf(reader, (TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
            _ => null,
        };
    }
}
