using Microsoft.Extensions.Options;
using PowerIntegration.Gateway.Tests.Fixtures;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Hosting;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Gateway:Environment", "", "Gateway:Environment is missing")]
    [InlineData("Gateway:Environment", "Lakeshore One", "Gateway:Environment must be")]
    [InlineData("Gateway:Authority", "", "Gateway:Authority is missing")]
    [InlineData("Gateway:Authority", "https://login.microsoftonline.com/common/v2.0", "which does not name one tenant")]
    [InlineData("Gateway:Authority", "https://sts.windows.net/8f0b6c52-6a3e-4c4f-9a1b-7e2d3c4b5a69/", "which does not name one tenant")]
    [InlineData("Gateway:Authority", "https://login.microsoftonline.com/8f0b6c52-6a3e-4c4f-9a1b-7e2d3c4b5a69/v2.0/", "does not name one tenant")]
    [InlineData("Gateway:Authority", "https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0", "not name one tenant")]
    [InlineData("Gateway:ClientId", "", "Gateway:ClientId is missing")]
    [InlineData("Gateway:ClientId", "api://gateway", "Gateway:ClientId is 'api://gateway', which is not a client ID")]
    [InlineData("Gateway:ClientId", "00000000-0000-0000-0000-000000000000", "which is not a client ID")]
    [InlineData("Gateway:ApplicationIdUri", "", "Gateway:ApplicationIdUri is missing")]
    [InlineData("Gateway:ApplicationIdUri", "*", "Gateway:ApplicationIdUri is '*', which is not an application ID URI")]
    [InlineData("Gateway:Scope", "", "Gateway:Scope is missing")]
    [InlineData("Gateway:Scope", "access_as_user openid", "Gateway:Scope is 'access_as_user openid', which is not the name of one permission")]
    [InlineData("Gateway:Clients", "", "Gateway:Clients is missing")]
    [InlineData("Gateway:Clients", " , ", "Gateway:Clients is missing")]
    [InlineData("Gateway:Clients", "*", "Gateway:Clients has '*', which is not a client ID")]
    [InlineData("Gateway:Clients", "1e2d3c4b-5a69-4788-97a6-b5c4d3e2f101;x", "Gateway:Clients has '1e2d3c4b-5a69-4788-97a6-b5c4d3e2f101;x'")]
    [InlineData("Limits:DetectPerMinute", "0", "Limits:DetectPerMinute must be 1 to 1000")]
    [InlineData("Limits:ListsPerMinute", "1001", "Limits:ListsPerMinute must be 1 to 1000")]
    [InlineData("Procore:CompanyId", "acme", "Procore:CompanyId must be digits")]
    [InlineData("Procore:BaseUrl", "http://sandbox.procore.com", "Procore:BaseUrl is 'http://sandbox.procore.com/', which is not https")]
    [InlineData("Procore:ClientSecret", "", "Procore:ClientSecret is missing")]
    [InlineData("Oracle:BaseUrl", "lakeshore", "Oracle:BaseUrl is 'lakeshore', which is not an absolute address")]
    [InlineData("Oracle:TokenUrl", "", "Oracle:TokenUrl is missing")]
    [InlineData("Oracle:Pod", "", "Oracle:Pod is missing")]
    [InlineData("Dataverse:Url", "", "Dataverse:Url is missing")]
    public async Task A_setting_that_is_wrong_stops_the_start_by_name(string setting, string value, string sentence)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => GatewayHost.StartAsync((setting, value)));

        Assert.Contains(sentence, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_named_in_a_vault_needs_the_vault()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            GatewayHost.StartAsync(("Oracle:ClientSecret", ""), ("Oracle:ClientSecretName", "oracle-secret"))
        );

        Assert.Contains("Gateway:KeyVault", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_without_tls_are_taken_only_where_that_is_asked_for()
    {
        await using var host = await GatewayHost.StartAsync(
            ("Gateway:RequireHttps", "false"),
            ("Procore:BaseUrl", "http://127.0.0.1:5080/procore"),
            ("Gateway:MetadataAddress", $"http://issuer.example/{CallerTokens.TenantId}/v2.0/.well-known/openid-configuration")
        );

        (await host.GetAsync("/connection")).Ok();
    }
}
