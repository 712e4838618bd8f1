using System.Linq;
using System.Reflection;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Registration;

namespace PowerIntegration.Plugins.Tests.Fakes;

/// <summary>The steps as the class declares them.</summary>
internal static class StepRegistry
{
    private static readonly PluginStepAttribute[] Steps = [.. typeof(ProtectFinalRows).GetCustomAttributes<PluginStepAttribute>()];

    public static PluginStepAttribute? Find(string message, string table) =>
        Steps.SingleOrDefault(step => step.Message == message && step.Table == table);

    /// <summary>True where the platform would call the step: on an update only if a filtering column is among those sent.</summary>
    public static bool Applies(string message, Entity target) => Find(message, target.LogicalName) is { } step
        && (step.FilteringAttributes.Length == 0 || step.FilteringAttributes.Any(column => target.Attributes.ContainsKey(column)));
}
