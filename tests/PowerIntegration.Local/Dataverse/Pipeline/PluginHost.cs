using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Dataverse.Errors;
using PowerIntegration.Local.Dataverse.Metadata;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>
/// Loads the plug-in assemblies and keeps one instance per registration, shared between concurrent executions on purpose: the platform caches
/// instances too, and a plug-in with state is a fault to be found here.
/// </summary>
internal sealed class PluginHost
{
    private static readonly ConcurrentDictionary<string, Lazy<Assembly>> Loaded = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Assembly> assemblies;
    private readonly OrganizationModel model;
    private readonly ConcurrentDictionary<Guid, Lazy<IPlugin>> instances = new();

    public PluginHost(OrganizationModel model, IEnumerable<string> files)
    {
        this.model = model;
        assemblies = files.Select(file => Load(Path.GetFullPath(file))).ToDictionary(assembly => assembly.FullName!);
        foreach (var type in model.PluginTypes.Values)
        {
            TypeOf(type);
        }
    }

    public IPlugin Instance(Guid registrationId, Guid pluginTypeId, string? configuration) =>
        instances
            .GetOrAdd(
                registrationId,
                _ => new Lazy<IPlugin>(
                    () => Create(TypeOf(model.PluginTypes[pluginTypeId]), configuration),
                    LazyThreadSafetyMode.ExecutionAndPublication
                )
            )
            .Value;

    // The SDK is not beside the file; the context falls back to the one this process already runs. An assembly that this process itself runs is
    // taken as it is, so that a test and its plug-in see the same statics.
    private static Assembly Load(string file) =>
        AssemblyLoadContext.Default.Assemblies.FirstOrDefault(loaded => !loaded.IsDynamic && loaded.Location == file) ?? LoadOnce(file);

    // Compiling the plug-ins takes longer than a month of the demo: the organizations of one process share a built file, as those of a server do.
    private static Assembly LoadOnce(string file) =>
        Loaded
            .GetOrAdd(
                $"{file} {File.GetLastWriteTimeUtc(file).Ticks}",
                _ => new Lazy<Assembly>(() => new AssemblyLoadContext("Dataverse plug-ins").LoadFromAssemblyPath(file))
            )
            .Value;

    private Type TypeOf(PluginTypeDefinition definition)
    {
        if (!assemblies.TryGetValue(definition.AssemblyFullName, out var assembly))
        {
            throw new SolutionRefusedException(
                $"The solution registers the assembly '{definition.AssemblyFullName}'; "
                    + $"the files given are {string.Join("; ", assemblies.Keys.DefaultIfEmpty("none"))}. Name the built file of that identity."
            );
        }

        var type =
            assembly.GetType(definition.TypeName)
            ?? throw new SolutionRefusedException(
                $"The solution registers the plug-in '{definition.TypeName}', which '{definition.AssemblyFullName}' does not have."
            );
        return type.IsPublic && typeof(IPlugin).IsAssignableFrom(type)
            ? type
            : throw new SolutionRefusedException(
                $"The type '{definition.TypeName}' is not a public class that implements IPlugin from the SDK that is loaded here."
            );
    }

    // The secure configuration is never part of a solution and stays empty here.
    private static IPlugin Create(Type type, string? configuration)
    {
        try
        {
            if (type.GetConstructor([typeof(string), typeof(string)]) is { } both)
            {
                return (IPlugin)both.Invoke([configuration, null]);
            }

            return type.GetConstructor([typeof(string)]) is { } one ? (IPlugin)one.Invoke([configuration]) : (IPlugin)Activator.CreateInstance(type)!;
        }
        catch (TargetInvocationException exception)
        {
            throw Faults.Of(
                DataverseErrorCode.PluginUnexpected,
                $"The constructor of plug-in '{type.FullName}' failed: {exception.InnerException?.Message}"
            );
        }
    }
}
