using PowerIntegration.Sandbox.Hosting;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>A copy of what ships of the app, to be broken.</summary>
internal sealed class AppFiles : IDisposable
{
    private static readonly string[] Parts = ["AppModules", "AppModuleSiteMaps", "Dashboards", "Entities", "WebResources"];

    private AppFiles(string folder) => Folder = folder;

    /// <summary>The folder, as an unpacked solution.</summary>
    public string Folder { get; }

    /// <summary>A copy of the shipped files.</summary>
    public static AppFiles Copy()
    {
        var core = RepositoryLayout.Find().SolutionFolders.Single(folder => Path.GetFileName(folder) == "core");
        var folder = Directory.CreateTempSubdirectory("powerintegration-app-").FullName;
        foreach (var file in Parts.SelectMany(part => Directory.GetFiles(Path.Combine(core, part), "*", SearchOption.AllDirectories)))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(core, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return new AppFiles(folder);
    }

    /// <summary>One file of what ships, with a text in it changed; nothing else.</summary>
    /// <param name="folder">The folder in which the first file that holds the text is changed.</param>
    /// <param name="before">The text.</param>
    /// <param name="after">What is there instead.</param>
    /// <param name="name">Name of the file.</param>
    public static AppFiles Broken(string folder, string before, string after, out string name)
    {
        var core = RepositoryLayout.Find().SolutionFolders.Single(one => Path.GetFileName(one) == "core");
        var file = Directory
            .GetFiles(Path.Combine(core, folder), "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .First(path => File.ReadAllText(path).Contains(before, StringComparison.Ordinal));
        name = Path.GetFileName(file);
        var files = new AppFiles(Directory.CreateTempSubdirectory("powerintegration-app-").FullName);
        files.Write(Path.GetRelativePath(core, file), File.ReadAllText(file).Replace(before, after, StringComparison.Ordinal));
        // The content of a web resource and what is said about it belong together.
        const string Metadata = ".data.xml";
        var other = file.EndsWith(Metadata, StringComparison.Ordinal) ? file[..^Metadata.Length] : file + Metadata;
        if (File.Exists(other))
        {
            files.Write(Path.GetRelativePath(core, other), File.ReadAllText(other));
        }

        return files;
    }

    /// <summary>Deletes a file.</summary>
    /// <param name="path">Its path below the folder.</param>
    public void Delete(string path) => File.Delete(Path.Combine(Folder, path));

    private void Write(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>Changes the first file of a folder that holds a text; every place of it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="before">The text.</param>
    /// <param name="after">What is there instead.</param>
    /// <returns>Name of the file.</returns>
    public string Change(string folder, string before, string after)
    {
        var file = Directory
            .GetFiles(Path.Combine(Folder, folder), "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .First(path => File.ReadAllText(path).Contains(before, StringComparison.Ordinal));
        File.WriteAllText(file, File.ReadAllText(file).Replace(before, after, StringComparison.Ordinal));
        return Path.GetFileName(file);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
