using Mono.Cecil;
using Mono.Cecil.Rocks;
using PowerIntegration.Architecture.Tests.Sources;

namespace PowerIntegration.Architecture.Tests.Rules;

/// <summary>
/// Draws the graph of one project's folders: from its using lines, and from what its compiled types refer to, which no parent namespace hides.
/// </summary>
internal static class FolderGraphs
{
    private const string AtTheTop = "(top)";

    public static FolderGraph FromUsings(Project project)
    {
        var graph = new FolderGraph();
        var files = Repository.SourcesOf(project).Where(file => file.Namespace is not null).ToList();
        var own = files.Select(file => file.Namespace!).ToHashSet();
        foreach (var file in files)
        {
            foreach (var used in file.Usings.Where(own.Contains))
            {
                graph.Add(FolderOf(project, file.Namespace!), FolderOf(project, used), Path.GetFileName(file.Path));
            }
        }

        return graph;
    }

    public static FolderGraph FromAssembly(Project project)
    {
        var graph = new FolderGraph();
        using var module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, project.Name + ".dll"));
        foreach (var type in module.GetAllTypes().Where(type => NamespaceOf(type).StartsWith(project.Name, StringComparison.Ordinal)))
        {
            foreach (var used in ReferencesOf(type).Where(used => IsOwn(used, module, project)))
            {
                graph.Add(FolderOf(project, NamespaceOf(type)), FolderOf(project, NamespaceOf(used)), $"{type.Name} to {used.Name}");
            }
        }

        return graph;
    }

    private static bool IsOwn(TypeReference used, ModuleDefinition module, Project project) =>
        used.Scope == module && NamespaceOf(used).StartsWith(project.Name, StringComparison.Ordinal);

    private static string NamespaceOf(TypeReference type) => type.DeclaringType is { } outer ? NamespaceOf(outer) : type.Namespace;

    private static string FolderOf(Project project, string name) =>
        name.Length == project.Name.Length ? AtTheTop : name[(project.Name.Length + 1)..].Replace('.', '/');

    private static IEnumerable<TypeReference> ReferencesOf(TypeDefinition type)
    {
        IEnumerable<TypeReference?> declared =
        [
            type.BaseType,
            .. type.Interfaces.Select(item => item.InterfaceType),
            .. type.Fields.Select(field => field.FieldType),
            .. type.CustomAttributes.Select(attribute => attribute.AttributeType),
            .. type.Methods.SelectMany(Signature),
            .. type.Methods.Where(method => method.HasBody).SelectMany(Body),
        ];
        return declared.Where(used => used is not null).SelectMany(used => Parts(used!));
    }

    private static IEnumerable<TypeReference?> Signature(MethodDefinition method) =>
        [method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType)];

    private static IEnumerable<TypeReference?> Body(MethodDefinition method) =>
        method
            .Body.Variables.Select(variable => variable.VariableType)
            .Concat(
                method.Body.Instructions.SelectMany(instruction =>
                    instruction.Operand switch
                    {
                        TypeReference type => [type],
                        GenericInstanceMethod call => [call.DeclaringType, .. call.GenericArguments],
                        MemberReference member => new[] { member.DeclaringType },
                        _ => [],
                    }
                )
            );

    // A list of lines refers to the line; an array, a pointer and a reference to what they are of.
    private static IEnumerable<TypeReference> Parts(TypeReference type) =>
        type is GenericInstanceType generic ? [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)] : [type.GetElementType()];
}
