using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Dataverse.Changes;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

public sealed class ChangeFeedTests
{
    [Fact]
    public async Task Only_committed_changes_are_told_after_the_commit_and_in_order()
    {
        var seen = new List<string>();
        var countAtDelivery = -1;
        await using var desk = Desk.Start(solution =>
            solution.Step(
                "Create",
                "cts_customer",
                40,
                plug =>
                {
                    if (plug.Target.GetAttributeValue<string>("cts_name") == "refused")
                    {
                        throw new InvalidPluginExecutionException("No.");
                    }
                }
            )
        );
        using var subscription = desk.Dataverse.Changes.Subscribe(
            new RowChangeSubscription { Message = 7, EntityLogicalName = "cts_customer" },
            change =>
            {
                seen.Add($"{change.Message} {change.Body["cts_name"]}".Trim());
                countAtDelivery = desk.Count("cts_customer");
            }
        );
        var id = desk.Customer("first");
        Assert.Equal(1, countAtDelivery);
        Desk.Fault(() => desk.Customer("refused"));
        desk.Service.Update(new Entity("cts_customer", id) { ["cts_name"] = "renamed" });
        desk.Service.Delete("cts_customer", id);
        Assert.Equal(["Create first", "Update renamed", "Delete"], seen);
    }

    [Fact]
    public async Task Message_columns_and_filter_choose_what_a_subscriber_hears()
    {
        var seen = new List<int>();
        await using var desk = Desk.Start();
        using var subscription = desk.Dataverse.Changes.Subscribe(
            new RowChangeSubscription
            {
                Message = 4,
                EntityLogicalName = "cts_customer",
                FilteringAttributes = "cts_counter",
                FilterExpression = "cts_counter gt 2 and startswith(cts_name,'P')",
            },
            change => seen.Add((int)change.Body["cts_counter"]!)
        );
        var id = desk.Customer("Prairie", counter: 1);
        desk.Customer("Halsted", counter: 9);
        desk.Customer("Pullman", counter: 5);
        desk.Service.Update(new Entity("cts_customer", id) { ["cts_counter"] = 3 });
        desk.Service.Update(new Entity("cts_customer", id) { ["cts_note"] = "not watched" });
        desk.Service.Update(new Entity("cts_customer", id) { ["cts_counter"] = 3 });
        desk.Service.Delete("cts_customer", id);
        Assert.Equal([5, 3, 3], seen);
    }

    [Fact]
    public async Task The_body_is_the_row_as_the_web_api_writes_it()
    {
        RowChange? seen = null;
        await using var desk = Desk.Start();
        using var subscription = desk.Dataverse.Changes.Subscribe(
            new RowChangeSubscription { Message = 1, EntityLogicalName = "cts_case" },
            change => seen = change
        );
        var customer = desk.Customer("Prairie");
        desk.Service.Create(
            new Entity("cts_case")
            {
                ["cts_stage"] = new OptionSetValue(727270001),
                ["cts_customerid"] = new EntityReference("cts_customer", customer),
            }
        );
        Assert.Equal(customer.ToString(), (string?)seen!.Body["_cts_customerid_value"]);
        Assert.Equal("Working", (string?)seen.Body["cts_stage@OData.Community.Display.V1.FormattedValue"]);
        Assert.Equal(("cts_cases", Desk.Admin.SystemUserId), (seen.EntitySetName, seen.UserId));
    }

    [Fact]
    public async Task A_handler_may_write_rows_and_hears_of_them_in_turn()
    {
        var seen = new List<string>();
        await using var desk = Desk.Start();
        using var subscription = desk.Dataverse.Changes.Subscribe(
            new RowChangeSubscription { Message = 1, EntityLogicalName = "cts_customer" },
            change =>
            {
                var name = (string)change.Body["cts_name"]!;
                if (name == "first")
                {
                    desk.Customer("second");
                }

                seen.Add(name);
            }
        );
        desk.Customer("first");
        Assert.Equal(["first", "second"], seen);
    }

    [Fact]
    public async Task A_change_whose_handler_failed_is_told_again_and_the_writer_is_not_harmed()
    {
        var calls = new List<string>();
        await using var desk = Desk.Start();
        using var subscription = desk.Dataverse.Changes.Subscribe(
            new RowChangeSubscription { Message = 1, EntityLogicalName = "cts_customer" },
            change =>
            {
                calls.Add((string)change.Body["cts_name"]!);
                if (calls.Count == 1)
                {
                    throw new InvalidOperationException("Asleep.");
                }
            }
        );
        desk.Customer("first");
        Assert.Equal("Asleep.", desk.Dataverse.LastDeliveryFailure?.Message);
        desk.Customer("second");
        Assert.Equal(["first", "first", "second"], calls);
        Assert.Null(desk.Dataverse.LastDeliveryFailure);
    }

    [Theory]
    [InlineData(8, "cts_customer", 4, null, null)]
    [InlineData(4, "cts_nothing", 4, null, null)]
    [InlineData(4, "cts_customer", 1, null, null)]
    [InlineData(4, "cts_customer", 4, "cts_nothing", null)]
    [InlineData(4, "cts_customer", 4, null, "cts_nothing eq 1")]
    [InlineData(4, "cts_case", 4, null, "cts_CustomerId/cts_name eq 'x'")]
    public async Task A_subscription_that_cannot_be_kept_is_refused(int message, string table, int scope, string? columns, string? filter)
    {
        await using var desk = Desk.Start();
        Assert.Throws<FaultException<OrganizationServiceFault>>(() =>
            desk.Dataverse.Changes.Subscribe(
                new RowChangeSubscription
                {
                    Message = message,
                    EntityLogicalName = table,
                    Scope = scope,
                    FilteringAttributes = columns,
                    FilterExpression = filter,
                },
                change => { }
            )
        );
    }
}
