using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Procore;
using PowerIntegration.Local.Procore.Access;
using PowerIntegration.Local.Storage;
using PowerIntegration.Local.Tests.Seed;
using PowerIntegration.Local.Tests.Storage;
using Xunit;

namespace PowerIntegration.Local.Tests.Procore;

public sealed class SeedingTests
{
    [Fact]
    public void The_seed_is_one_commit_and_what_a_kill_before_it_leaves_is_seeded_by_the_next_start()
    {
        using var folder = new TemporaryFolder();
        IReadOnlyList<StoredRow> clean;
        string before;
        using (var file = RowFile.Open(folder.File("procore.db")))
        {
            before = folder.Copy();
            Open(file);
            clean = file.Load();
        }

        Assert.NotEmpty(clean);
        using var left = RowFile.Open(Path.Combine(before, "procore.db"));
        Assert.Empty(left.Load());
        Open(left);
        Assert.Equal(clean, left.Load());
        Open(left);
        Assert.Equal(clean, left.Load());
    }

    [Fact]
    public void A_commit_that_fails_leaves_nothing_of_the_seed()
    {
        using var folder = new TemporaryFolder();
        using (var file = RowFile.Open(folder.File("procore.db")))
        {
            file.Dispose();
            Assert.ThrowsAny<Exception>(() => Open(file));
        }

        using var again = RowFile.Open(folder.File("procore.db"));
        Assert.True(again.IsNew);
    }

    [Fact]
    public void Records_of_an_unknown_kind_are_named_with_their_file()
    {
        using var folder = new TemporaryFolder();
        using var file = RowFile.Open(folder.File("procore.db"));
        file.Commit([new StoredRow("drawings", "1", "{}")]);
        var refusal = Assert.Throws<StoreRefusedException>(() => Open(file));
        Assert.Contains(folder.File("procore.db"), refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'drawings'", refusal.Message, StringComparison.Ordinal);
    }

    private static void Open(RowFile file) =>
        ProcoreSimulator.Open(
            new ProcoreOptions { ClientId = "client", ClientSecret = ProcoreHost.Secret },
            LakeshoreSeed.Load().Procore,
            file,
            new DrivenClock(new DateTimeOffset(2025, 10, 1, 13, 0, 0, TimeSpan.Zero)),
            new SeededIdSource(7)
        );
}
