using System.IO.Compression;
using System.Xml.Linq;
using PowerIntegration.Packer.Packing;
using PowerIntegration.Packer.Sources;
using PowerIntegration.Packer.Verification.Manifests;
using Xunit;

namespace PowerIntegration.Packer.Tests.Packing;

public sealed class SolutionPackerTests : IDisposable
{
    private readonly DirectoryInfo output = Directory.CreateTempSubdirectory("packer-tests-");

    [Fact]
    public void Packing_twice_from_two_folders_gives_the_same_bytes()
    {
        using SourceCopy copy = new();
        string[] first = Pack("first", Repository.Solutions(), Repository.Definition());
        string[] second = Pack("second", copy.Solutions, copy.Definition);
        Assert.Equal(8, first.Length);
        Assert.All(first.Zip(second), pair => Assert.Equal(File.ReadAllBytes(pair.First), File.ReadAllBytes(pair.Second)));
    }

    [Fact]
    public void Each_package_is_there_under_its_name_with_and_without_the_version()
    {
        string[] files = Pack("named", Repository.Solutions(), Repository.Definition());
        Assert.Equal(
            [
                "PowerIntegrationConnector_0_1_0_0.zip",
                "PowerIntegrationConnector.zip",
                "PowerIntegrationCore_0_1_0_0.zip",
                "PowerIntegrationCore.zip",
                "PowerIntegrationFlows_0_1_0_0.zip",
                "PowerIntegrationFlows.zip",
                "PowerIntegrationApprovals_0_1_0_0.zip",
                "PowerIntegrationApprovals.zip",
            ],
            files.Select(Path.GetFileName)
        );
        Assert.All(files.Chunk(2), pair => Assert.Equal(File.ReadAllBytes(pair[0]), File.ReadAllBytes(pair[1])));
    }

    [Fact]
    public void A_package_stays_in_its_folder_whatever_the_solution_is_called()
    {
        using Sample sample = new(Sample.Elsewhere);
        sample.Replace("Other/Solution.xml", "<UniqueName>Contoso<", "<UniqueName>../../Contoso<");
        Assert.Equal(
            [".._.._Contoso_1_2_0_3.zip", ".._.._Contoso.zip"],
            SolutionPacker.Pack([sample.Read()], new PackageInputs(PackageKind.Unmanaged), output.FullName).Select(Path.GetFileName)
        );
    }

    [Fact]
    public void A_managed_package_says_so_in_its_name()
    {
        using Sample sample = new(Sample.Visits);
        Assert.Equal(
            ["PowerIntegrationVisits_1_2_0_3_managed.zip", "PowerIntegrationVisits_managed.zip"],
            SolutionPacker.Pack([sample.Read()], new PackageInputs(PackageKind.Managed), output.FullName).Select(Path.GetFileName)
        );
    }

    [Fact]
    public void Every_root_component_of_the_manifest_is_found_in_the_package()
    {
        foreach (string file in Pack("roots", Repository.Solutions(), Repository.Definition()))
        {
            using ZipArchive zip = ZipFile.OpenRead(file);
            XElement customizations = Read(zip, "customizations.xml");
            string[] listed = [.. RootComponentCheck.Listed(new SourceElement("solution.xml", Read(zip, "solution.xml"))).Select(Lower)];
            string[] found = [.. InPackage(customizations).Select(Lower)];
            Assert.NotEmpty(listed);
            Assert.Equal(listed.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Every_payload_that_customizations_names_lies_in_the_zip_and_its_extension_is_declared()
    {
        foreach (string file in Pack("payload", Repository.Solutions(), Repository.Definition()))
        {
            using ZipArchive zip = ZipFile.OpenRead(file);
            string[] entries = [.. zip.Entries.Select(entry => entry.FullName)];
            string[] named =
            [
                .. Read(zip, "customizations.xml")
                    .Descendants()
                    .Where(element => !element.HasElements && element.Value.StartsWith('/') && Path.HasExtension(element.Value))
                    .Select(element => element.Value.TrimStart('/')),
            ];
            Assert.Empty(named.Except(entries));
            XElement[] types = [.. Read(zip, "[Content_Types].xml").Elements()];
            string[] declared = [.. types.Select(type => (string?)type.Attribute("Extension")).OfType<string>()];
            string[] overridden = [.. types.Select(type => (string?)type.Attribute("PartName")).OfType<string>()];
            string[] plain = [.. entries.Where(entry => !overridden.Contains("/" + entry))];
            Assert.All(plain, entry => Assert.True(Path.HasExtension(entry), entry));
            Assert.Empty(plain.Select(entry => Path.GetExtension(entry)[1..]).Except(declared, StringComparer.OrdinalIgnoreCase));
            Assert.Equal(["[Content_Types].xml", "solution.xml", "customizations.xml"], entries.Take(3));
        }
    }

    [Fact]
    public void The_package_of_the_core_holds_the_built_plugin_assembly_and_no_other()
    {
        using ZipArchive zip = ZipFile.OpenRead(Pack("assembly", Repository.Solutions(), Repository.Definition())[2]);
        ZipArchiveEntry entry = Assert.Single(zip.Entries, entry => entry.FullName.EndsWith(".dll", StringComparison.OrdinalIgnoreCase));
        using MemoryStream content = new();
        using (Stream stream = entry.Open())
        {
            stream.CopyTo(content);
        }

        Assert.Equal(File.ReadAllBytes(Repository.PluginAssembly), content.ToArray());
    }

    [Fact]
    public void Connection_references_and_custom_api_files_survive_packing()
    {
        string[] files = Pack("kept", Repository.Solutions(), Repository.Definition());
        using ZipArchive core = ZipFile.OpenRead(files[2]);
        using ZipArchive flows = ZipFile.OpenRead(files[4]);
        UnpackedSolution source = Repository.Solutions()[1];
        Assert.Equal(
            source.FilesIn("customapis", ""),
            core.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("customapis/", StringComparison.Ordinal))
        );
        Assert.Equal(2, Read(flows, "customizations.xml").Element("connectionreferences")!.Elements().Count());
    }

    public void Dispose() => output.Delete(recursive: true);

    private static string Lower(string text) => text.ToLowerInvariant();

    private static System.Collections.Generic.IEnumerable<string> InPackage(XElement customizations) =>
        [
            .. customizations.Element("Entities")!.Elements("Entity").Select(entity => "1 " + entity.Element("Name")!.Value),
            .. customizations.Element("optionsets")!.Elements("optionset").Select(choice => "9 " + choice.Attribute("Name")!.Value),
            .. customizations.Element("Roles")!.Elements("Role").Select(role => "20 " + role.Attribute("id")!.Value),
            .. customizations.Element("Workflows")!.Elements("Workflow").Select(flow => "29 " + flow.Attribute("WorkflowId")!.Value),
            .. customizations.Element("Dashboards")!.Elements("Dashboard").Select(dashboard => "60 " + dashboard.Element("FormId")!.Value),
            .. customizations.Element("WebResources")!.Elements("WebResource").Select(resource => "61 " + resource.Element("Name")!.Value),
            .. customizations
                .Element("AppModuleSiteMaps")!
                .Elements("AppModuleSiteMap")
                .Select(map => "62 " + map.Element("SiteMapUniqueName")!.Value),
            .. customizations.Element("AppModules")!.Elements("AppModule").Select(app => "80 " + app.Element("UniqueName")!.Value),
            .. customizations
                .Element("SolutionPluginAssemblies")!
                .Elements("PluginAssembly")
                .Select(assembly => $"91 {{{assembly.Attribute("PluginAssemblyId")!.Value}}} {assembly.Attribute("FullName")!.Value}"),
            .. customizations
                .Element("SdkMessageProcessingSteps")!
                .Elements("SdkMessageProcessingStep")
                .Select(step => "92 " + step.Attribute("SdkMessageProcessingStepId")!.Value),
            .. customizations
                .Element("Connectors")!
                .Elements("Connector")
                .Select(connector => $"372 {{{connector.Element("connectorid")!.Value}}} {connector.Element("name")!.Value}"),
        ];

    private static XElement Read(ZipArchive zip, string name)
    {
        using Stream stream = zip.GetEntry(name)!.Open();
        return XDocument.Load(stream).Root!;
    }

    private string[] Pack(string folder, UnpackedSolution[] solutions, ConnectorDefinition definition) =>
        [
            .. SolutionPacker.Pack(
                solutions,
                new PackageInputs(PackageKind.Unmanaged, definition, () => File.ReadAllBytes(Repository.PluginAssembly)),
                Path.Combine(output.FullName, folder)
            ),
        ];
}
