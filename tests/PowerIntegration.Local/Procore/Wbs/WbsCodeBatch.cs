using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Wbs;

/// <summary>Codes that one call makes or describes anew; nothing is stored before <see cref="Commit"/>.</summary>
internal sealed class WbsCodeBatch(WbsCodes codes, WbsStructure structure, long project)
{
    private readonly Dictionary<string, JsonObject> pending = new(StringComparer.Ordinal);
    private readonly List<string> order = [];
    private long? nextId;

    /// <summary>Adds a combination; one that is there already gets the description, where one is given.</summary>
    /// <exception cref="WireRefusalException">The items do not fit the pattern, or one cannot be used.</exception>
    public void Put(string? description, IReadOnlyList<WbsChoice> choices)
    {
        var parts = codes.Parts(project, choices);
        List<long> ids = [.. parts.Select(WireValue.Id).Order()];
        var key = string.Join('|', ids);
        var before = pending.GetValueOrDefault(key) ?? (structure.Index.CodeOf(project, ids) is { } known ? structure.Code(project, known) : null);
        if (!pending.ContainsKey(key))
        {
            order.Add(key);
        }

        pending[key] = before is null ? codes.New(project, NextId(), description, parts) : codes.Changed(before, description, null);
    }

    /// <summary>Stores what was added.</summary>
    /// <returns>The codes as they are stored, in the order in which they came.</returns>
    public IReadOnlyList<JsonObject> Commit()
    {
        List<JsonObject> rows = [.. order.Select(key => pending[key])];
        structure.Commit([.. rows.Select(row => new StoredRecord(RecordKind.WbsCodes, row))]);
        return rows;
    }

    private long NextId()
    {
        nextId = nextId is { } last ? last + 1 : codes.NextId;
        return nextId.Value;
    }
}
