namespace PowerIntegration.Local.Expressions.Functions;

/// <summary>The parts of a data address, <c>data:type;name=value;base64,data</c>.</summary>
/// <param name="MediaType">The type before the first parameter; empty when left out.</param>
/// <param name="Parameters">As written, without the closing <c>base64</c>.</param>
/// <param name="IsBase64">Whether the data is base64 rather than an escaped text.</param>
/// <param name="Data">What follows the comma.</param>
internal sealed record DataUri(string MediaType, IReadOnlyList<string> Parameters, bool IsBase64, string Data)
{
    private const string Scheme = "data:";
    private const string Base64Mark = "base64";

    /// <summary>The type with its parameters, <c>text/plain</c> when left out.</summary>
    public string ContentType => MediaType.Length == 0 ? "text/plain" : string.Join(';', [MediaType, .. Parameters]);

    /// <summary>Reads an address.</summary>
    /// <exception cref="ExpressionException">It is not a data address.</exception>
    public static DataUri Parse(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (!text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || comma < 0)
        {
            throw new ExpressionException($"'{text}' is not a data address: it must be like 'data:text/plain;charset=utf-8;base64,dGVzdA=='.");
        }

        var parts = text[Scheme.Length..comma].Split(';').ToList();
        var isBase64 = string.Equals(parts[^1], Base64Mark, StringComparison.OrdinalIgnoreCase);
        if (isBase64)
        {
            parts.RemoveAt(parts.Count - 1);
        }

        var mediaType = parts.Count == 0 ? string.Empty : parts[0];
        var parameters = parts.Skip(1).ToList();
        return parameters.Contains(string.Empty)
            ? throw new ExpressionException($"'{text}' is not a data address: a parameter is empty.")
            : new DataUri(mediaType, parameters, isBase64, text[(comma + 1)..]);
    }
}
