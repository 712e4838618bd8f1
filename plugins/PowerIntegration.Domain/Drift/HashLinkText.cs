using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Domain.Texts;

namespace PowerIntegration.Domain.Drift;

/// <summary>A link as one line of JSON.</summary>
public static class HashLinkText
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Writes it.</summary>
    public static string Write(HashLink link) =>
        new JsonObject()
            .WholeNumber("number", link.Number)
            .Text("previous", link.Previous)
            .Text("anchoredOn", link.AnchoredOn.ToString(Format, CultureInfo.InvariantCulture))
            .ListOrEmpty("hashes", link.Hashes.Select(one => new JsonObject().Text("record", one.Record).Text("hash", one.Hash)))
            .Text("hash", link.Hash)
            .ToString();

    /// <summary>Reads the lines of a file; each ends with a line feed.</summary>
    /// <param name="text">The file.</param>
    /// <param name="links">Takes the links.</param>
    /// <returns>Why the text is not links alone; null where it is. Whether they are one chain, <see cref="HashChain"/> says.</returns>
    public static string? ReadAll(string text, ICollection<HashLink> links)
    {
        var lines = text.Split('\n');
        foreach (var line in lines.Take(lines.Length - 1))
        {
            var reader = new FieldReader();
            if (Read("link", line, reader) is not { } link)
            {
                return Sentence.Of($"Line {links.Count + 1} is not a link: {reader.Problems[0]}");
            }

            links.Add(link);
        }

        return lines[lines.Length - 1].Length > 0
            ? "The last line is cut off. If the gateway stopped while it wrote it, delete that line: the next night anchors what it held."
            : null;
    }

    /// <summary>Reads it; null where it is not one, with the problems in <paramref name="reader"/>.</summary>
    public static HashLink? Read(string name, string text, FieldReader reader)
    {
        var link = JsonText.Read(
            name,
            text,
            reader,
            fields => new HashLink(
                fields.WholeNumber("number"),
                fields.Text("previous"),
                Instant(name, fields.Text("anchoredOn"), reader),
                [.. fields.ListOrEmpty("hashes").Select(one => new AnchoredHash(one.Text("record"), one.Text("hash")))],
                fields.Text("hash")
            )
        );
        return reader.Problems.Count > 0 ? null : link;
    }

    private static DateTime Instant(string name, string text, FieldReader reader)
    {
        if (
            DateTime.TryParseExact(
                text,
                Format,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var instant
            )
        )
        {
            return instant;
        }

        reader.Add($"{name}.anchoredOn is not an instant such as 2026-08-31T06:00:00Z.");
        return default;
    }
}
