using System.Reflection;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices;
using PowerIntegration.Plugins.Registration;

namespace PowerIntegration.Plugins.Tests.Fakes;

/// <summary>The steps as the classes declare them.</summary>
internal static class StepRegistry
{
    private static readonly List<(PluginStepAttribute Step, Type Plugin)> Steps =
    [
        .. new[] { typeof(ProtectFinalRows), typeof(ProtectContractBase) }.SelectMany(
            plugin => plugin.GetCustomAttributes<PluginStepAttribute>(),
            (plugin, step) => (step, plugin)
        ),
    ];

    public static PluginStepAttribute? Find(string message, string table) =>
        Steps.SingleOrDefault(step => step.Step.Message == message && step.Step.Table == table).Step;

    /// <summary>
    /// The plug-in that the platform would call; null where it would call none: on an update only if a filtering column is among those sent.
    /// </summary>
    public static IPlugin? Called(string message, Entity target)
    {
        var (step, plugin) = Steps.SingleOrDefault(step => step.Step.Message == message && step.Step.Table == target.LogicalName);
        return
            step is not null
            && (step.FilteringAttributes.Length == 0 || step.FilteringAttributes.Any(column => target.Attributes.ContainsKey(column)))
            ? (IPlugin)Activator.CreateInstance(plugin)!
            : null;
    }
}
