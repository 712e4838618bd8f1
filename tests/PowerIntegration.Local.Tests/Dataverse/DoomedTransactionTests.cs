using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

public sealed class DoomedTransactionTests
{
    private const uint NoActiveTransaction = 0x80040251;

    [Fact]
    public async Task A_plug_in_that_catches_a_failing_call_and_calls_on_is_told_that_there_is_no_transaction()
    {
        uint? next = null;
        await using var desk = Desk.Start(solution =>
            solution.Step(
                "Create",
                "cts_customer",
                20,
                plug =>
                {
                    Swallow(plug);
                    next = Desk.Fault(() => plug.Service.Create(new Entity("cts_case") { ["cts_name"] = "after" })).Code;
                }
            )
        );
        Assert.Equal(NoActiveTransaction, Desk.Fault(() => desk.Customer("Prairie")).Code);
        Assert.Equal(NoActiveTransaction, next);
        Assert.Equal(0, desk.Count("cts_customer"));
    }

    [Fact]
    public async Task A_plug_in_that_catches_a_failing_call_and_returns_fails_the_request_all_the_same()
    {
        await using var desk = Desk.Start(solution => solution.Step("Create", "cts_customer", 40, Swallow));
        var (code, message) = Desk.Fault(() => desk.Customer("Prairie"));
        Assert.Equal(NoActiveTransaction, code);
        Assert.StartsWith("There is no active transaction.", message, StringComparison.Ordinal);
        Assert.Equal(0, desk.Count("cts_customer"));
    }

    [Fact]
    public async Task Outside_a_transaction_a_caught_failure_harms_nothing()
    {
        await using var desk = Desk.Start(solution => solution.Step("Create", "cts_customer", 10, Swallow));
        desk.Customer("Prairie");
        Assert.Equal(1, desk.Count("cts_customer"));
    }

    private static void Swallow(Plug plug)
    {
        try
        {
            plug.Service.Retrieve("cts_case", Guid.Parse("11111111-1111-4111-8111-111111111111"), new ColumnSet("cts_name"));
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            plug.Trace.Trace(fault.Message);
        }
    }
}
