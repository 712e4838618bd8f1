using System.Text;

namespace PowerIntegration.Packer.Generation.Registration;

/// <summary>What people see for a unique name: its words.</summary>
internal static class DisplayWords
{
    /// <summary>The words, such as "Record outcome" for pint_RecordOutcome and "Record IDs" for RecordIds.</summary>
    public static string Of(string uniqueName)
    {
        StringBuilder words = new();
        foreach (char letter in uniqueName[(uniqueName.IndexOf('_', StringComparison.Ordinal) + 1)..])
        {
            bool begins = words.Length > 0 && char.IsAsciiLetterUpper(letter);
            words.Append(begins ? " " + char.ToLowerInvariant(letter) : letter);
        }

        return string.Join(' ', words.ToString().Split(' ').Select(Spelled));
    }

    private static string Spelled(string word) =>
        word switch
        {
            "id" => "ID",
            "ids" => "IDs",
            _ => word,
        };
}
