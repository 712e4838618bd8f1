using System.Xml.Linq;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Dataverse;
using PowerIntegration.Local.Identity;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Tests.Documents;

/// <summary>
/// The core solution and the assembly that ship, on a local Dataverse, with a row in each protected table. The rows are written while no step is
/// registered; then the same store is opened with every step, by a user who holds every privilege that there is.
/// </summary>
public sealed class ProtectedRows : IDisposable
{
    private const string Steps = "SdkMessageProcessingSteps";

    private static readonly SandboxUser Attacker = new(
        "attacker",
        new Guid("0a000000-0000-4000-8000-000000000001"),
        new Guid("0b000000-0000-4000-8000-000000000001"),
        "Attacker",
        "attacker@contoso.example",
        ["System Administrator"],
        [],
        false
    );

    private static readonly string Root = FindRoot();

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("protected-rows-");
    private readonly LocalDataverse dataverse;

    public ProtectedRows()
    {
        using (var open = Start(CoreWithoutSteps()))
        {
            Rows = Write(open.CreateService(Attacker.SystemUserId));
        }

        dataverse = Start(Path.Combine(Root, "solution", "core"));
        Service = dataverse.CreateService(Attacker.SystemUserId);
    }

    /// <summary>Rows by table; the document is posted, and a second one, named after its state, is received.</summary>
    public IReadOnlyDictionary<string, EntityReference> Rows { get; }

    /// <summary>What the attacker calls.</summary>
    public IOrganizationService Service { get; }

    /// <summary>The columns that a table describes, without its primary key, and those of the platform that a caller may set.</summary>
    public static IEnumerable<string> Columns(string table) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, "solution", "core", "Entities"), "Entity.xml", SearchOption.AllDirectories)
            .Select(file => XDocument.Load(file).Root!)
            .Single(root => string.Equals(root.Element("Name")!.Value, table, StringComparison.OrdinalIgnoreCase))
            .Descendants("attribute")
            .Where(column => column.Element("Type")!.Value != "primarykey")
            .Select(column => column.Element("LogicalName")!.Value)
            .Concat(["statecode", "statuscode", "ownerid"]);

    /// <summary>The request that a row is attacked with.</summary>
    public static OrganizationRequest Attack(string message, EntityReference row) =>
        message switch
        {
            "Update" => new OrganizationRequest(message) { ["Target"] = new Entity(row.LogicalName, row.Id) { ["pint_name"] = "other" } },
            "Update of the owner" => new OrganizationRequest("Update")
            {
                ["Target"] = new Entity(row.LogicalName, row.Id) { ["ownerid"] = new EntityReference("systemuser", Attacker.SystemUserId) },
            },
            "Update of the status" => new OrganizationRequest("Update")
            {
                ["Target"] = new Entity(row.LogicalName, row.Id) { ["statecode"] = new OptionSetValue(1) },
            },
            "Upsert" => new OrganizationRequest(message)
            {
                ["Target"] = new Entity(row.LogicalName, "pint_key", row.LogicalName) { ["pint_name"] = "other" },
            },
            "Assign" => new OrganizationRequest(message)
            {
                ["Target"] = row,
                ["Assignee"] = new EntityReference("systemuser", Attacker.SystemUserId),
            },
            "Delete" => new OrganizationRequest(message) { ["Target"] = row },
            _ => new OrganizationRequest(message)
            {
                ["EntityMoniker"] = row,
                ["State"] = new OptionSetValue(1),
                ["Status"] = new OptionSetValue(2),
            },
        };

    /// <summary>A Dataverse of its own, with the same rows and without steps.</summary>
    public LocalDataverse OpenWithoutSteps(out IOrganizationService service, out IReadOnlyDictionary<string, EntityReference> rows)
    {
        var open = Start(CoreWithoutSteps(), isStored: false);
        service = open.CreateService(Attacker.SystemUserId);
        rows = Write(service);
        return open;
    }

    public void Dispose()
    {
        dataverse.Dispose();
        folder.Delete(recursive: true);
    }

    private static Dictionary<string, EntityReference> Write(IOrganizationService service)
    {
        string[] tables =
        [
            DocumentTable.LogicalName,
            SourceLineTable.LogicalName,
            PreparationTable.LogicalName,
            DocumentLineTable.LogicalName,
            EvidenceTable.LogicalName,
            AttachmentTable.LogicalName,
        ];
        var rows = tables.ToDictionary(table => table, table => Write(service, table, table, DocumentStateChoice.Posted));
        rows["Received"] = Write(service, DocumentTable.LogicalName, "Received", DocumentStateChoice.Received);
        return rows;
    }

    private static EntityReference Write(IOrganizationService service, string table, string key, int state)
    {
        var row = new Entity(table) { [DocumentTable.Key] = key, [DocumentTable.Name] = "kept" };
        if (table == DocumentTable.LogicalName)
        {
            row[DocumentTable.DocumentState] = new OptionSetValue(state);
        }

        return new EntityReference(table, service.Create(row));
    }

    private string CoreWithoutSteps()
    {
        var core = Path.Combine(folder.FullName, "core");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root, "solution", "core"), "*.xml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(core, Path.GetRelativePath(Path.Combine(Root, "solution", "core"), file));
            if (!copy.Contains(Steps, StringComparison.Ordinal))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy, overwrite: true);
            }
        }

        return core;
    }

    private LocalDataverse Start(string core, bool isStored = true) =>
        LocalDataverse.Start(
            new LocalDataverseOptions
            {
                SolutionFolders = [core],
                PluginAssemblyFiles = [PluginAssembly()],
                StorePath = isStored ? Path.Combine(folder.FullName, "dataverse.db") : null,
                TimeProvider = new DrivenClock(new DateTimeOffset(2025, 11, 4, 15, 0, 0, TimeSpan.Zero)),
                IdSource = new SeededIdSource(1),
                Users = [Attacker],
                BaseUrl = "http://dataverse.test",
            }
        );

    // The configuration of this very build, so that an old file is never the one tested.
    private static string PluginAssembly()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Path.Combine(Root, "plugins", "PowerIntegration.Plugins", "bin", configuration, "net462", "PowerIntegration.Plugins.dll");
    }

    private static string FindRoot()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "PowerIntegration.sln")))
        {
            root = root.Parent;
        }

        return root!.FullName;
    }
}
