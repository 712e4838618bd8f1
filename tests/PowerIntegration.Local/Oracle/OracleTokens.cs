using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Oracle;

/// <summary>
/// Access tokens of the simulated identity domain: three parts as a JWT, signed with a key from the clients' secrets, so that a restart does not void
/// them. Callers are to treat them as opaque.
/// </summary>
internal sealed class OracleTokens(OracleSimulatorOptions options, TimeProvider clock)
{
    private readonly byte[] key = SHA256.HashData(
        Encoding.UTF8.GetBytes("oracle-token|" + string.Join('|', options.Clients.Select(client => client.ClientSecret)))
    );

    /// <summary>A token for a client, valid from now on.</summary>
    public string Issue(OracleClient client, string scope)
    {
        var now = clock.GetUtcNow();
        var claims = new JsonObject
        {
            ["sub"] = client.UserName,
            ["client_id"] = client.ClientId,
            ["scope"] = scope,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + options.TokenLifetime).ToUnixTimeSeconds(),
        };
        var signed = $"{Encode("""{"alg":"HS256","typ":"JWT"}"""u8)}.{Encode(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        return $"{signed}.{Signature(signed)}";
    }

    /// <summary>The user that a token stands for, or null where it is forged or has expired.</summary>
    public string? UserOf(string token)
    {
        var end = token.LastIndexOf('.');
        if (end < 0 || token[..end].Split('.') is not [_, var payload] || !SameText(Signature(token[..end]), token[(end + 1)..]))
        {
            return null;
        }

        using var claims = JsonDocument.Parse(Decode(payload));
        var expiry = claims.RootElement.GetProperty("exp").GetInt64();
        return clock.GetUtcNow().ToUnixTimeSeconds() < expiry ? claims.RootElement.GetProperty("sub").GetString() : null;
    }

    /// <summary>Whether two secrets are the same, without telling by time how much of them is.</summary>
    public static bool SameText(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));

    private string Signature(string signed) => Encode(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)));

    private static string Encode(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static byte[] Decode(string text) =>
        Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '='));
}
