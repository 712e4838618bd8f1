using System.Text;
using PowerIntegration.Domain.Duplicates;

namespace PowerIntegration.Domain.Documents;

/// <summary>
/// The numbers of a document as its column keeps them, so that one query finds who uses a number: <c>|SC0021=SC-002-1|SC0021R=SC-002-1-R|</c>. Before
/// the sign stands what is searched for, after it the number itself.
/// </summary>
public static class NumberKeys
{
    /// <summary>Most characters of the column.</summary>
    public const int LengthMax = 1000;

    private const char Bar = '|';

    /// <summary>The text of the numbers; null where there is none.</summary>
    public static string? Write(IReadOnlyCollection<string> numbers)
    {
        if (numbers.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder().Append(Bar);
        foreach (var number in numbers)
        {
            text.Append(InvoiceNumberKey.Letters(number)).Append('=').Append(Plain(number)).Append(Bar);
        }

        return text.Length > LengthMax ? text.ToString(0, LengthMax) : text.ToString();
    }

    /// <summary>The numbers of a text.</summary>
    public static IReadOnlyList<string> Read(string? text) =>
        [.. (text ?? "").Split(Bar).Select(entry => entry.Split(['='], 2)).Where(parts => parts.Length == 2).Select(parts => parts[1])];

    /// <summary>A list of numbers as a column keeps it where people read it and no one searches it.</summary>
    public static string WriteList(IEnumerable<string> numbers) => string.Join("\n", numbers);

    /// <summary>The numbers of a list; empty where there is none.</summary>
    public static IReadOnlyList<string> ReadList(string? text) =>
        string.IsNullOrEmpty(text) ? [] : text!.Split(['\n'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A pattern of LIKE that finds the number and every number that begins with it.</summary>
    public static string Pattern(string number) => "%" + Bar + InvoiceNumberKey.Letters(number) + "%";

    /// <summary>True where the target system takes the two for one number.</summary>
    public static bool IsEqual(string first, string second) => string.Equals(Plain(first), Plain(second), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string number) => number.Trim().Replace(Bar, '/');
}
