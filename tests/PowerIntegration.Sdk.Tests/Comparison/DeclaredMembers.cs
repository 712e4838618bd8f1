using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PowerIntegration.Sdk.Tests.Comparison;

/// <summary>
/// What an assembly offers to others: its public types, each with the members that the runtime would find on it or on a base of it.
/// </summary>
public sealed class DeclaredMembers
{
    private readonly Dictionary<string, HashSet<string>> members = new(StringComparer.Ordinal);
    private const string EnumValue = "value__ field Int32";

    private readonly HashSet<string> interfaces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> bases = new(StringComparer.Ordinal);

    private DeclaredMembers(string assembly)
    {
        Assembly = assembly;
    }

    public string Assembly { get; }

    public IReadOnlyCollection<string> Types => this.members.Keys;

    public IReadOnlySet<string> Interfaces => this.interfaces;

    /// <summary>The members of every type but the enumerations, whose values are no members that anyone refers to.</summary>
    public IEnumerable<MemberUse> All() =>
        from type in this.members
        where !type.Value.Contains(EnumValue)
        from member in type.Value
        let space = member.IndexOf(' ', StringComparison.Ordinal)
        select new MemberUse(Assembly, type.Key, member[..space], member[(space + 1)..]);

    public static DeclaredMembers Read(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        MetadataReader reader = image.GetMetadataReader();
        var declared = new DeclaredMembers(reader.GetString(reader.GetAssemblyDefinition().Name));
        foreach (TypeDefinitionHandle handle in reader.TypeDefinitions.Where(handle => IsPublic(reader.GetTypeDefinition(handle))))
        {
            declared.Take(reader, handle);
        }

        return declared;
    }

    public bool Has(MemberUse use)
    {
        string wanted = use.Member + " " + use.Signature;
        for (string? type = use.Type; type != null; type = bases.GetValueOrDefault(type))
        {
            if (this.members.TryGetValue(type, out HashSet<string>? members) && members.Contains(wanted))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPublic(TypeDefinition type) =>
        (type.Attributes & TypeAttributes.VisibilityMask) is TypeAttributes.Public or TypeAttributes.NestedPublic;

    private static bool IsReachable(MethodAttributes access) =>
        (access & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    private void Take(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var text = new SignatureText();
        TypeDefinition type = reader.GetTypeDefinition(handle);
        var members = new HashSet<string>(StringComparer.Ordinal);
        foreach (MethodDefinition method in type.GetMethods().Select(reader.GetMethodDefinition).Where(method => IsReachable(method.Attributes)))
        {
            members.Add(reader.GetString(method.Name) + " " + SignatureText.OfMethod(method.DecodeSignature(text, null)));
        }

        foreach (
            FieldDefinition field in type.GetFields()
                .Select(reader.GetFieldDefinition)
                .Where(field => field.Attributes.HasFlag(FieldAttributes.Public))
        )
        {
            members.Add(reader.GetString(field.Name) + " field " + field.DecodeSignature(text, null));
        }

        string name = SignatureText.NameOf(reader, handle);
        this.members[name] = members;
        if (type.Attributes.HasFlag(TypeAttributes.Interface))
        {
            this.interfaces.Add(name);
        }

        if (!type.BaseType.IsNil && type.BaseType.Kind == HandleKind.TypeDefinition)
        {
            bases[name] = SignatureText.NameOf(reader, (TypeDefinitionHandle)type.BaseType);
        }
    }
}
