using System.Security.Cryptography;
using System.Text;

namespace PowerIntegration.Packer.Generation.Identity;

/// <summary>Ids out of names (RFC 9562, UUID version 5): the same name in the same namespace is the same id, on any machine.</summary>
internal static class NameBasedId
{
    private const int IdLength = 16;

    /// <summary>The id of a name.</summary>
    public static Guid Of(Guid namespaceId, string name)
    {
        byte[] hash = Hash([.. namespaceId.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, IdLength), bigEndian: true);
    }

#pragma warning disable CA5350 // The standard names SHA-1; the id protects nothing.
    private static byte[] Hash(byte[] bytes) => SHA1.HashData(bytes);
#pragma warning restore CA5350
}
