namespace PowerIntegration.Local.Loopback;

/// <summary>The address a sandbox listens on: this machine only, because its systems hold test passwords and its clock can be moved.</summary>
public static class LoopbackUrl
{
    /// <summary>Checks an address from the command line.</summary>
    /// <param name="text">For example http://127.0.0.1:5080; port 0 takes a free one.</param>
    /// <exception cref="ArgumentException">It is not an http address of this machine.</exception>
    public static Uri Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp || !url.IsLoopback)
        {
            throw new ArgumentException($"The address {text} is not an http address of this machine. Use an address such as http://127.0.0.1:5080.");
        }

        return url;
    }
}
