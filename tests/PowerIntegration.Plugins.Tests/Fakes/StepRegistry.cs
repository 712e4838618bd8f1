using System.Reflection;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Drift;
using PowerIntegration.Plugins.Intake;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Versions;

namespace PowerIntegration.Plugins.Tests.Fakes;

/// <summary>The steps as the classes declare them.</summary>
internal static class StepRegistry
{
    private static readonly Type[] Plugins =
    [
        typeof(ProtectFinalRows),
        typeof(ProtectCommitmentBase),
        typeof(ProtectVersions),
        typeof(ProvideKeys),
        typeof(ProvideLock),
        typeof(RereadFromCutover),
        typeof(ProtectOpeningBalances),
        typeof(ProtectInbox),
        typeof(ProtectMirrors),
        typeof(ProtectReleases),
        typeof(ProtectProcoreWorkflow),
    ];

    private static readonly List<DeclaredStep> Steps = [.. Plugins.SelectMany(Single), .. Plugins.SelectMany(Protected)];

    public static DeclaredStep Find(string message, string table) => Steps.First(step => step.Message == message && step.Table == table);

    /// <summary>The steps that the platform would call, in their order: on an update only if a filtering column is among those sent.</summary>
    public static IReadOnlyList<DeclaredStep> Called(string message, Entity target) =>
        [.. Steps.Where(step => step.Message == message && step.Table == target.LogicalName && step.IsCalledBy(target)).OrderBy(step => step.Stage)];

    private static IEnumerable<DeclaredStep> Single(Type plugin) =>
        plugin
            .GetCustomAttributes<PluginStepAttribute>()
            .Select(step => new DeclaredStep(
                plugin,
                step.Message,
                step.Table,
                step.Stage,
                target => step.FilteringAttributes.Length == 0 || step.FilteringAttributes.Any(target.Contains),
                step.PreImage,
                step.PreImageAttributes
            ));

    // Which columns a table has is the solution's to say; here every column that is not refreshable calls the step.
    private static IEnumerable<DeclaredStep> Protected(Type plugin) =>
        from table in plugin.GetCustomAttributes<ProtectedTableAttribute>()
        from message in new[] { "Update", "Delete", "Assign", "SetState", "SetStateDynamicEntity" }
        let isUpdate = message == "Update"
        select new DeclaredStep(
            plugin,
            message,
            table.Table,
            PluginStage.PreOperation,
            target => !isUpdate || target.Attributes.Keys.Except([.. table.Refreshable, table.Table + "id"]).Any(),
            isUpdate ? table.PreImage : "",
            table.PreImageAttributes
        );
}
