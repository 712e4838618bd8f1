using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.Local.Tests.Procore;

/// <summary>What the simulator says about the rights of its account, in the shape of Procore's published SDK.</summary>
public sealed class PermissionTests
{
    private const string Manifest = "rest/v1.0/settings/permissions";

    [Fact]
    public async Task The_list_of_permissions_has_tools_with_a_level_and_permitted_actions()
    {
        await using var host = await ProcoreHost.StartAsync();

        var tools = (await host.GetAsync($"{Manifest}?project_id={ProcoreHost.Project}"))["tools"]!.AsArray();

        Assert.Equal(
            """
            {"id":11,"name":"commitments","friendly_name":"Commitments","available_for_user":true,"user_access_level":{"id":2,"name":"Read Only"},
            "permitted_actions":[{"id":1,"action_name":"view_private_commitments","label":"View Private Commitments","tool_name":"commitments"}]}
            """.ReplaceLineEndings(""),
            tools[0]!.ToJsonString()
        );
        Assert.NotEqual(tools.ToJsonString(), (await host.GetAsync($"{Manifest}?company_id={ProcoreHost.Company}"))["tools"]!.ToJsonString());
    }

    [Theory]
    [InlineData(Manifest, 400)]
    [InlineData(Manifest + "?company_id=562949953421312&project_id=562949953500001", 400)]
    [InlineData(Manifest + "?company_id=1", 403)]
    [InlineData(Manifest + "?project_id=562949953500002", 403)]
    [InlineData(Manifest + "?project_id=1", 404)]
    [InlineData(Manifest + "?user_id=1", 400)]
    [InlineData("rest/v1.3/companies/562949953421312/users/1", 404)]
    [InlineData("rest/v1.3/companies/562949953421312/users", 404)]
    public async Task What_is_not_documented_or_not_permitted_is_refused(string path, int status)
    {
        await using var host = await ProcoreHost.StartAsync();
        using var answer = await host.Client.GetAsync(path);
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
    }

    [Fact]
    public async Task The_directory_says_whether_the_account_is_an_accounting_approver()
    {
        await using var host = await ProcoreHost.StartAsync();

        var id = (await host.GetAsync("rest/v1.0/me"))["id"];
        var user = (JsonObject)await host.GetAsync($"rest/v1.3/companies/{ProcoreHost.Company}/users/{id}");

        Assert.False((bool)user["erp_integrated_accountant"]!);
    }
}
