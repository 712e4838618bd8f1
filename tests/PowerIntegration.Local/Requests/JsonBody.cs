using System.Text.Json;

namespace PowerIntegration.Local.Requests;

/// <summary>
/// Checks a JSON body before anything reads it. The library's readers look at a text only when it is asked for, and then throw what no caller
/// expects: bytes that are not UTF-8 and escapes of half a surrogate pair come through its parser.
/// </summary>
internal static class JsonBody
{
    /// <summary>Refuses what is not JSON text.</summary>
    /// <param name="bytes">The body.</param>
    /// <param name="depthMax">Deepest nesting.</param>
    /// <exception cref="JsonException">It is none; the message is the end of a sentence, such as "the body is not valid JSON. ...".</exception>
    public static void Require(ReadOnlySpan<byte> bytes, int depthMax)
    {
        if (RequestText.BodyProblem(bytes) is { } problem)
        {
            throw new JsonException(problem);
        }

        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = depthMax });
        try
        {
            while (reader.Read())
            {
                if (reader.ValueIsEscaped && TextProblem(ref reader) is { } wrong)
                {
                    throw new JsonException(
                        string.Create(CultureInfo.InvariantCulture, $"the text at byte {reader.TokenStartIndex + 1} of the body {wrong}")
                    );
                }
            }
        }
        catch (JsonException malformed) when (malformed.LineNumber is not null)
        {
            throw new JsonException("the body is not valid JSON. " + malformed.Message, malformed);
        }
    }

    // Only an escape can give either: the bytes themselves are UTF-8, and JSON has no control character in a text.
    private static string? TextProblem(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!.Contains('\0', StringComparison.Ordinal) ? "contains the character NUL (\\u0000)." : null;
        }
        catch (InvalidOperationException)
        {
            return "contains half of a surrogate pair. Write both halves, or the character itself.";
        }
    }
}
