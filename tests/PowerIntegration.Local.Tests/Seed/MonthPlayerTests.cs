using PowerIntegration.Local.Seed;
using PowerIntegration.Local.Tests.Procore;
using Xunit;

namespace PowerIntegration.Local.Tests.Seed;

public sealed class MonthPlayerTests : IDisposable
{
    private const int MonthsBeforeTheCorrection = 6;
    private readonly string folder = Directory.CreateTempSubdirectory("months").FullName;

    [Fact]
    public async Task What_comes_before_the_invoices_happens_once_whoever_asks_and_survives_a_restart()
    {
        await using var host = await ProcoreHost.StartAsync();
        var months = Player(host);
        for (var month = 0; month < MonthsBeforeTheCorrection; month++)
        {
            months.PlayNext();
        }

        Assert.Equal("April 2026", months.NextName);
        Assert.Contains("HE-42215", Assert.Single(months.BeginNext()), StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2026, 4, 16, 13, 31, 44, TimeSpan.Zero), host.Clock.GetUtcNow());
        Assert.Empty(months.BeginNext());

        var again = Player(host);
        Assert.Empty(again.BeginNext());
        Assert.Equal(("April 2026", 6), (again.NextName, again.Remaining));
        var decided = new List<string>();
        again.PlayNext(invoice => decided.Add(invoice.InvoiceNumber));
        Assert.Equal(["PCC-26-0251", "HE-42590", "IG 7741-7"], decided);
        Assert.Equal(("May 2026", 5), (Player(host).NextName, Player(host).Remaining));
    }

    [Fact]
    public async Task A_month_that_nobody_began_begins_by_itself_and_after_the_last_nothing_happens()
    {
        await using var host = await ProcoreHost.StartAsync();
        var months = Player(host);
        while (months.Remaining > 0)
        {
            months.PlayNext();
        }

        Assert.Null(months.NextName);
        Assert.Empty(months.BeginNext());
        Assert.Contains("All months", months.PlayNext(), StringComparison.Ordinal);
        await host.SignInAsync();
        var invoice = await host.GetAsync($"rest/v1.1/requisitions?project_id={ProcoreHost.Project}&filters[status]=approved&per_page=100");
        Assert.Equal(34, invoice.AsArray().Count);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private MonthPlayer Player(ProcoreHost host) => new(host.Seed, host.Simulator.Actors, host.Clock, folder);
}
