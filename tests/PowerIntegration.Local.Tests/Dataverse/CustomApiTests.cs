using Microsoft.Xrm.Sdk;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

public sealed class CustomApiTests
{
    [Fact]
    public async Task Typed_scalars_go_in_and_come_out()
    {
        var api = "";
        await using var desk = Desk.Start(solution =>
            api = solution.CustomApi(
                plug =>
                {
                    Assert.Equal(30, plug.Context.Stage);
                    plug.Context.OutputParameters["Doubled"] = (decimal)plug.Context.InputParameters["Amount"] * 2;
                    plug.Context.OutputParameters["Id"] = plug.Context.InputParameters["Id"];
                    plug.Context.OutputParameters["When"] = plug.Context.InputParameters["When"];
                },
                new()
                {
                    ["Id"] = 12,
                    ["Amount"] = 2,
                    ["When"] = 1,
                    ["Comment?"] = 10,
                },
                new()
                {
                    ["Doubled"] = 2,
                    ["Id"] = 12,
                    ["When"] = 1,
                    ["Nothing"] = 10,
                }
            )
        );
        var answer = await desk.SendAsync(
            "POST",
            api,
            """{"Id":"0b000000-0000-4000-8000-000000000009","Amount":0.1,"When":"2025-10-31T00:00:00Z"}"""
        );
        Assert.Equal(200, answer.Status);
        Assert.Equal("0.2", answer.Json!["Doubled"]!.ToJsonString());
        Assert.Equal("0b000000-0000-4000-8000-000000000009", (string?)answer.Json["Id"]);
        Assert.Equal("2025-10-31T00:00:00Z", (string?)answer.Json["When"]);
        Assert.Null(answer.Json["Nothing"]);
        Assert.EndsWith($"#Microsoft.Dynamics.CRM.{api}Response", (string?)answer.Json["@odata.context"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{}""", "0x80040203", "Amount")]
    [InlineData("""{"Amount":"1"}""", "0x80048d19", "Amount")]
    [InlineData("""{"Amount":1,"Other":2}""", "0x80048d19", "Other")]
    public async Task A_missing_mistyped_or_unknown_parameter_is_refused_by_name(string body, string code, string named)
    {
        var ran = false;
        var api = "";
        await using var desk = Desk.Start(solution => api = solution.CustomApi(plug => ran = true, new() { ["Amount"] = 2 }));
        var answer = await desk.SendAsync("POST", api, body);
        Assert.Equal((400, code), (answer.Status, answer.Code));
        Assert.Contains(named, answer.Message, StringComparison.Ordinal);
        Assert.False(ran);
    }

    [Fact]
    public async Task Its_plug_in_runs_in_a_transaction_that_a_refusal_takes_back()
    {
        var api = "";
        await using var desk = Desk.Start(solution =>
            api = solution.CustomApi(plug =>
            {
                plug.Service.Create(new Entity("cts_customer") { ["cts_name"] = "half" });
                throw new InvalidPluginExecutionException("No.");
            })
        );
        Assert.Equal(400, (await desk.SendAsync("POST", api)).Status);
        Assert.Equal(0, desk.Count("cts_customer"));
    }

    [Fact]
    public async Task An_output_that_is_not_declared_or_of_another_type_is_the_plug_ins_fault()
    {
        var undeclared = "";
        var mistyped = "";
        await using var desk = Desk.Start(solution =>
        {
            undeclared = solution.CustomApi(plug => plug.Context.OutputParameters["Total"] = 1m);
            mistyped = solution.CustomApi(plug => plug.Context.OutputParameters["Total"] = 1, null, new() { ["Total"] = 2 });
        });
        Assert.Contains("Total", (await desk.SendAsync("POST", undeclared)).Message, StringComparison.Ordinal);
        Assert.Contains("Decimal is declared", (await desk.SendAsync("POST", mistyped)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_execute_privilege_is_asked_of_the_caller()
    {
        var api = "";
        await using var desk = Desk.Start(solution => api = solution.CustomApi(plug => { }, privilege: "prvWritects_Case"));
        var refused = await desk.SendAsync("POST", api, null, Desk.Reader);
        Assert.Equal((403, "0x80040220"), (refused.Status, refused.Code));
        Assert.Equal(204, (await desk.SendAsync("POST", api, null, Desk.Agent)).Status);
    }

    [Fact]
    public async Task A_client_can_look_up_what_it_answers()
    {
        var api = "";
        await using var desk = Desk.Start(solution => api = solution.CustomApi(plug => { }, null, new() { ["Total"] = 2 }));
        var answer = await desk.GetAsync(
            $"customapis?$select=uniquename&$filter=uniquename eq '{api}'&$expand=CustomAPIResponseProperties($select=uniquename,type)"
        );
        var property = Assert.Single(Assert.Single(answer.Rows)!["CustomAPIResponseProperties"]!.AsArray())!;
        Assert.Equal(("Total", 2), ((string)property["uniquename"]!, (int)property["type"]!));
    }
}
