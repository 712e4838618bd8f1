using System.Net;
using System.Net.Http;
using Microsoft.Extensions.DependencyInjection;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Procore;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Gateway.Tests.Fixtures;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Procore;

/// <summary>Files are read by their links: the token stays with Procore, and no more is read than is wanted.</summary>
public sealed class ProcoreFilesTests
{
    private const string Link = "https://app.procore.com/files/1";

    [Fact]
    public async Task The_token_goes_to_Procore_and_not_to_the_storage_it_redirects_to()
    {
        await using var host = await GatewayHost.StartAsync();
        host.Files.On("GET", "/files/1", _ => Moved("https://bucket.s3.amazonaws.com/stored/1?signature=x"));
        host.Files.On("GET", "/stored/1", _ => Bytes([1, 2, 3]));

        var file = await ReadAsync(host, Link, bytesMax: 3);

        Assert.Equal([1, 2, 3], file.Content);
        Assert.Equal(["Bearer procore-1", ""], host.Files.Calls.Select(call => call.Header("Authorization")));
        Assert.Equal([GatewayHost.CompanyId, ""], host.Files.Calls.Select(call => call.Header("Procore-Company-Id")));
    }

    [Theory]
    [InlineData("https://evilprocore.com/files/1")]
    [InlineData("https://app.procore.com.example/files/1")]
    public async Task A_host_that_only_looks_like_Procore_gets_no_token(string link)
    {
        await using var host = await GatewayHost.StartAsync();
        host.Files.On("GET", "/files/1", _ => Bytes([1]));

        await ReadAsync(host, link, bytesMax: 1);

        Assert.Equal("", Assert.Single(host.Files.Calls).Header("Authorization"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_is_too_large_is_not_read_to_its_end(bool isSizeNamed)
    {
        await using var host = await GatewayHost.StartAsync();
        host.Files.On(
            "GET",
            "/files/1",
            _ =>
            {
                var answer = Bytes(new byte[5]);
                if (!isSizeNamed)
                {
                    answer.Content = new StreamContent(new MemoryStream(new byte[5]));
                    answer.Content.Headers.ContentLength = null;
                }

                return answer;
            }
        );

        var file = await ReadAsync(host, Link, bytesMax: 4);

        Assert.Null(file.Content);
        Assert.True(file.Size is 5 or null);
    }

    [Theory]
    [InlineData("http://app.procore.com/files/1")]
    [InlineData("https://169.254.169.254/files/1")]
    [InlineData("https://[::1]/files/1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("files/1")]
    [InlineData(null)]
    public async Task A_link_that_leads_to_no_https_host_is_not_called(string? link)
    {
        await using var host = await GatewayHost.StartAsync();

        var refused = await Assert.ThrowsAsync<IntegrationException>(() => ReadAsync(host, link, bytesMax: 1));

        Assert.Contains("'signed.pdf'", refused.Message, StringComparison.Ordinal);
        Assert.Empty(host.Files.Calls);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.Redirect)]
    public async Task A_link_that_has_ended_or_runs_in_circles_is_told_by_the_name_of_the_file(HttpStatusCode status)
    {
        await using var host = await GatewayHost.StartAsync();
        host.Files.On("GET", "/files/1", _ => status == HttpStatusCode.Redirect ? Moved(Link) : new HttpResponseMessage(status));

        var refused = await Assert.ThrowsAsync<IntegrationException>(() => ReadAsync(host, Link, bytesMax: 1));

        Assert.Contains("'signed.pdf'", refused.Message, StringComparison.Ordinal);
        Assert.InRange(host.Files.Calls.Count, 1, 6);
    }

    private static async Task<DownloadedFile> ReadAsync(GatewayHost host, string? link, long bytesMax)
    {
        await using var scope = host.App.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<ProcoreFiles>()
            .ReadAsync("signed.pdf", link, bytesMax, CallBudget.Start(host.Clock, CallBudget.Operation), TestContext.Current.CancellationToken);
    }

    private static HttpResponseMessage Bytes(byte[] content) => new(HttpStatusCode.OK) { Content = new ByteArrayContent(content) };

    private static HttpResponseMessage Moved(string address) => new(HttpStatusCode.Redirect) { Headers = { Location = new Uri(address) } };
}
