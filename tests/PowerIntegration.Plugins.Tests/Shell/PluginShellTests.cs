using System.Reflection;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Dispatch;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Drift;
using PowerIntegration.Plugins.Intake;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Plugins.Tests.Fakes;
using PowerIntegration.Plugins.Versions;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Shell;

public sealed class PluginShellTests
{
    private static readonly Type[] PluginTypes =
    [
        .. typeof(PluginShell).Assembly.GetExportedTypes().Where(type => typeof(IPlugin).IsAssignableFrom(type) && !type.IsAbstract),
    ];

    [Fact]
    public void A_refusal_passes_untouched_and_is_traced()
    {
        var services = new FakeServices(FakeContext.OfApi("pint_PrepareDocument"), new FakeDataverse());
        var refusal = Assert.Throws<InvalidPluginExecutionException>(() => new PrepareDocument().Execute(services));
        Assert.Contains("value DocumentId is missing", refusal.Message, StringComparison.Ordinal);
        Assert.Null(refusal.InnerException);
        Assert.Contains("begins", services.Traces[0], StringComparison.Ordinal);
        Assert.Contains("refuses", services.Traces[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Any_other_fault_is_wrapped_with_its_correlation_and_traced_in_full()
    {
        var context = FakeContext.OfApi("pint_PrepareDocument");
        context.InputParameters["DocumentId"] = new Guid(1, 0, 0, new byte[8]);
        var services = new FakeServices(context, new BrokenFactory());
        var fault = Assert.Throws<InvalidPluginExecutionException>(() => new PrepareDocument().Execute(services));
        Assert.IsType<TimeoutException>(fault.InnerException);
        Assert.Contains("SQL {0} timed out", fault.Message, StringComparison.Ordinal);
        Assert.Contains(context.CorrelationId.ToString(), fault.Message, StringComparison.Ordinal);
        Assert.Contains("TimeoutException", services.Traces[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Plug_ins_keep_no_state_because_the_platform_shares_their_instances()
    {
        var fields = PluginTypes
            .SelectMany(type => type.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => !field.IsLiteral && !field.IsInitOnly);
        Assert.Empty(fields.Select(field => field.DeclaringType + "." + field.Name));
        Assert.Equal(61, PluginTypes.Length);
    }

    [Fact]
    public void Every_plug_in_says_beside_the_class_how_it_is_registered()
    {
        var apis = PluginTypes.Where(type => type.GetCustomAttribute<CustomApiAttribute>() is not null).ToList();
        Assert.All(apis, type => Assert.Equal("pint_" + type.Name, type.GetCustomAttribute<CustomApiAttribute>()!.UniqueName));
        Assert.Equal(
            [
                typeof(LabelCause),
                typeof(ProtectCommitmentBase),
                typeof(ProtectFinalRows),
                typeof(ProtectInbox),
                typeof(ProtectMirrors),
                typeof(ProtectOpeningBalances),
                typeof(ProtectProcoreWorkflow),
                typeof(ProtectReleases),
                typeof(ProtectVersions),
                typeof(ProvideKeys),
                typeof(ProvideLock),
                typeof(ProvideSupplierLock),
                typeof(RereadFromCutover),
            ],
            PluginTypes.Except(apis).OrderBy(type => type.Name, StringComparer.Ordinal)
        );
        Assert.Equal(6, typeof(ProtectFinalRows).GetCustomAttributes<PluginStepAttribute>().Count());
        Assert.Equal(7, typeof(ProtectFinalRows).GetCustomAttributes<ProtectedTableAttribute>().Count());
        Assert.Equal(2, typeof(ProtectCommitmentBase).GetCustomAttributes<PluginStepAttribute>().Count());
    }

    private sealed class BrokenFactory : IOrganizationServiceFactory
    {
        public IOrganizationService CreateOrganizationService(Guid? userId) => throw new TimeoutException("SQL {0} timed out");
    }
}
