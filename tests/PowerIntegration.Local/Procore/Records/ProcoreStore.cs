using System.Text.Json.Nodes;
using PowerIntegration.Local.Storage;

namespace PowerIntegration.Local.Procore.Records;

/// <summary>
/// Procore's records by kind and id, in memory and in one file. A stored record is never changed in place: writers put a new one, readers copy what
/// they answer. Callers hold <see cref="Gate"/>.
/// </summary>
internal sealed class ProcoreStore
{
    private readonly Dictionary<string, SortedDictionary<long, JsonObject>> records = RecordKind.All.ToDictionary(
        kind => kind,
        _ => new SortedDictionary<long, JsonObject>()
    );

    // A deleted record is kept, so that its id is not used again, and is never shown.
    private const string Deleted = "@deleted";

    private readonly RowFile? file;

    /// <param name="seed">What Procore holds where the file is new.</param>
    /// <param name="file">Where it is kept; null keeps it in memory only.</param>
    /// <exception cref="SeedException">A kind is unknown, or a record has no id or another's id.</exception>
    public ProcoreStore(IReadOnlyDictionary<string, JsonArray> seed, RowFile? file)
    {
        this.file = file;
        var stored = file?.Load() ?? [];
        foreach (var row in stored)
        {
            var ofKind = records.GetValueOrDefault(row.Kind) ?? throw file!.Refusal($"holds records of the unknown kind '{row.Kind}'.");
            ofKind.Add(long.Parse(row.Id, CultureInfo.InvariantCulture), JsonNode.Parse(row.Json!)!.AsObject());
        }

        if (stored.Count == 0)
        {
            Commit([.. seed.SelectMany(kind => RowsOf(kind.Key, kind.Value))]);
        }
    }

    /// <summary>Held by whoever reads or writes.</summary>
    public object Gate { get; } = new();

    /// <summary>Records of a kind in order of id.</summary>
    public IReadOnlyCollection<JsonObject> All(string kind) => [.. records[kind].Values.Where(row => !row.ContainsKey(Deleted))];

    /// <summary>A record, or null.</summary>
    public JsonObject? Find(string kind, long id) => records[kind].GetValueOrDefault(id) is { } row && !row.ContainsKey(Deleted) ? row : null;

    /// <summary>A record that must be there.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public JsonObject Get(string kind, long id) => Find(kind, id) ?? throw new InvalidOperationException($"Procore has no record {id} in {kind}.");

    /// <summary>An id no record of the kind has; ids come from the records themselves, so that a restart continues where it stopped.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="first">The id where there is no record yet.</param>
    public long NextId(string kind, long first) => records[kind].Count == 0 ? first : records[kind].Keys.Max() + 1;

    /// <summary>Deletes a record: it is neither listed nor found from then on.</summary>
    public void Delete(string kind, long id)
    {
        Commit([new StoredRecord(kind, MarkedAsDeleted(Get(kind, id)))]);
    }

    /// <summary>A record as it is kept once it is deleted.</summary>
    public static JsonObject MarkedAsDeleted(JsonObject row)
    {
        var copy = row.DeepClone().AsObject();
        copy[Deleted] = true;
        return copy;
    }

    /// <summary>Puts records, all or none, and they become the store's own.</summary>
    public void Commit(IReadOnlyCollection<StoredRecord> changes)
    {
        file?.Commit([
            .. changes.Select(change => new StoredRow(change.Kind, change.Id.ToString(CultureInfo.InvariantCulture), change.Row.ToJsonString())),
        ]);
        foreach (var change in changes)
        {
            records[change.Kind][change.Id] = change.Row;
        }
    }

    private static IEnumerable<StoredRecord> RowsOf(string kind, JsonArray rows)
    {
        var place = $"procore/{kind}.json";
        if (!RecordKind.All.Contains(kind))
        {
            throw new SeedException(place, "", $"the Procore simulator has no such records. Use one of: {string.Join(", ", RecordKind.All)}.");
        }

        var ids = new HashSet<long>();
        for (var index = 0; index < rows.Count; index++)
        {
            var row = rows[index]!.AsObject();
            if (row["id"] is not JsonValue value || !value.TryGetValue<long>(out var id) || !ids.Add(id))
            {
                throw new SeedException(
                    place,
                    $"row {index + 1}, field id",
                    $"{row["id"]?.ToJsonString() ?? "nothing"} is not a unique id. Give each record its own number."
                );
            }

            yield return new StoredRecord(kind, row.DeepClone().AsObject());
        }
    }
}
