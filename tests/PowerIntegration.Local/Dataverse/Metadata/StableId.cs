using System.Security.Cryptography;
using System.Text;

namespace PowerIntegration.Local.Dataverse.Metadata;

/// <summary>An id for something that has a name only; the same in every run.</summary>
internal static class StableId
{
    public static Guid Of(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
