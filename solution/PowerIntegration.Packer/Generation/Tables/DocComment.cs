using System.Text;

namespace PowerIntegration.Packer.Generation.Tables;

/// <summary>A documentation comment, broken into lines where it would be too wide.</summary>
internal static class DocComment
{
    private const int WidthMax = 150;

    /// <summary>The comment, each line with its indent and its end.</summary>
    public static string Of(string summary, string indent)
    {
        string text = summary
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
        string begin = indent + "/// ";
        string line = $"{begin}<summary>{text}</summary>\n";
        return line.Length <= WidthMax ? line : $"{begin}<summary>\n{Wrapped(text, begin)}{begin}</summary>\n";
    }

    private static string Wrapped(string text, string begin)
    {
        StringBuilder lines = new();
        string line = begin.TrimEnd();
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length + 1 + word.Length > WidthMax)
            {
                lines.Append(line).Append('\n');
                line = begin.TrimEnd();
            }

            line += " " + word;
        }

        return lines.Append(line).Append('\n').ToString();
    }
}
