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
    /// Issuer of the callers' tokens, exactly as the claim <c>iss</c> says it: <c>https://login.microsoftonline.com/{tenant}/v2.0</c>.
    /// </summary>
    [Required(ErrorMessage = "Gateway:Authority is missing. Enter the issuer of the callers' tokens.")]
    public string Authority { get; set; } = "";

    /// <summary>Address of the issuer's OpenID metadata.</summary>
    /// <value>The authority followed by <c>/.well-known/openid-configuration</c> when empty.</value>
    public string? MetadataAddress { get; set; }

    /// <summary>Audience a token must be issued for.</summary>
    /// <value>Default <c>api://powerintegration-gateway</c>.</value>
    [Required(ErrorMessage = "Gateway:Audience is missing. Enter the application ID URI of the gateway.")]
    public string Audience { get; set; } = "api://powerintegration-gateway";

    /// <summary>Whether every address this gateway calls must be https.</summary>
    /// <value>Default <c>true</c>; <c>false</c> only where everything runs on one machine.</value>
    public bool RequireHttps { get; set; } = true;

    /// <summary>Key Vault that holds the client secrets; empty where configuration holds them.</summary>
    public Uri? KeyVault { get; set; }

    /// <summary>Address the issuer's signing keys are read from.</summary>
    public string EffectiveMetadataAddress =>
        string.IsNullOrEmpty(MetadataAddress) ? Authority.TrimEnd('/') + "/.well-known/openid-configuration" : MetadataAddress;
}
