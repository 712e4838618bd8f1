using System.Text.Json.Nodes;
using PowerIntegration.Local.Identity;
using PowerIntegration.Local.Procore.Scripts;
using PowerIntegration.Local.Storage;

namespace PowerIntegration.Local.Seed;

/// <summary>
/// The state the sandbox starts from: what Procore and Oracle hold, the configuration rows, the users, and the months that can be played.
/// </summary>
public sealed class SeedFolder
{
    private SeedFolder(SeedReader reader)
    {
        Path = reader.Root;
        Procore = reader.ReadArrays("procore");
        Oracle = reader.ReadArrays("oracle");
        Dataverse = reader.ReadDataverse("dataverse");
        Users = reader.ReadAs<IReadOnlyList<SandboxUser>>("users.json");
        Months = reader.ReadAs<MonthsScript>("months.json").Months;
        RequireDistinctUsers();
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Procore's records in its wire shapes, by file name without extension, for example <c>line_items</c>.</summary>
    public IReadOnlyDictionary<string, JsonArray> Procore { get; }

    /// <summary>Oracle's records with Fusion's attribute names, by file name without extension, for example <c>purchaseOrders</c>.</summary>
    public IReadOnlyDictionary<string, JsonArray> Oracle { get; }

    /// <summary>Dataverse rows in creation order.</summary>
    public IReadOnlyList<SeedRow> Dataverse { get; }

    /// <summary>People and applications.</summary>
    public IReadOnlyList<SandboxUser> Users { get; }

    /// <summary>Months of billing, oldest first.</summary>
    public IReadOnlyList<MonthScript> Months { get; }

    /// <summary>Reads a folder whole.</summary>
    /// <param name="path">The folder; its layout is described in <c>data/README.md</c>.</param>
    /// <exception cref="SeedException">A file is missing, is not JSON, or has a row or field that cannot be used.</exception>
    public static SeedFolder Load(string path) => new(new SeedReader(path));

    /// <summary>Reads the rows that ship beside the solutions, which are written like those of a data folder.</summary>
    /// <param name="root">The folder of the solutions.</param>
    /// <param name="folder">Name of the folder within it.</param>
    /// <exception cref="SeedException">The folder is missing, or a file or row cannot be used.</exception>
    public static IReadOnlyList<SeedRow> LoadShipped(string root, string folder) => new SeedReader(root).ReadDataverse(folder);

    /// <summary>The user of a short name.</summary>
    /// <param name="name">For example <c>gateway</c>.</param>
    /// <exception cref="SeedException">There is none.</exception>
    public SandboxUser User(string name) =>
        Users.FirstOrDefault(user => user.Name == name)
        ?? throw new SeedException(
            "users.json",
            "",
            $"the user {name} is missing. The users are {string.Join(", ", Users.Select(user => user.Name))}."
        );

    private void RequireDistinctUsers()
    {
        var twice = Users.GroupBy(user => user.Name).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new SeedException("users.json", $"name {twice.Key}", "two users have this name. Give each its own.");
        }
    }
}
