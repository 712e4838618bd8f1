using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Dataverse;
using PowerIntegration.Local.Identity;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

public sealed class ShippedCoreTests
{
    private static readonly Guid ServiceUser = new("0b000000-0000-4000-8000-0000000000f1");

    [Fact]
    public void The_shipped_solutions_load_with_the_shipped_plug_in_assembly_and_refuse_nothing()
    {
        using var dataverse = Start();
        var service = dataverse.CreateService(null);
        var id = service.Create(
            new Entity("pint_environment")
            {
                ["pint_name"] = "Test",
                ["pint_key"] = "TEST",
                ["pint_kind"] = new OptionSetValue(723100003),
                ["pint_generation"] = 1,
                ["pint_procorecompanyid"] = "1",
                ["pint_oraclepod"] = "test",
            }
        );
        Assert.Equal("TEST", service.Retrieve("pint_environment", id, new ColumnSet("pint_key"))["pint_key"]);
    }

    [Fact]
    public void The_shipped_custom_api_runs_from_the_net462_file_and_answers_a_business_refusal()
    {
        using var dataverse = Start();
        var service = dataverse.CreateService(ServiceUser);
        var answer = service.Execute(
            new OrganizationRequest("pint_PrepareDocument") { ["DocumentId"] = new Guid("0b000000-0000-4000-8000-0000000000aa") }
        );
        var execution = Assert.Single(dataverse.Executions, execution => execution.Stage == 30);
        Assert.Equal("PowerIntegration.Plugins.Dispatch.PrepareDocument", execution.Plugin);
        Assert.NotEmpty(execution.Requests);
        Assert.Equal("Refused", answer["State"]);
        Assert.Contains("0b000000-0000-4000-8000-0000000000aa", (string)answer["Message"], StringComparison.Ordinal);
    }

    private static LocalDataverse Start()
    {
        var root = DeskSolution.RepositoryRoot;
        return LocalDataverse.Start(
            new LocalDataverseOptions
            {
                SolutionFolders = [.. new[] { "connector", "core", "flows", "approvals" }.Select(name => Path.Combine(root, "solution", name))],
                PluginAssemblyFiles = [Plugin(root)],
                TimeProvider = new DrivenClock(new DateTimeOffset(2025, 11, 3, 14, 0, 0, TimeSpan.Zero)),
                IdSource = new SeededIdSource(1),
                Users =
                [
                    new SandboxUser(
                        "service",
                        new Guid("0a000000-0000-4000-8000-0000000000f1"),
                        ServiceUser,
                        "Service",
                        "service@contoso.example",
                        ["PowerIntegration Gateway", "PowerIntegration Flow Connection"],
                        [],
                        true
                    ),
                ],
                BaseUrl = Desk.BaseUrl,
            }
        );
    }

    // The configuration of this very build, so that an old file is never the one tested.
    private static string Plugin(string root)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Path.Combine(root, "plugins", "PowerIntegration.Plugins", "bin", configuration, "net462", "PowerIntegration.Plugins.dll");
    }
}
