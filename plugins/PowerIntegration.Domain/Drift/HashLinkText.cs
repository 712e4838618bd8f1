using PowerIntegration.Domain.Documents;
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
