using NetArchTest.Rules;
using PowerIntegration.Architecture.Tests.Sources;
using PowerIntegration.Domain.ContractBilling;
using Xunit;

namespace PowerIntegration.Architecture.Tests;

/// <summary>A project refers only to projects before it in the order of layers, and the pure core to nothing of the world.</summary>
public sealed class ReferenceTests
{
    private const string Prefix = "PowerIntegration.";

    /// <summary>What each project that ships, and each that runs the product, may refer to.</summary>
    public static TheoryData<string, string[]> Allowed =>
        new()
        {
            { "PowerIntegration.Domain", [] },
            { "PowerIntegration.Tables", ["PowerIntegration.Domain"] },
            { "PowerIntegration.Plugins", ["PowerIntegration.Domain", "PowerIntegration.Tables"] },
            { "PowerIntegration.Gateway", ["PowerIntegration.Domain", "PowerIntegration.Tables"] },
            { "PowerIntegration.CommandLine", [] },
            { "PowerIntegration.Tool", ["PowerIntegration.CommandLine", "PowerIntegration.Domain", "PowerIntegration.Tables"] },
            { "PowerIntegration.Packer", ["PowerIntegration.CommandLine", "PowerIntegration.Domain"] },
            { "PowerIntegration.Audit", [] },
            { "PowerIntegration.Local", [] },
        };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_project_refers_only_to_what_stands_before_it(string name, string[] allowed) =>
        Assert.Empty(Repository.Project(name).References.Where(reference => reference.StartsWith(Prefix, StringComparison.Ordinal)).Except(allowed));

    [Fact]
    public void Every_project_that_ships_has_its_row() =>
        Assert.Empty(
            Repository.Projects.Where(project => project.Ships).Select(project => project.Name).Except(Allowed.Select(row => row.Data.Item1))
        );

    [Fact]
    public void Nothing_that_ships_refers_to_tests() =>
        Assert.DoesNotContain(
            Repository.Projects.Where(project => project.Ships).SelectMany(project => project.References),
            reference => Repository.Project(reference).Folder.StartsWith("tests/", StringComparison.Ordinal)
        );

    [Fact]
    public void Domain_has_no_package() => Assert.Empty(Repository.Project("PowerIntegration.Domain").Packages);

    [Fact]
    public void Domain_knows_no_platform_no_file_no_network_and_no_thread()
    {
        var result = Types
            .InAssembly(typeof(BillingEngine).Assembly)
            .ShouldNot()
            .HaveDependencyOnAny(
                "Microsoft.Xrm",
                "Microsoft.PowerPlatform",
                "Microsoft.AspNetCore",
                "Microsoft.Extensions",
                "System.Data",
                "System.Diagnostics.Process",
                "System.IO.Directory",
                "System.IO.File",
                "System.IO.Path",
                "System.Net",
                "System.Random",
                "System.Threading",
                "System.TimeProvider"
            )
            .GetResult();
        Assert.Empty(result.FailingTypeNames ?? []);
    }

    [Fact]
    public void The_local_runtimes_are_compiled_against_nothing_of_the_product() =>
        Assert.DoesNotContain(
            typeof(Local.Dataverse.LocalDataverse).Assembly.GetReferencedAssemblies(),
            assembly => assembly.Name!.StartsWith(Prefix, StringComparison.Ordinal)
        );
}
