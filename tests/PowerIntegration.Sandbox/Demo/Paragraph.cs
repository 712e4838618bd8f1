namespace PowerIntegration.Sandbox.Demo;

/// <summary>Breaks a sentence into lines between its words.</summary>
internal static class Paragraph
{
    /// <summary>The lines.</summary>
    /// <param name="text">The text; its own line breaks stay.</param>
    /// <param name="width">Columns of a line.</param>
    /// <param name="indent">Spaces before the first line.</param>
    /// <param name="hanging">Further spaces before every other line.</param>
    public static IEnumerable<string> Lines(string text, int width, int indent = 0, int hanging = 0)
    {
        var prefix = new string(' ', indent);
        foreach (var part in text.Split('\n'))
        {
            var line = prefix;
            var isEmpty = true;
            foreach (var word in part.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => word.Chunk(width - indent - hanging)))
            {
                if (!isEmpty && line.Length + 1 + word.Length > width)
                {
                    yield return line;
                    prefix = new string(' ', indent + hanging);
                    (line, isEmpty) = (prefix, true);
                }

                line += (isEmpty ? "" : " ") + new string(word);
                isEmpty = false;
            }

            yield return line.TrimEnd();
            prefix = new string(' ', indent + hanging);
        }
    }
}
