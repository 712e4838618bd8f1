namespace PowerIntegration.Packer.Generation.Output;

/// <summary>A folder in which every file of a certain ending is generated, so that one that no source makes any more can go.</summary>
/// <param name="Folder">Folder below the root of the repository, with forward slashes.</param>
/// <param name="Ending">Ending of the file names; other files in the folder are left alone.</param>
/// <param name="Depth">Whether the folders below belong to it.</param>
public sealed record GeneratedPlace(string Folder, string Ending, SearchOption Depth = SearchOption.AllDirectories)
{
    /// <summary>The files that are there, as paths below the root.</summary>
    public IEnumerable<string> FilesIn(string root)
    {
        string folder = Path.Combine(root, Folder);
        return Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*" + Ending, Depth)
                .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
            : [];
    }
}
