using Microsoft.Xrm.Sdk;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Tests.Fixtures;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Dataverse;

public sealed class EnvironmentPinTests
{
    [Theory]
    [InlineData(EnvironmentTable.ProcoreCompanyId, "4266", "The Procore company of environment 'LAKESHORE' is '4266'")]
    [InlineData(EnvironmentTable.OraclePod, "acme", "The Oracle pod of environment 'LAKESHORE' is 'acme'")]
    public async Task No_operation_runs_for_another_pair_of_systems(string column, string value, string sentence)
    {
        await using var host = await GatewayHost.StartAsync();
        host.Dataverse.Row(EnvironmentTable.LogicalName, host.EnvironmentId)[column] = value;

        Answer[] answers =
        [
            await host.GetAsync("/connection"),
            await host.GetAsync("/procore/projects"),
            await host.PostAsync("/procore/changes/detect"),
            await host.PostAsync("/oracle/documents/submit", new { documentId = host.EnvironmentId }),
        ];

        Assert.All(answers, answer => Assert.Contains(sentence, answer.Problem(409, "environment-mismatch"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Production_never_runs_against_a_sandbox()
    {
        await using var host = await GatewayHost.StartAsync();
        host.Dataverse.Row(EnvironmentTable.LogicalName, host.EnvironmentId)[EnvironmentTable.Kind] = new OptionSetValue(
            EnvironmentKindChoice.Production
        );

        Assert.Contains(
            "is production, but the Procore host",
            (await host.GetAsync("/connection")).Problem(409, "environment-mismatch"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(RuleStateChoice.Draft)]
    [InlineData(RuleStateChoice.Superseded)]
    [InlineData(null)]
    public async Task An_environment_that_two_people_have_not_activated_is_not_used(int? state)
    {
        await using var host = await GatewayHost.StartAsync();
        host.Dataverse.Row(EnvironmentTable.LogicalName, host.EnvironmentId)[EnvironmentTable.RuleState] = state is { } value
            ? new OptionSetValue(value)
            : null;

        var problem = (await host.GetAsync("/connection")).Problem(409, "environment-mismatch");
        Assert.Contains("'LAKESHORE' is not active", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_environment_that_does_not_exist_is_named()
    {
        await using var host = await GatewayHost.StartAsync(("Gateway:Environment", "ELSEWHERE"));

        Assert.Contains("'ELSEWHERE'", (await host.GetAsync("/connection")).Problem(409, "environment-mismatch"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("api.procore.com", "login.procore.com", "acme.fa.us2.oraclecloud.com", "acme", EnvironmentKindChoice.Production, true)]
    [InlineData("api.procore.com", "login.procore.com", "latest.fa.us2.oraclecloud.com", "latest", EnvironmentKindChoice.Production, true)]
    [InlineData("sandbox.procore.com", "login.procore.com", "acme.fa.us2.oraclecloud.com", "acme", EnvironmentKindChoice.Production, false)]
    [InlineData("api-monthly.procore.com", "login.procore.com", "acme.fa.us2.oraclecloud.com", "acme", EnvironmentKindChoice.Production, false)]
    [InlineData("api.procore.com", "login-sandbox.procore.com", "acme.fa.us2.oraclecloud.com", "acme", EnvironmentKindChoice.Production, false)]
    [InlineData("api.procore.com", "login.procore.com", "acme-test.fa.us2.oraclecloud.com", "acme", EnvironmentKindChoice.Production, false)]
    [InlineData(
        "api.procore.com",
        "login.procore.com",
        "fa-esew-dev28-saasfademo1.ds-fa.oraclepdemos.com",
        "x",
        EnvironmentKindChoice.Production,
        false
    )]
    [InlineData("api.procore.com", "login.procore.com", "acme.fa.us2.oraclecloud.com", "acme-test", EnvironmentKindChoice.Production, false)]
    [InlineData("localhost", "login.procore.com", "acme.fa.us2.oraclecloud.com", "acme", EnvironmentKindChoice.Production, false)]
    [InlineData(
        "sandbox.procore.com",
        "login-sandbox.procore.com",
        "acme-test.fa.us2.oraclecloud.com",
        "acme-test",
        EnvironmentKindChoice.DeveloperSandbox,
        true
    )]
    [InlineData("api.procore.com", "login.procore.com", "acme.fa.us2.oraclecloud.com", "acme", EnvironmentKindChoice.OnDemandSandbox, false)]
    [InlineData("127.0.0.1", "127.0.0.1", "127.0.0.1", "acme", EnvironmentKindChoice.DeveloperSandbox, true)]
    public void Systems_are_paired_by_what_their_names_say(string api, string login, string oracle, string pod, int kind, bool fits)
    {
        var systems = new PairedSystems(new Uri($"https://{api}"), new Uri($"https://{login}"), new Uri($"https://{oracle}"), pod);

        Assert.Equal(fits, systems.FirstMismatch(kind) is null);
    }
}
