using Microsoft.Data.Sqlite;

namespace PowerIntegration.Local.Storage;

/// <summary>
/// The committed records of one system in one SQLite file. A commit is one transaction and one write: after a kill the file holds it whole or not at
/// all. Dataverse, Procore, Oracle and Teams each have their own, so that a kill between two of them is a real one.
/// </summary>
public sealed class RowFile : IDisposable
{
    // "PISB", where SQLite keeps whose file it is.
    private const long ApplicationId = 0x50495342;
    private const long Format = 1;
    private const string SavePoint = "one_commit";
    private const string NextStep = "Choose another folder with --store, or move this file away. Nothing in it was changed.";

    /// <summary>Seconds to wait for another program that reads or writes the file at this moment.</summary>
    private const int BusySecondsMax = 5;

    private readonly object gate = new();
    private readonly SqliteConnection connection;
    private SqliteTransaction? held;

    private RowFile(string path, SqliteConnection connection)
    {
        FilePath = path;
        this.connection = connection;
    }

    /// <summary>Where it lies.</summary>
    public string FilePath { get; }

    /// <summary>Whether it held no record when it was opened.</summary>
    public bool IsNew { get; private set; }

    /// <summary>Opens a file, making it where there is none.</summary>
    /// <param name="path">The file; its folder is made where it is missing.</param>
    /// <param name="holdsSeed">
    /// Where the file is new, nothing reaches it before <see cref="KeepSeed"/>: a start that was killed while it seeded leaves a new file again, and
    /// the next start begins from nothing.
    /// </param>
    /// <exception cref="StoreRefusedException">It is another program's or another version's file, is damaged, or cannot be opened.</exception>
    public static RowFile Open(string path, bool holdsSeed = false)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        if (File.Exists(path) && new FileInfo(path).Length == 1)
        {
            // SQLite takes a single byte for an empty file, and would write over it.
            throw Refusal(path, "is not a database.");
        }

        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Pooling = false,
                DefaultTimeout = BusySecondsMax,
            }.ToString()
        );
        var file = new RowFile(Path.GetFullPath(path), connection);
        try
        {
            connection.Open();
            file.Begin(holdsSeed);
            return file;
        }
        catch (SqliteException failure)
        {
            file.Dispose();
            throw file.Refusal(Problem(failure), failure);
        }
        catch (StoreRefusedException)
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Ends the seeding of a new file: everything committed so far reaches it in one write.</summary>
    public void KeepSeed()
    {
        lock (gate)
        {
            held?.Commit();
            held?.Dispose();
            held = null;
        }
    }

    /// <summary>A refusal of this file.</summary>
    /// <param name="problem">The end of a sentence that begins with the file, for example "holds rows of ...".</param>
    /// <param name="inner">What was thrown, if anything was.</param>
    public StoreRefusedException Refusal(string problem, Exception? inner = null) => Refusal(FilePath, problem, inner);

    /// <summary>Every record, by kind and id.</summary>
    public IReadOnlyList<StoredRow> Load()
    {
        lock (gate)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT kind, id, json FROM record ORDER BY kind, id";
            using var reader = command.ExecuteReader();
            var rows = new List<StoredRow>();
            while (reader.Read())
            {
                rows.Add(new StoredRow(reader.GetString(0), reader.GetString(1), reader.GetString(2)));
            }

            return rows;
        }
    }

    /// <summary>Writes and deletes records, all or none.</summary>
    /// <param name="changes">The new state of each record; a null <see cref="StoredRow.Json"/> deletes.</param>
    public void Commit(IReadOnlyCollection<StoredRow> changes)
    {
        lock (gate)
        {
            if (held is { } seeding)
            {
                CommitHeld(seeding, changes);
                return;
            }

            using var transaction = connection.BeginTransaction();
            Write(transaction, changes);
            transaction.Commit();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        held?.Dispose();
        connection.Dispose();
    }

    private static StoreRefusedException Refusal(string path, string problem, Exception? inner = null) =>
        new($"The store file {Path.GetFullPath(path)} {problem} {NextStep}", inner);

    private void CommitHeld(SqliteTransaction seeding, IReadOnlyCollection<StoredRow> changes)
    {
        seeding.Save(SavePoint);
        try
        {
            Write(seeding, changes);
        }
        catch
        {
            seeding.Rollback(SavePoint);
            throw;
        }
        finally
        {
            seeding.Release(SavePoint);
        }
    }

    private void Write(SqliteTransaction transaction, IReadOnlyCollection<StoredRow> changes)
    {
        using var upsert = Prepare(
            transaction,
            "INSERT INTO record (kind, id, json) VALUES ($kind, $id, $json) ON CONFLICT (kind, id) DO UPDATE SET json = excluded.json"
        );
        using var delete = Prepare(transaction, "DELETE FROM record WHERE kind = $kind AND id = $id");
        foreach (var change in changes)
        {
            var command = change.Json is null ? delete : upsert;
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$kind", change.Kind);
            command.Parameters.AddWithValue("$id", change.Id);
            if (change.Json is not null)
            {
                command.Parameters.AddWithValue("$json", change.Json);
            }

            command.ExecuteNonQuery();
        }
    }

    // Looks before it writes anything: a file that is not ours stays as it is.
    private void Begin(bool holdsSeed)
    {
        if (!IsOurs())
        {
            Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
            using var transaction = connection.BeginTransaction();
            Execute(
                "CREATE TABLE IF NOT EXISTS record (kind TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;"
                    + FormattableString.Invariant($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Format};")
            );
            transaction.Commit();
        }
        else
        {
            Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
        }

        IsNew = Number("SELECT EXISTS (SELECT 1 FROM record)") == 0;
        held = IsNew && holdsSeed ? connection.BeginTransaction() : null;
    }

    // False where there is nothing yet: no file, an empty one, or one whose making was cut off.
    private bool IsOurs()
    {
        var (application, format) = (Number("PRAGMA application_id"), Number("PRAGMA user_version"));
        if (application == ApplicationId)
        {
            return format == Format
                ? true
                : throw Refusal(FormattableString.Invariant($"has the format {format}, and this sandbox reads the format {Format}."));
        }

        var tables = Number("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
        var isOldForm =
            Number("SELECT COUNT(*) FROM pragma_table_info('record') WHERE name IN ('kind', 'id', 'json')") == 3 && tables == 1 && application == 0;
        if (tables == 0 && application == 0)
        {
            return false;
        }

        return !isOldForm ? throw Refusal("is the database of another program.")
            : Number("SELECT EXISTS (SELECT 1 FROM record)") == 1 ? throw Refusal("was written by an earlier version of this sandbox.")
            : false;
    }

    private static string Problem(SqliteException failure) =>
        failure.SqliteErrorCode switch
        {
            SQLitePCL.raw.SQLITE_NOTADB => "is not a database.",
            SQLitePCL.raw.SQLITE_CORRUPT => "is damaged.",
            SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => "is being written by another program. Close that one.",
            _ => $"cannot be opened: {failure.Message}",
        };

    private SqliteCommand Prepare(SqliteTransaction transaction, string text)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The two texts are constants of this class.
        command.CommandText = text;
#pragma warning restore CA2100
        return command;
    }

    private long Number(string text)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this class.
        command.CommandText = text;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    private void Execute(string text)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this class.
        command.CommandText = text;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
