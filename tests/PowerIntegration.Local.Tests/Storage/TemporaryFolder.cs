namespace PowerIntegration.Local.Tests.Storage;

/// <summary>A folder of one test, and copies of it as a kill would leave it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly List<string> all = [];

    public TemporaryFolder() => Path = Make();

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>What the disk holds at this moment: databases with their logs, without what a process keeps in memory.</summary>
    public string Copy()
    {
        var copy = Make();
        foreach (var file in Directory.EnumerateFiles(Path))
        {
            var target = System.IO.Path.Combine(copy, System.IO.Path.GetFileName(file));
            if (file.EndsWith(".lock", StringComparison.Ordinal))
            {
                // Empty, and not to be read while it is held.
                System.IO.File.WriteAllBytes(target, []);
            }
            else if (!file.EndsWith("-shm", StringComparison.Ordinal))
            {
                // The index of the log is shared memory; a new process makes its own.
                using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var to = new FileStream(target, FileMode.CreateNew);
                from.CopyTo(to);
            }
        }

        return copy;
    }

    public void Dispose() => all.ForEach(folder => Directory.Delete(folder, recursive: true));

    private string Make()
    {
        all.Add(Directory.CreateTempSubdirectory("store-test-").FullName);
        return all[^1];
    }
}
