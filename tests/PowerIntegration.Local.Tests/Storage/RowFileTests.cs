using Microsoft.Data.Sqlite;
using PowerIntegration.Local.Storage;
using Xunit;

namespace PowerIntegration.Local.Tests.Storage;

public sealed class RowFileTests
{
    [Fact]
    public void A_seed_reaches_the_file_whole_or_not_at_all_wherever_it_is_cut_off()
    {
        using var folder = new TemporaryFolder();
        using var file = RowFile.Open(folder.File("a.db"), holdsSeed: true);
        Assert.True(file.IsNew);
        for (var commit = 1; commit <= 20; commit++)
        {
            file.Commit([Row($"{commit}a"), Row($"{commit}b")]);
            using var left = RowFile.Open(Path.Combine(folder.Copy(), "a.db"), holdsSeed: true);
            Assert.True(left.IsNew);
            Assert.Empty(left.Load());
            Assert.Equal(2 * commit, file.Load().Count);
        }

        file.KeepSeed();
        using var kept = RowFile.Open(Path.Combine(folder.Copy(), "a.db"), holdsSeed: true);
        Assert.False(kept.IsNew);
        Assert.Equal(40, kept.Load().Count);
    }

    [Fact]
    public void After_the_seed_each_commit_reaches_the_file_at_once()
    {
        using var folder = new TemporaryFolder();
        using var file = RowFile.Open(folder.File("a.db"), holdsSeed: true);
        file.Commit([Row("1")]);
        file.KeepSeed();
        file.Commit([Row("2")]);
        using (var left = RowFile.Open(Path.Combine(folder.Copy(), "a.db")))
        {
            Assert.Equal([Row("1"), Row("2")], left.Load());
        }

        file.KeepSeed();
        file.Commit([new StoredRow("row", "1", null)]);
        Assert.Equal([Row("2")], file.Load());
    }

    [Fact]
    public void A_commit_that_fails_inside_a_seed_leaves_the_others()
    {
        using var folder = new TemporaryFolder();
        using var file = RowFile.Open(folder.File("a.db"), holdsSeed: true);
        file.Commit([Row("1")]);
        Assert.ThrowsAny<Exception>(() => file.Commit([Row("2"), new StoredRow("row", null!, "{}")]));
        file.Commit([Row("3")]);
        file.KeepSeed();
        Assert.Equal([Row("1"), Row("3")], file.Load());
    }

    [Fact]
    public void What_a_kill_leaves_of_a_file_that_was_being_made_is_a_new_file()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("empty.db"), []);
        Sql(folder.File("log.db"), "PRAGMA journal_mode = WAL;");
        Sql(
            folder.File("table.db"),
            "CREATE TABLE record (kind TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;"
        );
        foreach (var name in new[] { "missing.db", "empty.db", "log.db", "table.db" })
        {
            using (var file = RowFile.Open(folder.File(name)))
            {
                Assert.True(file.IsNew, name);
                file.Commit([Row("1")]);
            }

            using var again = RowFile.Open(folder.File(name));
            Assert.False(again.IsNew, name);
            Assert.Equal([Row("1")], again.Load());
        }
    }

    [Theory]
    [InlineData("CREATE TABLE invoice (id TEXT);", "is the database of another program")]
    [InlineData("CREATE TABLE record (a TEXT);", "is the database of another program")]
    [InlineData("PRAGMA application_id = 7;", "is the database of another program")]
    [InlineData("CREATE TABLE record (kind TEXT, id TEXT, json TEXT); CREATE TABLE other (id TEXT);", "is the database of another program")]
    [InlineData("CREATE TABLE record (kind TEXT, id TEXT, json TEXT); INSERT INTO record VALUES ('a', 'b', '{}');", "an earlier version")]
    [InlineData("PRAGMA application_id = 1346982722; PRAGMA user_version = 2;", "has the format 2, and this sandbox reads the format 1")]
    public void A_file_of_somebody_else_is_refused_and_stays_as_it_is(string sql, string sentence)
    {
        using var folder = new TemporaryFolder();
        Sql(folder.File("a.db"), sql);
        Refused(folder.File("a.db"), sentence);
    }

    [Theory]
    [InlineData("This is a letter, not a database, and longer than any header of one could ever be, to be sure of it.", "is not a database")]
    [InlineData("SQLite format 3", "is not a database")]
    [InlineData("x", "is not a database")]
    public void A_file_that_is_no_database_is_refused_and_stays_as_it_is(string text, string sentence)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("a.db"), text);
        Refused(folder.File("a.db"), sentence);
    }

    [Fact]
    public void A_damaged_file_is_refused_and_stays_as_it_is()
    {
        using var folder = new TemporaryFolder();
        using (var file = RowFile.Open(folder.File("a.db")))
        {
            file.Commit([.. Enumerable.Range(0, 500).Select(number => Row($"{number}"))]);
        }

        var bytes = File.ReadAllBytes(folder.File("a.db"));
        Array.Clear(bytes, 100, 4000);
        File.WriteAllBytes(folder.File("a.db"), bytes);
        Refused(folder.File("a.db"), "is damaged");
    }

    [Fact]
    public void A_folder_in_place_of_the_file_is_refused()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("a.db"));
        Assert.Contains(
            "cannot be opened",
            Assert.Throws<StoreRefusedException>(() => RowFile.Open(folder.File("a.db"))).Message,
            StringComparison.Ordinal
        );
    }

    private static StoredRow Row(string id) => new("row", id, "{}");

    private static void Refused(string path, string sentence)
    {
        var before = File.ReadAllBytes(path);
        var refusal = Assert.Throws<StoreRefusedException>(() => RowFile.Open(path, holdsSeed: true));
        Assert.Contains(path, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("another folder with --store", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    private static void Sql(string path, string text)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this class.
        command.CommandText = text;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
