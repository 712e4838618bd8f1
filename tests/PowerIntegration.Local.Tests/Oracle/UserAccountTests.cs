using System.Net;
using System.Net.Http;
using Xunit;

namespace PowerIntegration.Local.Tests.Oracle;

/// <summary>User accounts are below the root of HCM, with their roles as a child.</summary>
public sealed class UserAccountTests
{
    private const string Accounts = "/oracle/hcmRestApi/resources/11.13.18.05/userAccounts";

    [Fact]
    public async Task An_account_is_found_by_its_name_and_its_roles_by_its_id()
    {
        await using var pod = await Pod.StartAsync();

        var account = (await pod.GetAsync($"{Accounts}?q=Username='{Pod.User}'&fields=GUID,Username&onlyData=true"))["items"]!.AsArray().Single()!;
        var roles = await pod.GetAsync($"{Accounts}/{account["GUID"]}/child/userAccountRoles?fields=RoleCode&onlyData=true&orderBy=RoleCode:asc");

        Assert.Equal("""[{"RoleCode":"ROLE_A"},{"RoleCode":"ROLE_B"}]""", roles["items"]!.ToJsonString());
        Assert.False((bool)roles["hasMore"]!);
    }

    [Theory]
    [InlineData("GET", "/oracle/fscmRestApi/resources/11.13.18.05/userAccounts", 404)]
    [InlineData("GET", "/oracle/hcmRestApi/resources/11.13.18.05/invoices", 404)]
    [InlineData("GET", "/oracle/hcmRestApi/scim/Users", 404)]
    [InlineData("GET", Accounts + "/UNKNOWN/child/userAccountRoles", 404)]
    [InlineData("POST", Accounts, 405)]
    public async Task What_the_simulator_does_not_have_there_is_refused(string method, string path, int status)
    {
        await using var pod = await Pod.StartAsync();
        using var answer = await pod.SendAsync(new HttpMethod(method), path);
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
    }
}
