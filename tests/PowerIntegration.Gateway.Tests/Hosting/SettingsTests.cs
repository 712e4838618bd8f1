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
            ("Gateway:MetadataAddress", "http://issuer.example/tenant/v2.0/.well-known/openid-configuration")
        );

        (await host.GetAsync("/connection")).Ok();
    }
}
