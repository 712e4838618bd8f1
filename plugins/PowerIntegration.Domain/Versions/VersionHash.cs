using PowerIntegration.Domain.Documents;

namespace PowerIntegration.Domain.Versions;

/// <summary>What a version says, as one hash that people compare before they activate it. SHA-256 in hexadecimal.</summary>
public static class VersionHash
{
    /// <summary>Hash of one version. The order of the columns does not matter; an empty value and a missing one are the same.</summary>
    /// <param name="table">Logical name of the table.</param>
    /// <param name="columns">Columns and their values as text.</param>
    public static string Of(string table, IEnumerable<KeyValuePair<string, string?>> columns)
    {
        var text = new CanonicalText().Section(table);
        foreach (var column in columns.Where(pair => !string.IsNullOrEmpty(pair.Value)).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Field(column.Key, column.Value);
        }

        return text.Sha256();
    }

    /// <summary>Hash of a batch: of the hashes of its versions, in any order.</summary>
    public static string OfBatch(IEnumerable<string> hashes)
    {
        var text = new CanonicalText().Section("batch");
        foreach (var hash in hashes.OrderBy(hash => hash, StringComparer.Ordinal))
        {
            text.Field("version", hash);
        }

        return text.Sha256();
    }
}
