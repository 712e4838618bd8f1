using System.Text.Json.Nodes;

namespace PowerIntegration.Sandbox.Attack;

/// <summary>
/// A copy of the data folder in which every shipped role has a holder, and invoices of 2026 are approved in Teams: half of the year tests approval in
/// Procore, the other half approval here.
/// </summary>
internal sealed class AttackedJob : IDisposable
{
    /// <summary>An application to which someone gave the roles of gateway and flows, and which no two people registered.</summary>
    public const string Impostor = "impostor";

    /// <summary>Holds the role Auditor.</summary>
    public const string Auditor = "alice.meyer";

    private const int Teams = 723100002;

    /// <summary>Copies and changes the folder.</summary>
    /// <param name="dataFolder">The job.</param>
    public AttackedJob(string dataFolder)
    {
        Folder = Directory.CreateTempSubdirectory("powerintegration-attacked-").FullName;
        foreach (var file in Directory.EnumerateFiles(dataFolder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(dataFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Change("dataverse/70-pint_ownershiprules.json", MoveToTeams);
        Change("users.json", AddUsers);
    }

    /// <summary>The changed folder.</summary>
    public string Folder { get; }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static void MoveToTeams(JsonNode root)
    {
        var rows = root["rows"]!.AsArray();
        var inProcore = rows[0]!.AsObject();
        var inTeams = inProcore.DeepClone().AsObject();
        inProcore["pint_validto"] = "2025-12-31";
        inTeams["pint_key"] = inProcore["pint_key"] + "|2026";
        inTeams["pint_name"] = "Subcontractor invoices are approved in Teams";
        inTeams["pint_approvalplace"] = Teams;
        inTeams["pint_triggerstatus"] = "under_review";
        inTeams["pint_validfrom"] = "2026-01-01";
        rows.Add(inTeams);
    }

    private static void AddUsers(JsonNode root)
    {
        var users = root.AsArray();
        users.Add(Node(Auditor, 2, "Alice Meyer", ["PowerIntegration Auditor"], ["Read"], null));
        users.Add(
            Node(
                Impostor,
                3,
                "Impostor",
                ["PowerIntegration Gateway", "PowerIntegration Flow Connection", "PowerIntegration Approvals Connection"],
                [],
                new Guid("77aa0000-0000-4000-8000-000000000009")
            )
        );
    }

    private static JsonObject Node(string name, byte number, string fullName, string[] roles, string[] appRoles, Guid? application) =>
        new()
        {
            ["name"] = name,
            ["objectId"] = $"77aa0000-0000-4000-8000-0000000001{number:d2}",
            ["systemUserId"] = $"77aa0000-0000-4000-8000-0000000002{number:d2}",
            ["fullName"] = fullName,
            ["email"] = $"{name}@lakeshorebuilders.example",
            ["securityRoles"] = new JsonArray([.. roles.Select(role => (JsonNode)role)]),
            ["appRoles"] = new JsonArray([.. appRoles.Select(role => (JsonNode)role)]),
            ["isApplication"] = application is not null,
            ["applicationId"] = application?.ToString(),
        };

    private void Change(string file, Action<JsonNode> change)
    {
        var path = Path.Combine(Folder, file);
        var root = JsonNode.Parse(File.ReadAllText(path))!;
        change(root);
        File.WriteAllText(path, root.ToJsonString());
    }
}
