using Microsoft.Data.Sqlite;

namespace PowerIntegration.Local.Storage;

/// <summary>
/// The committed records of one system in one SQLite file. A commit is one transaction and one write: after a kill the file holds it whole or not at
/// all. Dataverse, Procore and Oracle each have their own, so that a kill between two of them is a real one.
/// </summary>
public sealed class RowFile : IDisposable
{
    private readonly object gate = new();
    private readonly SqliteConnection connection;

    private RowFile(SqliteConnection connection) => this.connection = connection;

    /// <summary>Opens a file, making it where there is none.</summary>
    /// <param name="path">The file; its folder is made where it is missing.</param>
    public static RowFile Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
        Execute(
            connection,
            "CREATE TABLE IF NOT EXISTS record (kind TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;"
        );
        return new RowFile(connection);
    }

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
            using var transaction = connection.BeginTransaction();
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

            transaction.Commit();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    private SqliteCommand Prepare(SqliteTransaction transaction, string text)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The two texts are constants of this class.
        command.CommandText = text;
#pragma warning restore CA2100
        return command;
    }

    private static void Execute(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are constants of this class.
        command.CommandText = text;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
