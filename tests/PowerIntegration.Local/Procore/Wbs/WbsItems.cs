using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Guesses;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Wbs;

/// <summary>Makes, changes and removes segment items, as far as Procore takes it.</summary>
/// <param name="structure">What there is.</param>
/// <param name="settings">How the company's Procore treats it.</param>
/// <param name="clock">When a change happens.</param>
internal sealed class WbsItems(WbsStructure structure, WbsSettings settings, TimeProvider clock)
{
    private const long FirstId = 562949953460001;

    /// <summary>Makes an item below a parent, or at the top.</summary>
    /// <returns>The item as it is stored.</returns>
    /// <exception cref="WireRefusalException">The segment or the parent does not take it, or the code is there already.</exception>
    public JsonObject Create(WbsScope scope, long segmentId, string code, string name, long? parentId)
    {
        var segment = structure.Segment(scope, segmentId);
        RequireSupported(segment);
        RequireOwnItems(scope, segment);
        RequireParent(scope, segment, parentId);
        RequireFree(scope, segmentId, parentId, code, null);
        var item = NewItem(scope, segment, structure.NextId(scope.ItemKind, FirstId), code, name, parentId, Now);
        structure.Commit([new StoredRecord(scope.ItemKind, item)]);
        return item;
    }

    /// <summary>Makes items at the top of a segment, all or none.</summary>
    /// <param name="scope">Whose they are.</param>
    /// <param name="segmentId">The segment.</param>
    /// <param name="rows">Code and name of each.</param>
    /// <exception cref="WireRefusalException">The segment does not take them, or a code is there already.</exception>
    public void Import(WbsScope scope, long segmentId, IReadOnlyList<KeyValuePair<string, string>> rows)
    {
        var segment = structure.Segment(scope, segmentId);
        RequireSupported(segment);
        RequireOwnItems(scope, segment);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (code, _) in rows)
        {
            RequireFree(scope, segmentId, null, code, null);
            if (!codes.Add(code))
            {
                throw Invalid("code", ProcoreGuesses.CodeTaken);
            }
        }

        var first = structure.NextId(scope.ItemKind, FirstId);
        structure.Commit([
            .. rows.Select((row, index) => new StoredRecord(scope.ItemKind, NewItem(scope, segment, first + index, row.Key, row.Value, null, Now))),
        ]);
    }

    /// <summary>Changes what is given of an item; a project's item may come out with another id.</summary>
    /// <returns>The item as it is stored.</returns>
    /// <exception cref="WireRefusalException">There is no such item, or it does not take the change.</exception>
    public JsonObject Change(WbsScope scope, long segmentId, long id, string? code, string? name, string? status)
    {
        var item = structure.Item(scope, segmentId, id);
        RequireOwnItems(scope, structure.Segment(scope, segmentId));
        if (code is not null && code != WireValue.Text(item, "code"))
        {
            RequireOwnCode(item);
            RequireFree(scope, segmentId, item["parent_id"]?.GetValue<long>(), code, id);
        }

        var changed = item.DeepClone().AsObject();
        changed["code"] = code ?? WireValue.Text(item, "code");
        changed["name"] = name ?? WireValue.Text(item, "name");
        changed["status"] = status ?? WireValue.Text(item, "status");
        changed["updated_at"] = Now;
        if (settings.ItemIdsChange && scope.IsProject)
        {
            changed["id"] = structure.NextId(scope.ItemKind, FirstId);
            Replace(scope, item, changed);
        }
        else
        {
            structure.Commit([new StoredRecord(scope.ItemKind, changed)]);
        }

        return changed;
    }

    /// <summary>Gives items and everything below them a status.</summary>
    /// <exception cref="WireRefusalException">One of them is not there; then none is changed.</exception>
    public void ChangeStatus(WbsScope scope, long segmentId, IReadOnlyList<long> ids, string status)
    {
        RequireOwnItems(scope, structure.Segment(scope, segmentId));
        var changes = new Dictionary<long, StoredRecord>();
        foreach (var item in ids.Select(id => structure.Item(scope, segmentId, id)).SelectMany(item => WithBelow(scope, item)))
        {
            var copy = item.DeepClone().AsObject();
            copy["status"] = status;
            copy["updated_at"] = Now;
            changes[WireValue.Id(item)] = new StoredRecord(scope.ItemKind, copy);
        }

        structure.Commit([.. changes.Values]);
    }

    /// <summary>Removes an item that nothing uses.</summary>
    /// <exception cref="WireRefusalException">There is no such item, or it has to stay.</exception>
    public void Delete(WbsScope scope, long segmentId, long id)
    {
        var item = structure.Item(scope, segmentId, id);
        var segment = structure.Segment(scope, segmentId);
        if (!item.ContainsKey(WbsStructure.Inherited))
        {
            RequireOwnItems(scope, segment);
        }
        else if (!segment["project_can_delete_origin_company"]!.GetValue<bool>())
        {
            throw Invalid("base", ProcoreGuesses.CompanyItem);
        }

        if (structure.IsInUse(item))
        {
            throw Invalid("base", ProcoreGuesses.ItemInUse);
        }

        if (structure.Children(scope, item).Any())
        {
            throw Invalid("base", ProcoreGuesses.ItemHasChildren);
        }

        structure.Commit([], new StoredRecord(scope.ItemKind, item));
    }

    /// <summary>Refuses a custom segment where the company cannot have one.</summary>
    public void RequireSupported(JsonObject segment, int status = ProcoreGuesses.InvalidStatus)
    {
        if (settings.HasErpIntegrations && WireValue.Text(segment, "type") == "custom")
        {
            throw new WireRefusalException(status, ProcoreGuesses.CustomSegmentsNotSupported);
        }
    }

    /// <summary>A new item as it is stored.</summary>
    public static JsonObject NewItem(WbsScope scope, JsonObject segment, long id, string code, string name, long? parentId, string now) =>
        new()
        {
            [scope.OwnerField] = scope.OwnerId,
            ["id"] = id,
            ["code"] = code,
            ["name"] = name,
            ["created_at"] = now,
            ["updated_at"] = now,
            ["parent_id"] = parentId,
            ["path_ids"] = null,
            ["path_code"] = null,
            ["is_parent"] = false,
            ["path_codes"] = null,
            ["path_names"] = null,
            ["in_use"] = false,
            ["status"] = "active",
            ["segment"] = new JsonObject { ["id"] = WireValue.Id(segment) },
        };

    private string Now => WireValue.Time(clock.GetUtcNow());

    // The children and the codes of an item name it by its id, and follow it.
    private void Replace(WbsScope scope, JsonObject before, JsonObject after)
    {
        var (old, id) = (WireValue.Id(before), WireValue.Id(after));
        List<StoredRecord> changes = [new(scope.ItemKind, after)];
        foreach (var child in structure.Children(scope, before))
        {
            var copy = child.DeepClone().AsObject();
            copy["parent_id"] = id;
            changes.Add(new StoredRecord(scope.ItemKind, copy));
        }

        foreach (var code in structure.CodesOf(before))
        {
            var copy = code.DeepClone().AsObject();
            copy["segment_items"]!.AsArray().Single(part => WireValue.Id(part!.AsObject()) == old)!["id"] = id;
            changes.Add(new StoredRecord(RecordKind.WbsCodes, copy));
        }

        structure.Commit(changes, new StoredRecord(scope.ItemKind, before));
    }

    private IEnumerable<JsonObject> WithBelow(WbsScope scope, JsonObject item) =>
        structure.Children(scope, item).SelectMany(child => WithBelow(scope, child)).Prepend(item);

    private static void RequireOwnItems(WbsScope scope, JsonObject segment)
    {
        if (scope.IsProject && !segment["project_can_modify_origin_project"]!.GetValue<bool>())
        {
            throw Invalid("base", ProcoreGuesses.CompanySegment);
        }
    }

    private static void RequireOwnCode(JsonObject item)
    {
        if (item.ContainsKey(WbsStructure.Inherited))
        {
            throw Invalid("code", ProcoreGuesses.CompanyItem);
        }
    }

    private void RequireParent(WbsScope scope, JsonObject segment, long? parentId)
    {
        if (parentId is null)
        {
            return;
        }

        if (WireValue.Text(segment, "structure") == "flat")
        {
            throw Invalid("parent_id", ProcoreGuesses.FlatSegment);
        }

        if (structure.FindItem(scope, WireValue.Id(segment), parentId.Value) is null)
        {
            throw Invalid("parent_id", ProcoreGuesses.NoSuchParent);
        }
    }

    private void RequireFree(WbsScope scope, long segmentId, long? parentId, string code, long? self)
    {
        if (structure.Index.At(scope, segmentId, parentId, code) is { } taken && taken != self)
        {
            throw Invalid("code", ProcoreGuesses.CodeTaken);
        }
    }

    private static WireRefusalException Invalid(string field, string message) => WireRefusalException.Invalid(field, message);
}
