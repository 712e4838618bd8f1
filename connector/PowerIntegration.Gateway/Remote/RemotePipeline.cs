using System.Net.Http;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace PowerIntegration.Gateway.Remote;

/// <summary>The retry pipeline around one system; every option is written here.</summary>
internal static partial class RemotePipeline
{
    /// <summary>Attempts after the first.</summary>
    public const int RepeatsMax = 4;

    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> builder, string name, TimeProvider clock, ILogger logger)
    {
        builder.Name = name;
        builder.TimeProvider = clock;
        builder.AddRetry(
            new RetryStrategyOptions<HttpResponseMessage>
            {
                Name = "repeat",
                MaxRetryAttempts = RepeatsMax,
                BackoffType = DelayBackoffType.Exponential,
                Delay = RetryWait.First,
                MaxDelay = RetryWait.Longest,
                UseJitter = false,
                ShouldHandle = arguments => ValueTask.FromResult(ShouldRepeat(arguments, clock)),
                DelayGenerator = arguments =>
                    ValueTask.FromResult<TimeSpan?>(RetryWait.After(arguments.Outcome.Result, arguments.AttemptNumber, clock.GetUtcNow())),
                OnRetry = arguments =>
                {
                    var cause = arguments.Outcome.Exception?.Message ?? $"status {(int?)arguments.Outcome.Result?.StatusCode}";
                    Log.Repeats(logger, name, arguments.AttemptNumber + 1, arguments.RetryDelay, cause);
                    return ValueTask.CompletedTask;
                },
            }
        );
    }

    private static bool ShouldRepeat(RetryPredicateArguments<HttpResponseMessage> arguments, TimeProvider clock)
    {
        var request = arguments.Context.GetRequestMessage();
        var response = arguments.Outcome.Result;
        if (!RetryRule.MayRepeat(request, response, arguments.Outcome.Exception))
        {
            return false;
        }

        var wait = RetryWait.After(response, arguments.AttemptNumber, clock.GetUtcNow());
        return wait <= RetryWait.Longest && (CallBudgetOption.BudgetOf(request)?.Allows(wait) ?? true);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "{System}: attempt {Attempt} failed ({Cause}), the next one in {Wait}")]
        public static partial void Repeats(ILogger logger, string system, int attempt, TimeSpan wait, string cause);
    }
}
