using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Generation.Plugins;

namespace PowerIntegration.Packer.Generation.Registration;

/// <summary>The custom APIs that the plug-in classes declare.</summary>
internal static class CustomApiDeclarations
{
    private const string Api = "CustomApi";
    private const string Input = "CustomApiInput";
    private const string Output = "CustomApiOutput";
    private const string Answer = "CustomApiAnswer";

    /// <summary>The custom API of a class; none where it is not one.</summary>
    public static IEnumerable<CustomApiDeclaration> Of(PluginClass plugin, PluginAssembly assembly) =>
        from api in plugin.All(Api)
        let name = api.Text(0)
        select new CustomApiDeclaration(
            plugin,
            name,
            api.Text(1),
            api.Text(2),
            api.Text("DisplayName") is { Length: > 0 } shown ? shown : DisplayWords.Of(name),
            [.. plugin.All(Input).Select(Field)],
            [.. plugin.All(Output).Concat(Answers(plugin, assembly)).Select(Field)]
        );

    /// <summary>What is missing or said twice in a class.</summary>
    public static IEnumerable<Finding> Faults(PluginClass plugin, PluginAssembly assembly) =>
        [
            .. plugin.All(Api).Any()
                ? []
                : plugin
                    .Attributes.Where(attribute => attribute.Name is Input or Output or Answer)
                    .Take(1)
                    .Select(attribute => plugin.Says(attribute.Name, $"The class declares no custom API. Add {Api} or remove {attribute.Name}.")),
            .. plugin
                .All(Answer)
                .Where(answer => AnswerOf(answer, assembly) is null)
                .Select(answer => plugin.Says(Answer, $"{answer.Text(0)} declares no {Output}. Declare there what it writes.")),
            .. Of(plugin, assembly).SelectMany(Faults),
        ];

    /// <summary>Custom APIs of one name.</summary>
    public static IEnumerable<Finding> Repeated(IEnumerable<CustomApiDeclaration> apis) =>
        apis.GroupBy(api => api.UniqueName, StringComparer.OrdinalIgnoreCase)
            .SelectMany(group => group.Skip(1).Select(api => (First: group.First(), Second: api)))
            .Select(pair => pair.Second.Class.Says(Api, $"{pair.First.Class.Name} is {pair.Second.UniqueName} too. Name one of them otherwise."));

    private static IEnumerable<Finding> Faults(CustomApiDeclaration api)
    {
        (string Place, string Description)[] described =
        [
            ($"{Api} {api.UniqueName}", api.Description),
            .. api.Inputs.Select(field => ($"{Input} {field.Name}", field.Description)),
            .. api.Outputs.Select(field => ($"{Output} {field.Name}", field.Description)),
        ];
        return
        [
            .. described
                .Where(part => part.Description.Length == 0)
                .Select(part => api.Class.Says(part.Place, "The description is empty. Write one; those who build flows read it.")),
            .. Twice(api, Input, api.Inputs),
            .. Twice(api, Output, api.Outputs),
        ];
    }

    private static IEnumerable<Finding> Twice(CustomApiDeclaration api, string attribute, IEnumerable<CustomApiField> fields) =>
        fields
            .GroupBy(field => field.Name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => api.Class.Says($"{attribute} {group.Key}", "The name is declared twice. Remove one."));

    private static IEnumerable<DeclaredAttribute> Answers(PluginClass plugin, PluginAssembly assembly) =>
        plugin.All(Answer).SelectMany(answer => AnswerOf(answer, assembly)?.All(Output) ?? []);

    private static PluginClass? AnswerOf(DeclaredAttribute answer, PluginAssembly assembly) =>
        assembly.Others.FirstOrDefault(type => type.FullName == answer.Text(0) && type.All(Output).Any());

    private static CustomApiField Field(DeclaredAttribute field) => new(field.Text(0), field.Number(1), field.Text(2), field.Flag("IsOptional"));
}
