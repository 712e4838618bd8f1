using PowerIntegration.Tables;

namespace PowerIntegration.Gateway.Dataverse;

/// <summary>The hosts this gateway talks to; tells a test system by its name, as both vendors name them.</summary>
/// <param name="ProcoreApi">Procore's API.</param>
/// <param name="ProcoreLogin">Procore's login host.</param>
/// <param name="Oracle">The pod's host.</param>
/// <param name="OraclePod">The pod's name.</param>
internal sealed record PairedSystems(Uri ProcoreApi, Uri ProcoreLogin, Uri Oracle, string OraclePod)
{
    // Procore: sandbox.procore.com, api-monthly.procore.com, login-sandbox-monthly.procore.com. Oracle: acme-test.fa.us2.oraclecloud.com,
    // fa-esew-dev28-...
    private static readonly string[] TestWords = ["sandbox", "monthly", "test", "dev", "demo", "saasfademo", "oraclepdemos"];

    private static readonly char[] Separators = ['.', '-', '_', ' '];

    /// <summary>What is wrong with pairing these systems in an environment of that kind, or null.</summary>
    public string? FirstMismatch(int kind)
    {
        if (kind == EnvironmentKindChoice.Production)
        {
            if (IsTest(ProcoreApi))
            {
                return $"is production, but the Procore host '{ProcoreApi.Host}' is a test system.";
            }

            if (IsTest(ProcoreLogin))
            {
                return $"is production, but the Procore login host '{ProcoreLogin.Host}' is a test system.";
            }

            if (IsTest(Oracle))
            {
                return $"is production, but the Oracle host '{Oracle.Host}' is a test system.";
            }

            return IsTest(OraclePod) ? $"is production, but the Oracle pod '{OraclePod}' is a test system." : null;
        }

        return IsTest(Oracle) ? null : $"is a sandbox, but the Oracle host '{Oracle.Host}' is a production system.";
    }

    private static bool IsTest(Uri address) => address.IsLoopback || IsTest(address.Host);

    // A part counts with or without a number behind it (dev28); a word that only contains one, such as "latest", does not.
    private static bool IsTest(string name) =>
        name.Split(Separators)
            .Any(part => TestWords.Contains(part.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), StringComparer.OrdinalIgnoreCase));
}
