using PowerIntegration.Gateway.Remote.SignIn;
using PowerIntegration.Gateway.Tests.Fixtures;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Remote.SignIn;

public sealed class AccessTokenCacheTests
{
    private readonly SteppingClock clock = new(new DateTimeOffset(2025, 11, 5, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Callers_at_the_same_time_share_one_request()
    {
        var asked = 0;
        var gate = new TaskCompletionSource();
        using var cache = new AccessTokenCache(
            clock,
            async _ =>
            {
                asked++;
                await gate.Task;
                return new IssuedToken("one", TimeSpan.FromHours(1));
            }
        );

        var waiting = Enumerable.Range(0, 5).Select(_ => cache.GetAsync(TestContext.Current.CancellationToken).AsTask()).ToList();
        gate.SetResult();

        Assert.All(await Task.WhenAll(waiting), token => Assert.Equal("one", token));
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_failed_request_is_not_remembered()
    {
        var asked = 0;
        using var cache = new AccessTokenCache(
            clock,
            _ =>
                ++asked == 1
                    ? Task.FromException<IssuedToken>(new TimeoutException())
                    : Task.FromResult(new IssuedToken("two", TimeSpan.FromHours(1)))
        );

        await Assert.ThrowsAsync<TimeoutException>(async () => await cache.GetAsync(TestContext.Current.CancellationToken));

        Assert.Equal("two", await cache.GetAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Forgetting_an_old_token_leaves_the_new_one()
    {
        var asked = 0;
        using var cache = new AccessTokenCache(clock, _ => Task.FromResult(new IssuedToken($"token-{++asked}", TimeSpan.FromHours(1))));
        await cache.GetAsync(TestContext.Current.CancellationToken);

        cache.Forget("token-0");
        Assert.Equal("token-1", await cache.GetAsync(TestContext.Current.CancellationToken));

        cache.Forget("token-1");
        Assert.Equal("token-2", await cache.GetAsync(TestContext.Current.CancellationToken));
    }
}
