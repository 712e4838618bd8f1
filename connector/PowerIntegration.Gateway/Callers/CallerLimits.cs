using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Callers;

/// <summary>Limits how often one caller may detect changes and load lists; another caller is not affected.</summary>
internal static class CallerLimits
{
    /// <summary>Status of a call too many.</summary>
    public const int Status = StatusCodes.Status429TooManyRequests;

    /// <summary>Detection of changes.</summary>
    public static readonly CallerLimit Detect = new("detect", "detect changes", options => options.DetectPerMinute);

    /// <summary>Lists that fill drop-downs.</summary>
    public static readonly CallerLimit Lists = new("lists", "load lists", options => options.ListsPerMinute);

    public static IServiceCollection AddCallerLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(options => options.OnRejected = RejectAsync);
        services
            .AddOptions<RateLimiterOptions>()
            .Configure<IOptions<CallerLimitOptions>, TimeProvider>(
                (options, limits, clock) =>
                {
                    foreach (var limit in new[] { Detect, Lists })
                    {
                        var perMinute = limit.PerMinute(limits.Value);
                        options.AddPolicy(limit.Name, context => RateLimitPartition.Get(KeyOf(context), _ => new ClockedLimiter(perMinute, clock)));
                    }
                }
            );
        return services;
    }

    /// <summary>Puts an operation under a limit, and says so.</summary>
    public static RouteHandlerBuilder LimitedBy(this RouteHandlerBuilder operation, CallerLimit limit) =>
        operation.RequireRateLimiting(limit.Name).WithMetadata(limit).MayRefuse(Status);

    // The middleware runs behind authorization, so there is always a caller.
    private static (string? Account, string? Client) KeyOf(HttpContext context) =>
        (context.User.FindFirst(Caller.ObjectIdClaim)?.Value, context.User.FindFirst(Caller.ClientIdClaim)?.Value);

    private static async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var context = rejected.HttpContext;
        var limit = context.GetEndpoint()!.Metadata.GetRequiredMetadata<CallerLimit>();
        var perMinute = limit.PerMinute(context.RequestServices.GetRequiredService<IOptions<CallerLimitOptions>>().Value);
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : TimeSpan.Zero;
        var seconds = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await ProblemWriter.WriteAsync(
            context,
            ProblemCatalog.CallerThrottled,
            $"This account may {limit.Does} at most {Counted(perMinute, "time")} a minute. Try again in {Counted(seconds, "second")}."
        );
    }

    private static string Counted(long count, string noun) =>
        count == 1 ? $"1 {noun}" : string.Create(CultureInfo.InvariantCulture, $"{count} {noun}s");
}
