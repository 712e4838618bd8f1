namespace PowerIntegration.Packer.Verification.Shapes;

/// <summary>Finds what a misspelt name was meant to be.</summary>
internal static class Spelling
{
    // Two slips of a finger; more would suggest names that only look alike.
    private const int MostSlips = 2;

    /// <summary>The nearest of the known names, or null where none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) =>
        known
            .Select(name => (Name: name, Slips: Distance(word.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(pair => pair.Slips <= MostSlips)
            .OrderBy(pair => pair.Slips)
            .Select(pair => pair.Name)
            .FirstOrDefault();

    // Letters to add, to drop and to change (Levenshtein), one row of the table at a time.
    private static int Distance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int changed = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
