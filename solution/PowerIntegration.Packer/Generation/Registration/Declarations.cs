using PowerIntegration.Packer.Findings;
using PowerIntegration.Packer.Generation.Output;
using PowerIntegration.Packer.Generation.Plugins;
using PowerIntegration.Packer.Sources;

namespace PowerIntegration.Packer.Generation.Registration;

/// <summary>All that the classes of an assembly declare, without contradiction.</summary>
/// <param name="CustomApis">Custom APIs.</param>
/// <param name="Steps">Steps.</param>
internal sealed record Declarations(IReadOnlyList<CustomApiDeclaration> CustomApis, IReadOnlyList<StepDeclaration> Steps)
{
    /// <summary>What an assembly declares.</summary>
    /// <exception cref="PackingRefusedException">Something is missing, said twice, or not in the solution; the findings say what.</exception>
    public static Declarations Of(PluginAssembly assembly, IReadOnlyList<TableSource> tables)
    {
        Declarations declared = new(
            [.. assembly.Plugins.SelectMany(plugin => CustomApiDeclarations.Of(plugin, assembly))],
            [.. assembly.Plugins.SelectMany(plugin => StepDeclarations.Of(plugin, tables))]
        );
        Refuse.Any([
            .. assembly.Plugins.SelectMany(plugin => CustomApiDeclarations.Faults(plugin, assembly)),
            .. CustomApiDeclarations.Repeated(declared.CustomApis),
            .. assembly.Plugins.SelectMany(plugin => ProtectedTables.Faults(plugin, tables)),
            .. declared.Steps.SelectMany(step => StepDeclarations.Faults(step, tables)),
            .. StepDeclarations.Repeated(declared.Steps),
            .. assembly.Plugins.Where(plugin => plugin.Attributes.Count == 0).Select(Unregistered),
            .. assembly.Plugins.GroupBy(plugin => plugin.Name).SelectMany(group => group.Skip(1)).Select(SameName),
        ]);
        return declared;
    }

    private static Finding Unregistered(PluginClass plugin) =>
        plugin.Says("class " + plugin.Name, "Nothing registers the plug-in. Add an attribute, or make the class abstract.");

    private static Finding SameName(PluginClass plugin) =>
        plugin.Says("class " + plugin.Name, "Another plug-in has the same name, and ids are made of names. Rename one of them.");
}
