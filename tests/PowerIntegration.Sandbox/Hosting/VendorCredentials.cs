using System.Security.Cryptography;

namespace PowerIntegration.Sandbox.Hosting;

/// <summary>The passwords between the gateway and the two simulators: made at each start, written nowhere.</summary>
/// <param name="ProcoreClientId">Client id at Procore.</param>
/// <param name="ProcoreClientSecret">Its secret.</param>
/// <param name="OracleClientId">Client id, and integration user, at Oracle.</param>
/// <param name="OracleClientSecret">Its secret.</param>
public sealed record VendorCredentials(string ProcoreClientId, string ProcoreClientSecret, string OracleClientId, string OracleClientSecret)
{
    private const int SecretBytes = 24;

    /// <summary>New passwords.</summary>
    public static VendorCredentials Create() => new("powerintegration", NewSecret(), "powerintegration", NewSecret());

    private static string NewSecret() => Convert.ToHexString(RandomNumberGenerator.GetBytes(SecretBytes));
}
