using PowerIntegration.Local.Storage;
using Xunit;

namespace PowerIntegration.Local.Tests.Storage;

public sealed class StoreLockTests
{
    [Fact]
    public void A_second_writer_is_told_the_folder_and_who_holds_it_and_comes_in_when_that_one_ends()
    {
        using var folder = new TemporaryFolder();
        using (var first = StoreLock.Take(folder.Path, "serves http://127.0.0.1:5080"))
        {
            var refusal = Assert.Throws<StoreRefusedException>(() => StoreLock.Take(folder.Path, "serves another"));
            Assert.Contains(folder.Path, refusal.Message, StringComparison.Ordinal);
            Assert.Contains($"process {Environment.ProcessId}, which serves http://127.0.0.1:5080", refusal.Message, StringComparison.Ordinal);
            Assert.Throws<StoreRefusedException>(() => StoreLock.Take(folder.Path + Path.DirectorySeparatorChar, "serves another"));
        }

        using var next = StoreLock.Take(folder.Path, "serves another");
    }

    [Fact]
    public void Ending_twice_does_not_let_go_of_the_next_holders_lock()
    {
        using var folder = new TemporaryFolder();
        var first = StoreLock.Take(folder.Path, "is first");
        first.Dispose();
        using var second = StoreLock.Take(folder.Path, "is second");
        first.Dispose();
        Assert.Contains(
            "is second",
            Assert.Throws<StoreRefusedException>(() => StoreLock.Take(folder.Path, "is third")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_a_killed_process_left_behind_locks_nothing()
    {
        using var folder = new TemporaryFolder();
        using (StoreLock.Take(folder.Path, "is killed"))
        {
            var left = folder.Copy();
            Assert.Equal(["store.holder", "store.lock"], Directory.GetFiles(left).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            using var next = StoreLock.Take(left, "takes over");
        }
    }

    [Fact]
    public void A_folder_that_is_missing_is_made_and_another_is_free()
    {
        using var folder = new TemporaryFolder();
        using var first = StoreLock.Take(folder.Path, "is first");
        using var other = StoreLock.Take(folder.File("new/one"), "is beside it");
    }
}
