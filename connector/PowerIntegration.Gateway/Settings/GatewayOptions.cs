using System.ComponentModel.DataAnnotations;

namespace PowerIntegration.Gateway.Settings;

/// <summary>Which environment this gateway serves and whose tokens it believes.</summary>
public sealed class GatewayOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Gateway";

    /// <summary>Key of the <c>pint_environment</c> row this gateway is pinned to, for example <c>LAKESHORE</c>.</summary>
    [Required(ErrorMessage = "Gateway:Environment is missing. Enter the key of the environment row.")]
    [RegularExpression("^[A-Z0-9-]{1,40}$", ErrorMessage = "Gateway:Environment must be 1 to 40 characters A-Z, 0-9 or hyphen.")]
    public string Environment { get; set; } = "";

    /// <summary>
    /// Issuer of the callers' tokens, exactly as the claim <c>iss</c> says it: <c>https://login.microsoftonline.com/{tenant}/v2.0</c>. It names the
    /// one tenant whose tokens are taken.
    /// </summary>
    [Required(ErrorMessage = "Gateway:Authority is missing. Enter the issuer of the callers' tokens.")]
    public string Authority { get; set; } = "";

    /// <summary>Address of the issuer's OpenID metadata.</summary>
    /// <value>The authority followed by <c>/.well-known/openid-configuration</c> when empty.</value>
    public string? MetadataAddress { get; set; }

    /// <summary>Client id of the gateway's own app registration: the audience of tokens of version 2.0.</summary>
    [Required(ErrorMessage = "Gateway:ClientId is missing. Enter the application (client) ID of the gateway's app registration.")]
    public string ClientId { get; set; } = "";

    /// <summary>Application ID URI of the same registration: the audience of tokens that were requested by it.</summary>
    /// <value>Default <c>api://powerintegration-gateway</c>, which the shipped connector asks for.</value>
    [Required(ErrorMessage = "Gateway:ApplicationIdUri is missing. Enter the application ID URI of the gateway's app registration.")]
    public string ApplicationIdUri { get; set; } = "api://powerintegration-gateway";

    /// <summary>The delegated permission that the registration exposes. A person's token must have it.</summary>
    /// <value>Default <c>access_as_user</c>.</value>
    [Required(ErrorMessage = "Gateway:Scope is missing. Enter the name of the permission that the gateway's app registration exposes.")]
    public string Scope { get; set; } = "access_as_user";

    /// <summary>Client ids of the applications that may request tokens, separated by commas: the connector's and service principals'.</summary>
    [Required(ErrorMessage = "Gateway:Clients is missing. Enter the client IDs of the applications that may call, separated by commas.")]
    public string Clients { get; set; } = "";

    /// <summary>Whether every address this gateway calls must be https.</summary>
    /// <value>Default <c>true</c>; <c>false</c> only where everything runs on one machine.</value>
    public bool RequireHttps { get; set; } = true;

    /// <summary>Key Vault that holds the client secrets; empty where configuration holds them.</summary>
    public Uri? KeyVault { get; set; }

    /// <summary>Address the issuer's signing keys are read from.</summary>
    public string EffectiveMetadataAddress =>
        string.IsNullOrEmpty(MetadataAddress) ? Authority.TrimEnd('/') + "/.well-known/openid-configuration" : MetadataAddress;
}
