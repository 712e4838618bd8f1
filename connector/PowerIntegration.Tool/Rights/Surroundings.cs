using System.Net.Http;

namespace PowerIntegration.Tool.Rights;

/// <summary>What the command takes from the machine it runs on.</summary>
/// <param name="Variable">Reads an environment variable; null where it is not set.</param>
/// <param name="Wire">Makes what sends requests; it follows no redirect, which could carry a token to another host.</param>
/// <param name="Clock">Measures waits that Procore or Oracle ask for.</param>
public sealed record Surroundings(Func<string, string?> Variable, Func<HttpMessageHandler> Wire, TimeProvider Clock)
{
    /// <summary>The machine's own.</summary>
#pragma warning disable RS0030 // The composition of the program names the real clock.
    public static Surroundings Machine { get; } =
        new(Environment.GetEnvironmentVariable, () => new SocketsHttpHandler { AllowAutoRedirect = false }, TimeProvider.System);
#pragma warning restore RS0030
}
