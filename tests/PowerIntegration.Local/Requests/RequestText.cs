using System.Text;
using System.Text.Unicode;

namespace PowerIntegration.Local.Requests;

/// <summary>
/// Whether what came over the wire is text. Bytes that are not UTF-8 and the character NUL are refused where they arrive: a decoder that replaces
/// them would store or compare something else than was sent.
/// </summary>
internal static class RequestText
{
    /// <summary>What is wrong with the address of a request, or null.</summary>
    /// <param name="address">Path and query as they came, still escaped.</param>
    public static string? AddressProblem(string address)
    {
        var bytes = new List<byte>(address.Length);
        var positions = new List<int>(address.Length);
        for (var index = 0; index < address.Length; index++)
        {
            // What is not escaped is a character already, whichever it is.
            var isEscape = IsEscape(address, index);
            bytes.AddRange(
                isEscape ? Convert.FromHexString(address.AsSpan(index + 1, 2)) : [char.IsAscii(address[index]) ? (byte)address[index] : (byte)'?']
            );
            positions.AddRange(Enumerable.Repeat(index, bytes.Count - positions.Count));
            index += isEscape ? 2 : 0;
        }

        var all = bytes.ToArray();
        var wrong = Wrong(all);
        if (wrong == all.Length)
        {
            return null;
        }

        var place = string.Create(CultureInfo.InvariantCulture, $"The address is not valid at character {positions[wrong] + 1}");
        return all[wrong] == 0 ? $"{place}: it contains the character NUL (%00)." : $"{place}: its escaped bytes are not UTF-8.";
    }

    /// <summary>What is wrong with a body, or null.</summary>
    /// <param name="bytes">The body.</param>
    public static string? BodyProblem(ReadOnlySpan<byte> bytes) =>
        Utf8.IsValid(bytes)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"the body is not UTF-8; its byte {Wrong(bytes.ToArray()) + 1} belongs to no character.");

    /// <summary>Whether a text has half of a surrogate pair, which is not a character and has no UTF-8.</summary>
    public static bool HasLoneSurrogate(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                index++;
            }
            else if (char.IsSurrogate(text[index]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsEscape(string address, int index) =>
        address[index] == '%' && index + 2 < address.Length && char.IsAsciiHexDigit(address[index + 1]) && char.IsAsciiHexDigit(address[index + 2]);

    // The first byte that is NUL or belongs to no character; the length where there is none.
    private static int Wrong(byte[] bytes)
    {
        var index = 0;
        while (
            index < bytes.Length
            && Rune.DecodeFromUtf8(bytes.AsSpan(index), out var rune, out var length) == System.Buffers.OperationStatus.Done
            && rune.Value != 0
        )
        {
            index += length;
        }

        return index;
    }
}
