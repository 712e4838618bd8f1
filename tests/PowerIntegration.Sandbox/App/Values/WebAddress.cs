namespace PowerIntegration.Sandbox.App.Values;

/// <summary>Addresses in data. A browser runs some kinds of address, so only pages of the web become links.</summary>
internal static class WebAddress
{
    /// <summary>Whether a page may lead there.</summary>
    /// <param name="address">The address.</param>
    public static bool Is(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
