using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Sandbox.Hosting;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary><c>--solution</c>: unpacked solutions of other publishers beside the product's own.</summary>
public sealed class FurtherSolutionTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("powerintegration-solution-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Tables_of_another_publisher_stand_beside_the_products_own()
    {
        Copy(folder, part => !part.StartsWith("PluginAssemblies", StringComparison.Ordinal));
        await using var driver = await StartAsync();

        var created = await driver.SendAsync(
            HttpMethod.Post,
            $"{driver.Sandbox.Root}/api/data/v9.2/cts_customers",
            SeedToken(driver),
            new JsonObject { ["cts_name"] = "Fulton Yards" }
        );

        Assert.Equal(204, created.Status);
        Assert.Single(await driver.RowsAsync("pint_environments?$select=pint_key"));
    }

    [Fact]
    public async Task A_plugin_assembly_that_is_not_in_the_folder_is_asked_for_by_its_identity()
    {
        Copy(folder, _ => true);

        var refusal = await Assert.ThrowsAsync<SolutionRefusedException>(StartAsync);

        Assert.Contains("PowerIntegration.Local.Tests, Version=1.0.0.0", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Entities/cts_Customer/Entity.xml", "<attributes>", "<attributs>")]
    [InlineData("Entities/cts_Customer/Entity.xml", "<OwnershipTypeMask>", "<OwnershipMask>")]
    [InlineData("Other/Solution.xml", "</ImportExportXml>", "")]
    [InlineData("OptionSets/cts_stage.xml", "languagecode=\"1033\"", "languagecode=\"1031\"")]
    [InlineData("Other/Solution.xml", "<CustomizationPrefix>cts", "<CustomizationPrefix>pint")]
    public async Task What_import_would_drop_or_refuse_is_named_with_its_file(string file, string text, string replacement)
    {
        Copy(folder, part => !part.StartsWith("PluginAssemblies", StringComparison.Ordinal));
        var path = Path.Combine(folder, file);
        var content = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.Contains(text, content, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, content.Replace(text, replacement, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<SolutionRefusedException>(StartAsync);

        Assert.Contains(file, refusal.Message, StringComparison.Ordinal);
    }

    private Task<SandboxDriver> StartAsync() =>
        SandboxDriver.StartAsync(
            Directory.CreateTempSubdirectory("powerintegration-test-").FullName,
            RunningSandbox.SeedStart,
            keepsStore: false,
            [folder]
        );

    private static string SeedToken(SandboxDriver driver) => driver.Sandbox.Issuer.IssueToken(RefusalTests.Seeder, driver.Sandbox.Root);

    private static void Copy(string target, Func<string, bool> takes)
    {
        var source = Path.Combine(RepositoryLayout.Find().Root, "tests", "PowerIntegration.Local.Tests", "Fixtures", "ContosoDesk");
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories).Where(file => takes(Path.GetRelativePath(source, file))))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
