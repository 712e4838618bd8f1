using Polly;
using Polly.Retry;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Dataverse;

/// <summary>The retry pipeline around Dataverse; the SDK's own retries are off.</summary>
internal static class DataversePipeline
{
    /// <summary>Name of the pipeline.</summary>
    public const string Name = "dataverse";

    /// <summary>Attempts after the first.</summary>
    public const int RepeatsMax = 3;

    /// <summary>Whether the request reads only, so that an unknown outcome may be repeated.</summary>
    public static readonly ResiliencePropertyKey<bool> Reads = new("PowerIntegration.Dataverse.Reads");

    public static void Configure(ResiliencePipelineBuilder builder, TimeProvider clock)
    {
        builder.Name = Name;
        builder.TimeProvider = clock;
        builder.AddRetry(
            new RetryStrategyOptions
            {
                Name = "repeat",
                MaxRetryAttempts = RepeatsMax,
                BackoffType = DelayBackoffType.Exponential,
                Delay = RetryWait.First,
                MaxDelay = RetryWait.Longest,
                UseJitter = false,
                ShouldHandle = arguments => ValueTask.FromResult(ShouldRepeat(arguments)),
                DelayGenerator = arguments => ValueTask.FromResult(DataverseFaults.AskedWait(arguments.Outcome.Exception)),
                OnRetry = null,
            }
        );
    }

    private static bool ShouldRepeat(RetryPredicateArguments<object> arguments)
    {
        var failure = arguments.Outcome.Exception;
        if (DataverseFaults.IsThrottled(failure))
        {
            return (DataverseFaults.AskedWait(failure) ?? RetryWait.First) <= RetryWait.Longest;
        }

        return DataverseFaults.IsOutage(failure) && arguments.Context.Properties.GetValue(Reads, false);
    }
}
