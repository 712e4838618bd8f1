using System.Text;
using PowerIntegration.Packer.Findings;

namespace PowerIntegration.Packer.Generation.Output;

/// <summary>All that one verb generates. It can be compared with what is checked in, and be written in its place.</summary>
/// <param name="Verb">The verb that makes the files, for the sentences.</param>
/// <param name="Files">The files.</param>
/// <param name="Places">Where no other files may be.</param>
public sealed record GeneratedFiles(string Verb, IReadOnlyList<GeneratedFile> Files, IReadOnlyList<GeneratedPlace> Places)
{
    /// <summary>What is not current below a root: one finding for each file.</summary>
    public IReadOnlyList<Finding> Differences(string root) =>
        [
            .. Files.Select(file => Difference(root, file)).OfType<Finding>(),
            .. Orphans(root).Select(path => new Finding(path, "the file", $"Its source no longer exists. Run '{Verb}', which deletes the file.")),
        ];

    /// <summary>Writes what is not current and deletes what no source makes; files that are current keep their time.</summary>
    /// <returns>One line for each file that was touched.</returns>
    public IReadOnlyList<string> Write(string root)
    {
        List<string> lines = [];
        foreach (GeneratedFile file in Files.Where(file => Difference(root, file) is not null))
        {
            string path = Path.Combine(root, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content);
            lines.Add("wrote " + file.Path);
        }

        foreach (string orphan in Orphans(root))
        {
            File.Delete(Path.Combine(root, orphan));
            RemoveEmptyFolders(Path.GetDirectoryName(Path.Combine(root, orphan))!);
            lines.Add("deleted " + orphan);
        }

        return lines;
    }

    private List<string> Orphans(string root)
    {
        HashSet<string> made = [.. Files.Select(file => file.Path)];
        return [.. Places.SelectMany(place => place.FilesIn(root)).Where(file => !made.Contains(file))];
    }

    private Finding? Difference(string root, GeneratedFile file)
    {
        string path = Path.Combine(root, file.Path);
        if (!File.Exists(path))
        {
            return new Finding(file.Path, "the file", $"It is missing. Run '{Verb}'.");
        }

        byte[] found = File.ReadAllBytes(path);
        return found.AsSpan().SequenceEqual(file.Content)
            ? null
            : new Finding(file.Path, LineOf(found, file.Content), $"It differs from what its source makes. Change the source and run '{Verb}'.");
    }

    private static string LineOf(byte[] found, byte[] made)
    {
        int same = found.AsSpan().CommonPrefixLength(made);
        return string.Create(CultureInfo.InvariantCulture, $"line {Encoding.UTF8.GetString(found, 0, same).Count(letter => letter == '\n') + 1}");
    }

    private static void RemoveEmptyFolders(string folder)
    {
        while (!Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
            folder = Path.GetDirectoryName(folder)!;
        }
    }
}
