using System.Text;

namespace PowerIntegration.Packer.Generation.Output;

/// <summary>A file as its sources make it.</summary>
/// <param name="Path">Path below the root of the repository, with forward slashes.</param>
/// <param name="Content">The bytes.</param>
public sealed record GeneratedFile(string Path, byte[] Content)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>A text file: UTF-8 without a mark, lines as the text has them.</summary>
    public static GeneratedFile OfText(string path, string text) => new(path, Utf8.GetBytes(text));
}
