using PowerIntegration.Gateway.Settings;

namespace PowerIntegration.Gateway.Callers;

/// <summary>Whose tokens the gateway takes, as its settings say: of one tenant, for one application, requested by named ones.</summary>
/// <param name="settings">Settings that <see cref="PinnedCallersValidation"/> has checked.</param>
internal sealed class PinnedCallers(GatewayOptions settings)
{
    private const string VersionSegment = "v2.0";

    /// <summary>Issuer of tokens of version 2.0.</summary>
    public string Issuer { get; } = settings.Authority;

    /// <summary>The one tenant.</summary>
    public string Tenant { get; } = TenantOf(settings.Authority) ?? "";

    /// <summary>Issuer of tokens of version 1.0, which Entra gives where the registration's manifest was not changed.</summary>
    public string OldIssuer => $"https://sts.windows.net/{Tenant}/";

    /// <summary>What a token must be for: one of them, letter by letter.</summary>
    public IReadOnlyList<string> Audiences { get; } = [settings.ClientId, settings.ApplicationIdUri];

    /// <summary>The permission a person's token must have.</summary>
    public string Scope { get; } = settings.Scope;

    /// <summary>Applications that may have requested the token.</summary>
    public IReadOnlySet<string> Clients { get; } = new HashSet<string>(ClientsOf(settings.Clients), StringComparer.OrdinalIgnoreCase);

    /// <summary>The entries of the list, without empty ones.</summary>
    public static IReadOnlyList<string> ClientsOf(string list) =>
        list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The tenant that an issuer of version 2.0 names; null where it names none, several or any.</summary>
    public static string? TenantOf(string issuer) =>
        Uri.TryCreate(issuer, UriKind.Absolute, out var address)
        && address is { Query: "", Fragment: "" }
        && issuer.Split('/') is [.., var tenant, VersionSegment]
        && IsId(tenant)
            ? tenant
            : null;

    /// <summary>Whether a text is an id as Entra writes it. The zeros of a template are none.</summary>
    public static bool IsId(string text) => Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty;
}
