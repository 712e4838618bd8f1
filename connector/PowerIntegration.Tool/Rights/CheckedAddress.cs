namespace PowerIntegration.Tool.Rights;

/// <summary>Addresses that credentials are sent to.</summary>
internal static class CheckedAddress
{
    /// <summary>The sentence about an address that is not absolute or not https, or null. This machine itself needs no https.</summary>
    public static string? Mistake(string option, string value) =>
        !Uri.TryCreate(value, UriKind.Absolute, out var address) || address.Host.Length == 0 || address.UserInfo.Length > 0
            ? $"{option} takes an address such as https://host.example, without credentials."
        : address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback) ? null
        : $"{option} is '{value}', which is not https. Give an https address: the credentials are sent there.";
}
