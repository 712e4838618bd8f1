using System.Text.Json.Nodes;
using PowerIntegration.Sandbox.Hosting;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>A copy of the seeded job's data folder in which some rows are others.</summary>
internal sealed class ChangedData : IDisposable
{
    public ChangedData()
    {
        Folder = Directory.CreateTempSubdirectory("powerintegration-data-").FullName;
        foreach (var file in Directory.EnumerateFiles(RepositoryLayout.Find().DefaultDataFolder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(RepositoryLayout.Find().DefaultDataFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Folder { get; }

    /// <summary>True where a row of Dataverse is another, so that a store that holds the seeded ones does not fit.</summary>
    public bool ChangesRows { get; private set; }

    /// <summary>Name of the changed rows where several tests change them alike, so that they are entered once; null where they do not.</summary>
    public string? SharedRows { get; init; }

    /// <summary>Changes one file of the copy.</summary>
    public ChangedData With(string file, Action<JsonNode> change)
    {
        ChangesRows |= file.StartsWith("dataverse/", StringComparison.Ordinal);
        var path = Path.Combine(Folder, file);
        var root = JsonNode.Parse(File.ReadAllText(path))!;
        change(root);
        File.WriteAllText(path, root.ToJsonString());
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
