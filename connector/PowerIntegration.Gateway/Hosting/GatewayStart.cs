using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PowerIntegration.Gateway.Hosting;

/// <summary>Starts the gateway as a program of its own. What its operator can correct is told in sentences, without a stack trace.</summary>
public static class GatewayStart
{
    /// <summary>Exit code where a setting or the address is wrong.</summary>
    public const int Mistake = 2;

    /// <summary>Runs the gateway until it is told to stop.</summary>
    /// <param name="arguments">Command line; settings as <c>--Gateway:Environment=KEY</c>.</param>
    /// <param name="error">Takes the sentences.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>0, or <see cref="Mistake"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter error, CancellationToken cancellation = default)
    {
        var builder = WebApplication.CreateBuilder(arguments);
        // A failed start is told below; the host would log it a second time with its trace.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.AddGateway();
        await using var app = builder.Build();
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            app.UseGateway();
            await app.StartAsync(cancellation);
        }
        catch (Exception mistake) when (Sentences(mistake) is { Count: > 0 } sentences)
        {
            foreach (var sentence in sentences)
            {
                await error.WriteLineAsync(sentence);
            }

            return Mistake;
        }

        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }

    private static List<string> Sentences(Exception mistake) =>
        mistake switch
        {
            AggregateException { InnerExceptions: var several } => Settings(several.OfType<OptionsValidationException>()),
            OptionsValidationException invalid => Settings([invalid]),
            IOException { Message: var message } =>
            [
                $"The gateway cannot start: {message} Stop the program that uses this address, or set another one in ASPNETCORE_URLS.",
            ],
            _ => [],
        };

    private static List<string> Settings(IEnumerable<OptionsValidationException> invalid)
    {
        List<string> failures = [.. invalid.SelectMany(section => section.Failures).Distinct()];
        return failures.Count == 0
            ? []
            :
            [
                .. failures,
                "The gateway did not start. Correct these settings in its configuration; as an environment variable, Procore:BaseUrl is "
                    + "Procore__BaseUrl.",
            ];
    }
}
