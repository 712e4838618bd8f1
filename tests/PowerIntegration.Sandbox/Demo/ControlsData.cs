using System.Text.Json.Nodes;
using PowerIntegration.Sandbox.Hosting;

namespace PowerIntegration.Sandbox.Demo;

/// <summary>
/// The job as the controls need it, in a folder of its own: October is approved in Procore, November in Oracle, December in Teams; Oracle asks for
/// approvals; one subcontractor approves its own invoice.
/// </summary>
internal sealed class ControlsData : IDisposable
{
    /// <summary>Invoice that its own submitter approves.</summary>
    public const string OwnApproval = "HE-40213";

    private const string Halsted = "luis.ortega@halstedelectric.example";

    private ControlsData(string folder) => Folder = folder;

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>True where a data folder has what the controls are shown on.</summary>
    public static bool Fits(RepositoryLayout layout, string dataFolder) => Path.GetFullPath(dataFolder) == Path.GetFullPath(layout.DefaultDataFolder);

    /// <summary>Copies a data folder and changes what the controls need.</summary>
    public static ControlsData Of(string dataFolder)
    {
        var data = new ControlsData(Directory.CreateTempSubdirectory("powerintegration-controls-").FullName);
        foreach (var file in Directory.EnumerateFiles(dataFolder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(data.Folder, Path.GetRelativePath(dataFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        data.Change("dataverse/70-pint_ownershiprules.json", Places);
        data.Change("oracle/invoiceSources.json", root => root[0]!["ApprovalRequired"] = true);
        data.Change(
            "months.json",
            root =>
                root["months"]!
                    .AsArray()
                    .SelectMany(month => month!["invoices"]!.AsArray())
                    .Single(invoice => invoice!["invoice_number"]!.ToString() == OwnApproval)!["reviewed_by"] = Halsted
        );
        return data;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    // One rule for each month: place and status of a rule are those of the day on which the period ends.
    private static void Places(JsonNode root)
    {
        var rows = root["rows"]!.AsArray();
        var procore = rows[0]!.AsObject();
        rows.Add(Rule(procore, "ORACLE", 723100001, "2025-11-01", "2025-11-30"));
        rows.Add(Rule(procore, "TEAMS", 723100002, "2025-12-01", null));
        procore["pint_validto"] = "2025-10-31";
    }

    private static JsonObject Rule(JsonObject procore, string place, int choice, string from, string? to)
    {
        var rule = procore.DeepClone().AsObject();
        rule["pint_key"] = $"{procore["pint_key"]}|{place}";
        rule["pint_name"] = $"Subcontractor invoices are approved in {place}";
        rule["pint_approvalplace"] = choice;
        rule["pint_triggerstatus"] = "under_review";
        rule["pint_validfrom"] = from;
        if (to is not null)
        {
            rule["pint_validto"] = to;
        }

        return rule;
    }

    private void Change(string file, Action<JsonNode> change)
    {
        var path = Path.Combine(Folder, file);
        var root = JsonNode.Parse(File.ReadAllText(path))!;
        change(root);
        File.WriteAllText(path, root.ToJsonString());
    }
}
