namespace PowerIntegration.Domain.Documents;

/// <summary>The records that a document made in the target system, as its column lists them.</summary>
public static class RecordIds
{
    private const string Separator = ", ";

    /// <summary>The text of the ids.</summary>
    public static string Write(IEnumerable<string> ids) => string.Join(Separator, ids);

    /// <summary>The ids of a text; empty where there is none.</summary>
    public static IReadOnlyList<string> Read(string? text) =>
        string.IsNullOrEmpty(text) ? [] : text!.Split([Separator], StringSplitOptions.RemoveEmptyEntries);
}
