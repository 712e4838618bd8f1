using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

/// <summary>The gateway's client and this Dataverse must understand each other over the wire.</summary>
public sealed class StandInClientTests
{
    [Fact]
    public async Task The_client_creates_deep_reads_queries_claims_and_calls()
    {
        var api = "";
        await using var desk = Desk.Start(solution =>
            api = solution.CustomApi(
                plug => plug.Context.OutputParameters["Total"] = (decimal)plug.Context.InputParameters["Amount"] + 1,
                new() { ["Amount"] = 2 },
                new() { ["Total"] = 2 }
            )
        );
        using var client = new ServiceClient(new Uri(desk.Url), _ => Task.FromResult(desk.Issuer.IssueToken(Desk.Admin, Desk.BaseUrl)));
        var customer = desk.Customer("Prairie", "X|1");
        var parent = new Entity("cts_case")
        {
            ["cts_name"] = "case",
            ["cts_customerid"] = new EntityReference("cts_customer", "cts_externalref", "X|1"),
            ["cts_due"] = new DateTime(2025, 10, 31),
            ["cts_amount"] = 12.5m,
            ["cts_stage"] = new OptionSetValue(727270001),
        };
        parent.RelatedEntities[new Relationship("cts_case_task")] = new EntityCollection([
            new Entity("cts_task") { ["cts_line"] = 1 },
            new Entity("cts_task") { ["cts_line"] = 2 },
        ]);
        var id = await client.CreateAsync(parent);

        var row = await client.RetrieveAsync("cts_case", id, new ColumnSet(true));
        Assert.Equal(
            (customer, "Prairie"),
            (row.GetAttributeValue<EntityReference>("cts_customerid").Id, row.GetAttributeValue<EntityReference>("cts_customerid").Name)
        );
        Assert.Equal((12.5m, new DateTime(2025, 10, 31)), (row["cts_amount"], row["cts_due"]));

        var query = new QueryExpression("cts_task")
        {
            ColumnSet = new ColumnSet("cts_line"),
            PageInfo = new PagingInfo { Count = 1, PageNumber = 1 },
        };
        query.AddOrder("cts_line", OrderType.Descending);
        query.AddLink("cts_case", "cts_caseid", "cts_caseid").EntityAlias = "c";
        query.LinkEntities[0].Columns = new ColumnSet("cts_name", "cts_customerid");
        query.LinkEntities[0].LinkCriteria.AddCondition("cts_caseid", ConditionOperator.Equal, id);
        var page = await client.RetrieveMultipleAsync(query);
        Assert.Equal(2, page.Entities.Single()["cts_line"]);
        Assert.Equal("case", ((AliasedValue)page.Entities[0]["c.cts_name"]).Value);
        Assert.True(page.MoreRecords);
        query.PageInfo = new PagingInfo
        {
            Count = 1,
            PageNumber = 2,
            PagingCookie = page.PagingCookie,
        };
        Assert.Equal(1, (await client.RetrieveMultipleAsync(query)).Entities.Single()["cts_line"]);

        var claim = new Entity("cts_case", id) { ["cts_number"] = "mine", RowVersion = row.RowVersion };
        await client.ExecuteAsync(new UpdateRequest { Target = claim, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches });
        var late = await Assert.ThrowsAsync<System.ServiceModel.FaultException<OrganizationServiceFault>>(() =>
            client.ExecuteAsync(new UpdateRequest { Target = claim, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches })
        );
        Assert.Equal(unchecked((int)0x80060882), late.Detail.ErrorCode);

        var upsert = new UpsertRequest { Target = new Entity("cts_customer", "cts_externalref", "X|2") { ["cts_name"] = "Second" } };
        Assert.True(((UpsertResponse)await client.ExecuteAsync(upsert)).RecordCreated);
        Assert.False(((UpsertResponse)await client.ExecuteAsync(upsert)).RecordCreated);
        Assert.Equal(1.25m, (await client.ExecuteAsync(new OrganizationRequest(api) { ["Amount"] = 0.25m }))["Total"]);
    }
}
