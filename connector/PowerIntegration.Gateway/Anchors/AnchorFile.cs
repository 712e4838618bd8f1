using System.Text;
using Microsoft.Extensions.Options;
using PowerIntegration.Domain.Drift;

namespace PowerIntegration.Gateway.Anchors;

/// <summary>
/// The chain as a file: one link a line, each line ended by a line feed, only ever added to. While a link is added, no other instance can write:
/// the last line is read under the same lock.
/// </summary>
internal sealed class AnchorFile(IOptions<AnchorOptions> options) : IAnchorStore
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private string Path => options.Value.AnchorFile;

    public bool IsConfigured => Path.Length > 0;

    public async Task<IReadOnlyList<HashLink>> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(Path))
        {
            return [];
        }

        try
        {
            await using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return await ReadAsync(file, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unusable("read", failure);
        }
    }

    public async Task AppendAsync(HashLink link, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = new FileStream(Path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var links = await ReadAsync(file, cancellationToken);
            if (HashChain.Fault(links.Count == 0 ? null : links[^1], link) is { } fault)
            {
                throw new AnchorStoreException(fault);
            }

            file.Seek(0, SeekOrigin.End);
            await file.WriteAsync(Utf8.GetBytes(HashLinkText.Write(link) + "\n"), CancellationToken.None);
            file.Flush(flushToDisk: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unusable("written", failure);
        }
    }

    private static async Task<IReadOnlyList<HashLink>> ReadAsync(FileStream file, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(file, Utf8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var links = new List<HashLink>();
        return HashLinkText.ReadAll(await reader.ReadToEndAsync(cancellationToken), links) is { } fault
            ? throw new AnchorStoreException(fault)
            : links;
    }

    private AnchorStoreException Unusable(string done, Exception failure) => new($"{Path} cannot be {done}: {failure.Message}", failure);
}
