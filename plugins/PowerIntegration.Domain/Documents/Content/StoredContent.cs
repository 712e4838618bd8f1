using System.IO.Compression;
using System.Text;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Documents.Content;

/// <summary>Frozen content as a row keeps it: its format, its text in a compressed form, and the hash of the text.</summary>
/// <param name="Text">Compressed; a text column takes it.</param>
/// <param name="Hash">SHA-256 of the uncompressed text in lower-case hexadecimal: the same whatever compresses it.</param>
public sealed record StoredContent(string Text, string Hash)
{
    /// <summary>Most characters that the column takes.</summary>
    public const int LengthMax = 1_048_576;

    // No content of 2,000 lines comes near; a compressed text that grows beyond it was not written here.
    private const int TextMax = 64 * 1024 * 1024;

    private const string Head = "content";

    /// <summary>The content as it is stored.</summary>
    public static StoredContent Of(IFrozenContent content)
    {
        var writer = Written(content);
        return new StoredContent(Compressed(writer.ToString()), writer.Sha256());
    }

    /// <summary>The hash alone.</summary>
    public static string HashOf(IFrozenContent content) => Written(content).Sha256();

    /// <summary>Hash of the text that a row keeps compressed; null where it was not written here.</summary>
    public static string? HashOfText(string? text) =>
        !string.IsNullOrEmpty(text) && TryExpand(text!) is { } content ? CanonicalText.Sha256(content) : null;

    /// <summary>
    /// Opens what a row keeps. Whoever changed the text or the hash behind the steps is found here, so every reader of content begins here.
    /// </summary>
    /// <param name="record">Names the record in the refusal.</param>
    /// <param name="format">The format that the reader knows.</param>
    /// <param name="text">The column.</param>
    /// <param name="hash">The hash that was frozen with it.</param>
    /// <param name="refusal">Why it cannot be used; null where it can.</param>
    /// <returns>A reader at the first section, or null.</returns>
    public static ContentReader? Open(string record, string format, string? text, string? hash, out Refusal? refusal)
    {
        refusal = null;
        if (string.IsNullOrEmpty(text) || TryExpand(text!) is not { } content || CanonicalText.Sha256(content) != hash)
        {
            refusal = new Refusal(
                DocumentReasons.ContentChanged,
                $"{record} was changed after it was frozen (hash {Sentence.Quoted(hash)}), so nothing can be billed from it. "
                    + "Ask the administrator to find out who changed it and to restore it."
            );
            return null;
        }

        var reader = new ContentReader(content);
        reader.Section(Head);
        var written = reader.Text("format");
        if (written == format)
        {
            return reader;
        }

        refusal = new Refusal(
            DocumentReasons.ContentChanged,
            $"{record} was written by another release (format '{written}'; this release reads '{format}'). "
                + "Ask the administrator to import a newer release."
        );
        return null;
    }

    private static ContentWriter Written(IFrozenContent content)
    {
        var writer = new ContentWriter();
        writer.Section(Head);
        writer.Field("format", content.Format);
        content.WriteTo(writer);
        return writer;
    }

    internal static string Compressed(string text)
    {
        using var target = new MemoryStream();
        using (var compression = new DeflateStream(target, CompressionLevel.Optimal, leaveOpen: true))
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            compression.Write(bytes, 0, bytes.Length);
        }

        return DenseText.Of(target.ToArray());
    }

    // Null where the text was not compressed here.
    internal static string? TryExpand(string text)
    {
        if (DenseText.TryRead(text) is not { } bytes)
        {
            return null;
        }

        try
        {
            using var source = new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var target = new MemoryStream();
            var buffer = new byte[81920];
            while (source.Read(buffer, 0, buffer.Length) is var read and > 0)
            {
                if (target.Length + read > TextMax)
                {
                    return null;
                }

                target.Write(buffer, 0, read);
            }

            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(target.ToArray());
        }
        catch (InvalidDataException)
        {
            return null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
