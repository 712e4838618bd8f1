using System.Text;

namespace PowerIntegration.Domain.Documents.Content;

/// <summary>
/// Bytes as text, fourteen bits a character. A text column counts characters, not bytes: base64 would put six bits into each, and the largest
/// document would not fit. All characters are CJK ideographs of one block: no surrogate, no control character, nothing that a transport changes.
/// </summary>
public static class DenseText
{
    private const int Bits = 14;
    private const char First = '\u4E00';

    /// <summary>Writes bytes.</summary>
    public static string Of(byte[] bytes)
    {
        var text = new StringBuilder((bytes.Length * 8 / Bits) + 1);
        int held = 0,
            count = 0;
        foreach (var part in bytes)
        {
            held = (held << 8) | part;
            count += 8;
            if (count >= Bits)
            {
                count -= Bits;
                text.Append((char)(First + (held >> count)));
                held &= (1 << count) - 1;
            }
        }

        return count == 0 ? text.ToString() : text.Append((char)(First + (held << (Bits - count)))).ToString();
    }

    /// <summary>Reads them; null where a character was not written here. At most one byte of padding follows what was written.</summary>
    public static byte[]? TryRead(string text)
    {
        var bytes = new byte[text.Length * Bits / 8];
        int held = 0,
            count = 0,
            place = 0;
        foreach (var character in text)
        {
            var value = character - First;
            if (value is < 0 or >= 1 << Bits)
            {
                return null;
            }

            held = (held << Bits) | value;
            count += Bits;
            for (; count >= 8; place++)
            {
                count -= 8;
                bytes[place] = (byte)(held >> count);
                held &= (1 << count) - 1;
            }
        }

        return bytes;
    }
}
