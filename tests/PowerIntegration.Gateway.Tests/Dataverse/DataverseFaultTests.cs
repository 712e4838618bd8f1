using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Polly;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Gateway.Tests.Fixtures;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Dataverse;

public sealed class DataverseFaultTests
{
    private readonly SteppingClock clock = new(new DateTimeOffset(2025, 11, 5, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(0x80040217, "missing")]
    [InlineData(0x80060891, "missing")]
    [InlineData(0x80060892, "duplicate")]
    [InlineData(0x80040237, "duplicate")]
    [InlineData(0x80060882, "version")]
    [InlineData(0x80040265, "refused")]
    [InlineData(0x80048306, "refused")]
    [InlineData(0x80072322, "throttled")]
    public void Codes_mean_one_thing_each_wrapped_or_not(uint code, string meaning)
    {
        foreach (var fault in new Exception[] { Fault(code), new InvalidOperationException("wrapped", Fault(code)) })
        {
            Assert.Equal(meaning == "missing", DataverseFaults.IsMissing(fault));
            Assert.Equal(meaning == "duplicate", DataverseFaults.IsDuplicateKey(fault));
            Assert.Equal(meaning == "version", DataverseFaults.IsVersionMismatch(fault));
            Assert.Equal(meaning == "throttled", DataverseFaults.IsThrottled(fault));
            var problem = DataverseFaults.ProblemOf(fault, "Create");
            Assert.Equal(
                meaning switch
                {
                    "refused" => "dataverse-refused",
                    "throttled" => "dataverse-unavailable",
                    _ => null,
                },
                (problem as IntegrationException)?.Kind.Code
            );
        }
    }

    [Fact]
    public void What_is_no_failure_of_dataverse_is_left_alone() =>
        Assert.Null(DataverseFaults.ProblemOf(new InvalidOperationException("ours"), "Create"));

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 2)]
    public async Task A_throttled_request_was_not_looked_at_and_is_repeated_after_the_wait_it_names(bool reads, int attempts)
    {
        Assert.Equal(attempts, await AttemptsAsync(reads, Fault(0x80072322, TimeSpan.FromSeconds(9)), failures: 1));
        Assert.Equal(TimeSpan.FromSeconds(9), clock.Waited);
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public async Task A_lost_answer_is_repeated_for_reading_only(bool reads, int attempts) =>
        Assert.Equal(attempts, await AttemptsAsync(reads, new CommunicationException("reset"), failures: 1));

    [Fact]
    public async Task Repeats_are_bounded() =>
        Assert.Equal(1 + DataversePipeline.RepeatsMax, await AttemptsAsync(reads: true, new TimeoutException(), failures: int.MaxValue));

    [Fact]
    public async Task A_wait_longer_than_a_call_is_not_begun() =>
        Assert.Equal(1, await AttemptsAsync(reads: true, Fault(0x80072322, RetryWait.Longest + TimeSpan.FromSeconds(1)), failures: int.MaxValue));

    [Fact]
    public async Task A_refusal_is_not_repeated() => Assert.Equal(1, await AttemptsAsync(reads: true, Fault(0x80040265), failures: int.MaxValue));

    private async Task<int> AttemptsAsync(bool reads, Exception failure, int failures)
    {
        var builder = new ResiliencePipelineBuilder();
        DataversePipeline.Configure(builder, clock);
        var pipeline = builder.Build();
        var context = ResilienceContextPool.Shared.Get();
        context.Properties.Set(DataversePipeline.Reads, reads);
        var attempts = 0;
        await pipeline.ExecuteOutcomeAsync(
            (_, _) => ValueTask.FromResult(++attempts <= failures ? Outcome.FromException<int>(failure) : Outcome.FromResult(0)),
            context,
            0
        );
        ResilienceContextPool.Shared.Return(context);
        return attempts;
    }

    private static FaultException<OrganizationServiceFault> Fault(uint code, TimeSpan? wait = null)
    {
        var detail = new OrganizationServiceFault { ErrorCode = unchecked((int)code), Message = "It did not work." };
        if (wait is { } span)
        {
            detail.ErrorDetails.Add(new KeyValuePair<string, object>("Retry-After", span));
        }

        return new FaultException<OrganizationServiceFault>(detail, new FaultReason("It did not work."));
    }
}
