using System.Reflection;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace PowerIntegration.Sdk.Tests.Identity;

/// <summary>The very file that is built for .NET Framework runs in .NET 10 against the net10.0 stand-in: one set of types, not two.</summary>
public sealed class Net462PluginRunTests
{
    private static readonly IPlugin Plugin = Load();

    [Fact]
    public void It_reads_and_writes_rows_through_the_service_it_is_given()
    {
        var service = new OneRowService(new Entity("invoice", OneRowService.RowId) { ["amount"] = new Money(1250.50m) });

        Plugin.Execute(new PluginServices(service, OneRowService.RowId));

        Assert.Equal(new Money(2501.00m), service.Updated!["amount"]);
    }

    [Fact]
    public void It_catches_the_platforms_fault_and_its_refusal_is_caught_here()
    {
        var service = new OneRowService(row: null);

        var refusal = Assert.Throws<InvalidPluginExecutionException>(() => Plugin.Execute(new PluginServices(service, OneRowService.RowId)));

        Assert.Equal(unchecked((int)0x80040217), refusal.ErrorCode);
        Assert.Equal("The row could not be read: invoice Does Not Exist", refusal.Message);
    }

    private static IPlugin Load()
    {
        Assembly assembly = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "net462", "SamplePlugin.dll"));
        return (IPlugin)Activator.CreateInstance(assembly.GetType("PowerIntegration.Sdk.Tests.SamplePlugin.DoublesAnAmount", throwOnError: true)!)!;
    }
}
