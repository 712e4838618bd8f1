using PowerIntegration.Packer.Generation.App;
using PowerIntegration.Packer.Generation.Plugins;
using PowerIntegration.Packer.Generation.Registration;
using PowerIntegration.Packer.Generation.Release;
using PowerIntegration.Packer.Generation.Tables;
using Xunit;

namespace PowerIntegration.Packer.Tests.Generation;

/// <summary>What is generated is checked in; here it is made again and compared, byte for byte.</summary>
public sealed class CurrentFilesTests
{
    [Fact]
    public void The_constants_are_those_of_the_tables_and_choices_that_ship() =>
        Assert.Empty(TablesGenerator.Generate(Repository.Root).Differences(Repository.Root));

    [Fact]
    public void The_registration_is_that_of_the_assembly_that_ships_and_the_connector_that_of_its_definition()
    {
        PluginAssembly shipped = PluginAssembly.Read(File.ReadAllBytes(Repository.PluginAssembly));
        Assert.Empty(RegistrationGenerator.Generate(Repository.Root, shipped).Differences(Repository.Root));
    }

    [Fact]
    public void The_app_is_that_of_its_declarations() => Assert.Empty(AppGenerator.Generate(Repository.Root).Differences(Repository.Root));

    [Fact]
    public void What_the_nightly_check_compares_with_is_what_ships() =>
        Assert.Empty(ReleaseGenerator.Generate(Repository.Root).Differences(Repository.Root));
}
