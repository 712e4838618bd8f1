using System.Net;
using System.Net.Http;
using PowerIntegration.Gateway.Remote;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Remote;

public sealed class RetryTests
{
    private static readonly DateTimeOffset Now = new(2025, 11, 5, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("GET", 408, false, true)]
    [InlineData("GET", 429, false, true)]
    [InlineData("GET", 502, false, true)]
    [InlineData("GET", 503, false, true)]
    [InlineData("GET", 504, false, true)]
    [InlineData("GET", 500, false, false)]
    [InlineData("GET", 404, false, false)]
    [InlineData("GET", 400, false, false)]
    [InlineData("POST", 429, false, true)]
    [InlineData("POST", 503, true, true)]
    [InlineData("POST", 503, false, false)]
    [InlineData("POST", 502, true, false)]
    [InlineData("POST", 504, true, false)]
    [InlineData("POST", 408, true, false)]
    [InlineData("POST", 500, true, false)]
    public void Only_what_cannot_happen_twice_is_repeated(string method, int status, bool namesItsWait, bool repeated)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "https://host/");
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        if (namesItsWait)
        {
            response.Headers.Add("Retry-After", "1");
        }

        Assert.Equal(repeated, RetryRule.MayRepeat(request, response, exception: null));
    }

    [Theory]
    [InlineData("GET", true)]
    [InlineData("POST", false)]
    public void A_lost_answer_is_repeated_for_reading_only(string method, bool repeated)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "https://host/");

        Assert.Equal(repeated, RetryRule.MayRepeat(request, response: null, new TimeoutException()));
        Assert.Equal(repeated, RetryRule.MayRepeat(request, response: null, new HttpRequestException()));
        Assert.False(RetryRule.MayRepeat(request, response: null, new InvalidOperationException()));
    }

    [Theory]
    [InlineData(429, "7", null, 7)]
    [InlineData(503, "7", null, 7)]
    [InlineData(429, null, "1762333212", 12)]
    [InlineData(429, "7", "1762333212", 7)]
    [InlineData(429, null, "1762333100", 0)]
    [InlineData(429, null, "soon", null)]
    [InlineData(503, null, "1762333212", null)]
    public void The_wait_is_what_the_system_asks_for(int status, string? retryAfter, string? reset, int? seconds)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        if (retryAfter is not null)
        {
            response.Headers.Add("Retry-After", retryAfter);
        }

        if (reset is not null)
        {
            response.Headers.Add("X-Rate-Limit-Reset", reset);
        }

        Assert.Equal(seconds, RetryWait.Asked(response, Now) is { } wait ? (int)wait.TotalSeconds : null);
    }

    [Fact]
    public void Without_a_named_wait_each_one_is_twice_the_last()
    {
        Assert.Equal(TimeSpan.FromSeconds(2), RetryWait.After(response: null, attempt: 0, Now));
        Assert.Equal(TimeSpan.FromSeconds(4), RetryWait.After(response: null, attempt: 1, Now));
        Assert.Equal(TimeSpan.FromSeconds(8), RetryWait.After(response: null, attempt: 2, Now));
    }
}
