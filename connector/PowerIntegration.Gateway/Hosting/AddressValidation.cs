using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Oracle;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Settings;

namespace PowerIntegration.Gateway.Hosting;

/// <summary>What attributes cannot say: addresses are absolute and https, and each sign-in has all its parts.</summary>
internal sealed class AddressValidation(IConfiguration configuration)
    : IValidateOptions<ProcoreOptions>,
        IValidateOptions<OracleOptions>,
        IValidateOptions<DataverseOptions>
{
    // Read past the options' own checks, so that a fault of the gateway's section is reported only once.
    private readonly GatewayOptions gateway = configuration.GetSection(GatewayOptions.Section).Get<GatewayOptions>() ?? new GatewayOptions();

    public ValidateOptionsResult Validate(string? name, ProcoreOptions options) =>
        Result([
            .. Address("Procore:BaseUrl", options.BaseUrl),
            .. Address("Procore:LoginUrl", options.LoginUrl),
            .. Secret("Procore", options.ClientSecret, options.ClientSecretName),
        ]);

    public ValidateOptionsResult Validate(string? name, OracleOptions options) =>
        Result([
            .. Address("Oracle:BaseUrl", options.BaseUrl),
            .. options.Authentication == OracleAuthentication.ClientCredentials ? TokenAddress(options.TokenUrl) : [],
            .. Secret("Oracle", options.ClientSecret, options.ClientSecretName),
        ]);

    public ValidateOptionsResult Validate(string? name, DataverseOptions options) => Result([.. Address("Dataverse:Url", options.Url)]);

    private List<string> TokenAddress(Uri? value) =>
        value is null ? ["Oracle:TokenUrl is missing. Enter the address where Oracle issues access tokens."] : Address("Oracle:TokenUrl", value);

    // A setting that is always required says so itself where it is missing.
    private List<string> Address(string setting, Uri? value)
    {
        if (value is null)
        {
            return [];
        }

        if (!value.IsAbsoluteUri)
        {
            return [$"{setting} is '{value}', which is not an absolute address. Enter one."];
        }

        if (gateway.RequireHttps && value.Scheme != Uri.UriSchemeHttps)
        {
            return [$"{setting} is '{value}', which is not https. Enter an https address."];
        }

        return [];
    }

    private List<string> Secret(string section, string? secret, string? secretName)
    {
        if (!string.IsNullOrEmpty(secret))
        {
            return [];
        }

        if (string.IsNullOrEmpty(secretName))
        {
            return [$"{section}:ClientSecret is missing. Enter it, or enter its name in {section}:ClientSecretName."];
        }

        return gateway.KeyVault is null ? [$"{section}:ClientSecretName is set, but Gateway:KeyVault is not. Enter the key vault."] : [];
    }

    private static ValidateOptionsResult Result(List<string> failures) =>
        failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
}
