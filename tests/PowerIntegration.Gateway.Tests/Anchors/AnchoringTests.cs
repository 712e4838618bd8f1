using System.Net.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Drift;
using PowerIntegration.Gateway.Anchors;
using PowerIntegration.Gateway.Tests.Fixtures;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Gateway.Tests.Anchors;

/// <summary>The nightly call that keeps hashes of frozen rows in a file outside Dataverse.</summary>
public sealed class AnchoringTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("powerintegration-anchors-").FullName;

    private string FilePath => Path.Combine(folder, "anchors.jsonl");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task New_hashes_are_anchored_once_in_links_that_continue_each_other()
    {
        await using var host = await StartAsync();
        Add(host, 1);
        Add(host, 2);
        host.Dataverse.Add(ReleaseTable.LogicalName, "RELEASE|1", (ReleaseTable.AssemblyHash, "ee"));
        Add(host, 3, key: "ELSEWHERE|1|P1");

        var first = (await host.PostAsync("/anchors")).Ok();
        Assert.Equal((3, 0, 1), (first.Number("hashesAnchored"), first.Number("rowsChanged"), first.Number("linkNumber")));
        Assert.Equal("3 hashes were anchored. Every anchored row is unchanged.", first.Text("message"));

        var again = (await host.PostAsync("/anchors")).Ok();
        Assert.Equal((0, 1, first.Text("linkHash")), (again.Number("hashesAnchored"), again.Number("linkNumber"), again.Text("linkHash")));

        host.Clock.Advance(TimeSpan.FromDays(1));
        Add(host, 4);
        var next = (await host.PostAsync("/anchors")).Ok();

        Assert.Equal((1, 2), (next.Number("hashesAnchored"), next.Number("linkNumber")));
        var links = Links();
        Assert.Null(HashChain.Fault(links));
        Assert.Equal([3, 1], links.Select(link => link.Hashes.Count));
        Assert.Equal(links[^1].Hash, next.Text("linkHash"));
        Assert.All(host.Dataverse.Calls, call => Assert.Equal(("pint_ReportAnchors", "[]"), (call.Name, call.Inputs["Differences"])));
        Assert.Equal(host.EnvironmentId, host.Dataverse.Calls[0].Inputs["EnvironmentId"]);
    }

    [Fact]
    public async Task Without_a_row_there_is_no_link()
    {
        await using var host = await StartAsync();

        var answer = (await host.PostAsync("/anchors")).Ok();

        Assert.Equal((0, 0, HashLink.Beginning), (answer.Number("hashesAnchored"), answer.Number("linkNumber"), answer.Text("linkHash")));
        Assert.False(File.Exists(FilePath));
    }

    [Fact]
    public async Task A_row_that_was_changed_or_deleted_after_it_was_anchored_is_reported()
    {
        await using var host = await StartAsync();
        var changed = Add(host, 1);
        var moved = Add(host, 2);
        Add(host, 3);
        await host.PostAsync("/anchors");
        changed[PreparationTable.ContentHash] = "changed";
        moved["pint_key"] = "ELSEWHERE|1|P2";

        var answer = (await host.PostAsync("/anchors")).Ok();

        Assert.Equal((0, 2), (answer.Number("hashesAnchored"), answer.Number("rowsChanged")));
        Assert.Equal("0 hashes were anchored. 2 anchored rows were changed; they are reported to the controller.", answer.Text("message"));
        var reported = Reported(host);
        Assert.Equal(2, reported.Count);
        Assert.Contains(
            reported,
            difference => difference.Sentence.StartsWith($"Preparation {changed.Id} has the hash 'changed'; 'hash 1'", StringComparison.Ordinal)
        );
        Assert.Contains(reported, difference => difference.Sentence.EndsWith("does not exist any more.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_chain_that_was_lost_and_begins_anew_is_reported()
    {
        await using var host = await StartAsync();
        Add(host, 1, age: TimeSpan.FromDays(30));
        await host.PostAsync("/anchors");
        Assert.Empty(Reported(host));

        await host.PostAsync("/anchors");

        Assert.StartsWith(
            "The chain of hashes outside Dataverse begins on 2025-11-05",
            Assert.Single(Reported(host)).Sentence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Very_many_hashes_make_several_links()
    {
        await using var host = await StartAsync();
        for (var number = 0; number < 1001; number++)
        {
            Add(host, number);
        }

        Assert.Equal(2, (await host.PostAsync("/anchors")).Ok().Number("linkNumber"));

        Assert.Equal([1000, 1], Links().Select(link => link.Hashes.Count));
        Assert.Null(HashChain.Fault(Links()));
    }

    [Fact]
    public async Task A_file_that_was_changed_is_reported_and_gets_no_link()
    {
        await using var host = await StartAsync();
        Add(host, 1);
        await host.PostAsync("/anchors");
        var changed = File.ReadAllText(FilePath).Replace("hash 1", "hash 2", StringComparison.Ordinal);
        File.WriteAllText(FilePath, changed);
        Add(host, 2);

        var sentence = (await host.PostAsync("/anchors")).Problem(409, "anchors-broken");

        Assert.StartsWith(
            "The chain of hashes is not whole. The content of link 1 does not have the link's hash.",
            sentence,
            StringComparison.Ordinal
        );
        Assert.StartsWith("The chain of hashes outside Dataverse is not whole.", Assert.Single(Reported(host)).Sentence, StringComparison.Ordinal);
        Assert.Equal(changed, File.ReadAllText(FilePath));
    }

    [Theory]
    [InlineData("""{"number":1""", "The last line is cut off.")]
    [InlineData("no link\n", "Line 1 is not a link")]
    public async Task A_line_that_is_cut_or_is_no_link_is_reported(string text, string words)
    {
        await using var host = await StartAsync();
        File.WriteAllText(FilePath, text);
        Add(host, 1);

        Assert.Contains(words, (await host.PostAsync("/anchors")).Problem(409, "anchors-broken"), StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(FilePath));
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_a_technical_failure()
    {
        await using var host = await StartAsync();
        Directory.CreateDirectory(FilePath);
        Add(host, 1);

        Assert.Contains("cannot be written", (await host.PostAsync("/anchors")).Problem(503, "anchors-unavailable"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_does_not_continue_the_last_one_is_refused_by_the_store_itself()
    {
        var store = new AnchorFile(Options.Create(new AnchorOptions { AnchorFile = FilePath }));
        var night = new DateTime(2025, 11, 5, 6, 0, 0, DateTimeKind.Utc);
        var first = HashLink.After(null, night, [new("preparation 1", "aa")]);
        await store.AppendAsync(first, default);

        // As another instance would that read the file before this link was added.
        var late = HashLink.After(null, night, [new("preparation 2", "bb")]);
        var refusal = await Assert.ThrowsAsync<AnchorStoreException>(() => store.AppendAsync(late, default));

        Assert.True(refusal.IsBroken);
        Assert.Equal(first.Hash, Assert.Single(Links()).Hash);
    }

    [Fact]
    public async Task Without_a_file_the_refusal_names_the_setting()
    {
        await using var host = await GatewayHost.StartAsync();

        Assert.Contains("Gateway:AnchorFile", (await host.PostAsync("/anchors")).Problem(409, "anchors-not-configured"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_says_whether_hashes_are_anchored_and_whether_the_chain_is_whole()
    {
        await using var without = await GatewayHost.StartAsync();
        Assert.Equal(HealthStatus.Degraded, await HealthAsync(without));

        await using var host = await StartAsync();
        Add(host, 1);
        await host.PostAsync("/anchors");
        Assert.Equal(HealthStatus.Healthy, await HealthAsync(host));

        File.AppendAllText(FilePath, File.ReadAllText(FilePath));
        Assert.Equal(HealthStatus.Unhealthy, await HealthAsync(host));
        File.AppendAllText(FilePath, "{");
        Assert.Equal(HealthStatus.Unhealthy, await HealthAsync(host));
    }

    [Fact]
    public async Task Who_only_reads_anchors_nothing()
    {
        await using var host = await StartAsync();

        var answer = await host.SendAsync(HttpMethod.Post, "/api/v1/anchors", host.Tokens.Good("Read"));

        answer.Problem(403, "role-missing");
    }

    private static async Task<HealthStatus> HealthAsync(GatewayHost host) =>
        (await host.App.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["anchors"].Status;

    private static IReadOnlyList<Difference> Reported(GatewayHost host) =>
        DifferencesText.Read((string)host.Dataverse.Calls[^1].Inputs["Differences"], new FieldReader());

    private static Entity Add(GatewayHost host, int number, string? key = null, TimeSpan age = default) =>
        host.Dataverse.Add(
            PreparationTable.LogicalName,
            key ?? $"{GatewayHost.EnvironmentKey}|1|P{number}",
            (PreparationTable.ContentHash, $"hash {number}"),
            ("createdon", (host.Clock.GetUtcNow() - age).UtcDateTime)
        );

    private List<HashLink> Links() => [.. File.ReadAllLines(FilePath).Select(line => HashLinkText.Read("link", line, new FieldReader())!)];

    private async Task<GatewayHost> StartAsync()
    {
        var host = await GatewayHost.StartAsync(("Gateway:AnchorFile", FilePath));
        host.Dataverse.Api = (_, _) => [];
        return host;
    }
}
