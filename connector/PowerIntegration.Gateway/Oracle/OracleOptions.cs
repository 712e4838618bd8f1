using System.ComponentModel.DataAnnotations;

namespace PowerIntegration.Gateway.Oracle;

/// <summary>Where the Oracle Fusion pod is and who we are there.</summary>
public sealed class OracleOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Oracle";

    /// <summary>Address under which <c>fscmRestApi/resources/11.13.18.05</c> lies, for example <c>https://acme.fa.us2.oraclecloud.com</c>.</summary>
    [Required(ErrorMessage = "Oracle:BaseUrl is missing. Enter the address of the Oracle pod.")]
    public Uri? BaseUrl { get; set; }

    /// <summary>Name of the pod as the <c>pint_environment</c> row says it.</summary>
    [Required(ErrorMessage = "Oracle:Pod is missing. Enter the name of the Oracle pod.")]
    public string Pod { get; set; } = "";

    /// <summary>How to sign in.</summary>
    /// <value>Default <see cref="OracleAuthentication.ClientCredentials"/>.</value>
    public OracleAuthentication Authentication { get; set; }

    /// <summary>Token endpoint of the identity domain; for client credentials.</summary>
    public Uri? TokenUrl { get; set; }

    /// <summary>Client id, or the user name for Basic.</summary>
    [Required(ErrorMessage = "Oracle:ClientId is missing. Enter the client ID, or the user name for basic authentication.")]
    public string ClientId { get; set; } = "";

    /// <summary>Client secret, or the password for Basic; empty where <see cref="ClientSecretName"/> names it in the Key Vault.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Name of the secret in the Key Vault.</summary>
    public string? ClientSecretName { get; set; }

    /// <summary>
    /// ID that project costing has among the applications of accounting periods. Where it is not given, people enter whether projects are open.
    /// </summary>
    public int? ProjectsApplicationId { get; set; }

    /// <summary>Scope asked for with client credentials.</summary>
    public string? Scope { get; set; }
}
