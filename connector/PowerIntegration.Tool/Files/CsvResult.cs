using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace PowerIntegration.Tool.Files;

/// <summary>A CSV file that is written beside its place and put there whole.</summary>
internal sealed class CsvResult : IDisposable
{
    private const string Unfinished = ".part";

    private readonly CsvWriter csv;
    private readonly string path;
    private bool isOpen = true;

    /// <summary>Begins a file.</summary>
    public CsvResult(string path, IEnumerable<string> columns)
    {
        this.path = path;
        csv = new CsvWriter(
            new StreamWriter(path + Unfinished, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16),
            new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }
        );
        Add([.. columns]);
    }

    /// <summary>Adds a row.</summary>
    public void Add(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        csv.NextRecord();
    }

    /// <summary>Puts the file in its place.</summary>
    public void Finish()
    {
        Close();
        File.Move(path + Unfinished, path, overwrite: true);
    }

    /// <summary>Removes what was not finished.</summary>
    public void Dispose()
    {
        Close();
        File.Delete(path + Unfinished);
    }

    private void Close()
    {
        if (isOpen)
        {
            isOpen = false;
            csv.Dispose();
        }
    }
}
