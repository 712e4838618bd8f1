using PowerIntegration.Gateway.Tests.Fixtures;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Pickers;

public sealed class PickerTests
{
    [Fact]
    public async Task Projects_are_listed_with_ids_as_text()
    {
        await using var host = await GatewayHost.StartAsync();
        host.Procore.On(
            "GET",
            "/rest/v1.1/projects?company_id=562949953421312&page=1&per_page=100",
            """[{"id":562949953500001,"name":"Fulton Yards Tower","project_number":"24-017"}]"""
        );

        Assert.Equal(
            """{"value":[{"id":"562949953500001","name":"Fulton Yards Tower","number":"24-017"}]}""",
            (await host.GetAsync("/procore/projects")).Ok().Body.GetRawText()
        );
    }

    [Fact]
    public async Task Commitments_are_listed_with_their_vendor()
    {
        await using var host = await GatewayHost.StartAsync();
        host.Procore.On(
            "GET",
            "/rest/v1.0/work_order_contracts?project_id=7&",
            """[{"id":41,"number":"SC-001","title":"Concrete","status":"Approved","vendor":{"id":35,"company":"Prairie Concrete"}},{"id":42}]"""
        );

        Assert.Equal(
            """{"value":[{"id":"41","number":"SC-001","title":"Concrete","vendor":"Prairie"""
                + """ Concrete","status":"Approved"},{"id":"42","number":null,"title":null,"vendor":null,"status":null}]}""",
            (await host.GetAsync("/procore/projects/7/commitments")).Ok().Body.GetRawText()
        );
    }

    [Fact]
    public async Task Tasks_say_whether_they_take_cost()
    {
        await using var host = await GatewayHost.StartAsync();
        host.Oracle.On(
            "GET",
            FakePayables.Root + "projects?q=ProjectNumber='FYT-2401'",
            """{"items":[{"ProjectId":300000331530301}],"hasMore":false}"""
        );
        host.Oracle.On(
            "GET",
            FakePayables.Root + "projects/300000331530301/child/Tasks?",
            """
            {"items":[{"TaskId":2,"TaskNumber":"3310","TaskName":"Footings","ParentTaskId":1,"ChargeableFlag":true},
                      {"TaskId":1,"TaskNumber":"3300","TaskName":"Concrete","ChargeableFlag":false},
                      {"TaskId":3,"TaskNumber":"2100","ChargeableFlag":true,"LowestTask":false}],"hasMore":false}
            """
        );

        Assert.Equal(
            """{"value":[{"taskNumber":"2100","name":null,"chargeable":true,"lowestLevel":false},"""
                + """{"taskNumber":"3300","name":"Concrete","chargeable":false,"lowestLevel":false},"""
                + """{"taskNumber":"3310","name":"Footings","chargeable":true,"lowestLevel":true}]}""",
            (await host.GetAsync("/oracle/projects/FYT-2401/tasks")).Ok().Body.GetRawText()
        );
    }

    [Fact]
    public async Task A_project_oracle_does_not_show_is_named()
    {
        await using var host = await GatewayHost.StartAsync();
        host.Oracle.On("GET", FakePayables.Root + "projects?q=ProjectNumber='O''X'", """{"items":[],"hasMore":false}""");

        Assert.Contains(
            "'O'X'",
            (await host.GetAsync("/oracle/projects/O'X/tasks")).Problem(404, "oracle-project-unknown"),
            StringComparison.Ordinal
        );
    }
}
