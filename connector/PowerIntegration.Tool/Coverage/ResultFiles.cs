using PowerIntegration.Tool.Files;

namespace PowerIntegration.Tool.Coverage;

/// <summary>The result files of a proof. They are put in their places together, so a mistake in the last file leaves no half result.</summary>
internal sealed class ResultFiles(DirectoryInfo target) : IDisposable
{
    private readonly List<CsvResult> files = [];

    /// <summary>Begins a result file.</summary>
    public CsvResult Begin(string name)
    {
        var file = new CsvResult(StructureFile.PathOf(target, name), StructureFile.ColumnsOf(name));
        files.Add(file);
        return file;
    }

    /// <summary>Puts all of them in their places.</summary>
    public void Finish() => files.ForEach(file => file.Finish());

    /// <summary>Removes what was not finished.</summary>
    public void Dispose() => files.ForEach(file => file.Dispose());
}
