namespace PowerIntegration.Packer.Verification.Flows.Dataverse;

/// <summary>Takes an $expand apart: names with options in brackets, such as pint_ProjectId($select=pint_name).</summary>
internal static class ExpandReader
{
    /// <summary>The expanded names, each with what is in its brackets.</summary>
    public static IEnumerable<(string Name, string Options)> Split(string expand) =>
        AtTopLevel(expand, ',')
            .Select(entry =>
                entry.IndexOf('(', StringComparison.Ordinal) is var bracket and > 0 && entry.EndsWith(')')
                    ? (entry[..bracket], entry[(bracket + 1)..^1])
                    : (entry, "")
            );

    /// <summary>The options in brackets, each as a name and a value; a value without a name is its own name.</summary>
    public static IEnumerable<(string Name, string Value)> Options(string options) =>
        AtTopLevel(options, ';').Select(option => option.Split('=', 2)).Select(parts => (parts[0], parts.Length == 2 ? parts[1] : ""));

    /// <summary>Value of an option, or null.</summary>
    public static string? Option(string options, string name) =>
        Options(options).Where(option => option.Name == name).Select(option => option.Value).FirstOrDefault();

    private static IEnumerable<string> AtTopLevel(string text, char separator)
    {
        int depth = 0;
        int from = 0;
        for (int index = 0; index <= text.Length; index++)
        {
            char character = index < text.Length ? text[index] : separator;
            depth += character switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (index == text.Length || (character == separator && depth == 0))
            {
                string part = text[from..index].Trim();
                from = index + 1;
                if (part.Length > 0)
                {
                    yield return part;
                }
            }
        }
    }
}
