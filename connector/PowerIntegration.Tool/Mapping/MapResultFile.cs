using PowerIntegration.Tool.Files;

namespace PowerIntegration.Tool.Mapping;

/// <summary>The file with the result of each row, beside the workbook.</summary>
internal static class MapResultFile
{
    private static readonly string[] Columns = ["row", "result", "cell", "value", "message", "suggestion"];

    /// <summary>Where it is.</summary>
    public static string PathOf(string workbook) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(workbook))!, Path.GetFileNameWithoutExtension(workbook) + "-result.csv");

    /// <summary>Writes it.</summary>
    public static void Write(string workbook, IEnumerable<RowResult> results)
    {
        using var file = new CsvResult(PathOf(workbook), Columns);
        foreach (var result in results)
        {
            file.Add(
                result.Row.ToString(CultureInfo.InvariantCulture),
                result.Outcome.ToString().ToLowerInvariant(),
                Joined(result.Faults.Select(fault => fault.Cell)),
                Joined(result.Faults.Select(fault => fault.Value)),
                result.Faults.Count == 0 ? result.Message : string.Join(' ', result.Faults.Select(fault => fault.Message)),
                Joined(result.Faults.Select(fault => fault.Suggestion))
            );
        }

        file.Finish();
    }

    private static string Joined(IEnumerable<string> texts) => string.Join("; ", texts.Where(text => text.Length > 0));
}
