using System.Net;
using System.Net.Sockets;
using PowerIntegration.Gateway.Hosting;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Hosting;

/// <summary>What an operator reads where the gateway does not start.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task Without_configuration_every_setting_is_named_once_and_there_is_no_stack_trace()
    {
        var (code, error) = await StartAsync();
        Assert.Equal(2, code);
        var lines = error.Trim().Split('\n');
        foreach (
            var setting in new[]
            {
                "Gateway:Environment",
                "Gateway:ClientId",
                "Gateway:Clients",
                "Procore:BaseUrl",
                "Oracle:BaseUrl",
                "Dataverse:Url",
            }
        )
        {
            Assert.Single(lines, line => line.StartsWith(setting + " is missing", StringComparison.Ordinal));
        }

        Assert.Equal(lines.Length, lines.Distinct().Count());
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_in_use_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://{taken.LocalEndpoint}";
        var (code, error) = await StartAsync(
            "--urls=" + address,
            "--Gateway:Environment=LAKESHORE",
            "--Gateway:Authority=https://issuer.example/8f0b6c52-6a3e-4c4f-9a1b-7e2d3c4b5a69/v2.0",
            "--Gateway:ClientId=c0a1e2d3-4b5c-4d6e-8f70-8192a3b4c5d6",
            "--Gateway:Clients=1e2d3c4b-5a69-4788-97a6-b5c4d3e2f101",
            "--Procore:BaseUrl=https://procore.example",
            "--Procore:LoginUrl=https://procore.example",
            "--Procore:CompanyId=1",
            "--Procore:ClientId=client",
            "--Procore:ClientSecret=secret",
            "--Oracle:BaseUrl=https://oracle.example",
            "--Oracle:TokenUrl=https://oracle.example/token",
            "--Oracle:Pod=pod",
            "--Oracle:ClientId=client",
            "--Oracle:ClientSecret=secret",
            "--Dataverse:Url=https://dataverse.example"
        );
        Assert.Equal(2, code);
        Assert.Contains(address, error, StringComparison.Ordinal);
        Assert.Contains("ASPNETCORE_URLS", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    private static async Task<(int Code, string Error)> StartAsync(params string[] arguments)
    {
        await using var error = new StringWriter();
        var code = await GatewayStart.RunAsync(arguments, error, TestContext.Current.CancellationToken);
        return (code, error.ToString());
    }
}
