using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Guesses;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Wbs;

/// <summary>
/// The patterns, segments, items and codes as they are stored, and the one place that writes them. A record names its parent, its segment or its
/// items by id; what is answered is put together from the records that have these ids now.
/// </summary>
internal sealed class WbsStructure
{
    /// <summary>Mark of an item that a project took over from the company; ours, not answered.</summary>
    public const string Inherited = "@inherited";

    private static readonly string[] OfProjectSegmentOnly = ["selectable_tiers", "is_included_in_project_pattern"];
    private readonly ProcoreStore store;
    private readonly WbsIndex index;

    /// <param name="store">The records.</param>
    public WbsStructure(ProcoreStore store)
    {
        this.store = store;
        index = new WbsIndex(store);
    }

    public WbsIndex Index => index;

    /// <summary>The pattern of a project or a company, as it is stored.</summary>
    /// <exception cref="WireRefusalException">There is none: 404.</exception>
    public JsonObject Pattern(WbsScope scope) =>
        store.All(scope.PatternKind).SingleOrDefault(row => WireValue.Number(row, scope.OwnerField) == scope.OwnerId) ?? throw NotFound();

    /// <summary>Every segment, in the pattern or not, as it is stored.</summary>
    public IReadOnlyList<JsonObject> Segments(WbsScope scope) => [.. Pattern(scope)["segments"]!.AsArray().Select(segment => segment!.AsObject())];

    /// <summary>A segment as it is stored.</summary>
    /// <exception cref="WireRefusalException">There is none: 404.</exception>
    public JsonObject Segment(WbsScope scope, long id) => Segments(scope).SingleOrDefault(segment => WireValue.Id(segment) == id) ?? throw NotFound();

    public static bool IsIncluded(JsonObject segment) => segment["is_included_in_project_pattern"]?.GetValue<bool>() != false;

    /// <summary>Items of a segment in order of id, as they are stored.</summary>
    public IEnumerable<JsonObject> Items(WbsScope scope, long segment) => index.Items(scope, segment).Select(id => store.Get(scope.ItemKind, id));

    /// <summary>An item of a segment, as it is stored, or null.</summary>
    public JsonObject? FindItem(WbsScope scope, long segment, long id) =>
        store.Find(scope.ItemKind, id) is { } row && WireValue.Number(row, scope.OwnerField) == scope.OwnerId && WbsIndex.SegmentOf(row) == segment
            ? row
            : null;

    /// <summary>An item of a segment, as it is stored.</summary>
    /// <exception cref="WireRefusalException">There is none: 404.</exception>
    public JsonObject Item(WbsScope scope, long segment, long id) => FindItem(scope, segment, id) ?? throw NotFound();

    /// <summary>Codes of a project in order of id, as they are stored.</summary>
    public IEnumerable<JsonObject> Codes(long project) => index.Codes(project).Select(id => store.Get(RecordKind.WbsCodes, id));

    /// <summary>A code of a project, as it is stored.</summary>
    /// <exception cref="WireRefusalException">There is none: 404.</exception>
    public JsonObject Code(long project, long id) =>
        store.Find(RecordKind.WbsCodes, id) is { } row && WireValue.Number(row, WbsScope.ProjectField) == project ? row : throw NotFound();

    /// <summary>Whether an item is on a code, or was marked as used from the start.</summary>
    public bool IsInUse(JsonObject item) => item["in_use"]?.GetValue<bool>() == true || index.CodesOf(WireValue.Id(item)).Count > 0;

    /// <summary>The codes, as they are stored, that have an item.</summary>
    public IEnumerable<JsonObject> CodesOf(JsonObject item) => index.CodesOf(WireValue.Id(item)).Select(id => store.Get(RecordKind.WbsCodes, id));

    public IEnumerable<JsonObject> Children(WbsScope scope, JsonObject item) =>
        index.Children(scope, WireValue.Id(item)).Select(id => store.Get(scope.ItemKind, id));

    public long NextId(string kind, long first) => store.NextId(kind, first);

    /// <summary>Stores and removes, all or none.</summary>
    /// <param name="changes">Records that come or change.</param>
    /// <param name="removed">Records that go.</param>
    public void Commit(IReadOnlyList<StoredRecord> changes, params IReadOnlyList<StoredRecord> removed)
    {
        List<StoredRecord> before = [.. changes.Concat(removed).Where(change => store.Find(change.Kind, change.Id) is not null).Select(Current)];
        store.Commit([.. changes, .. removed.Select(record => new StoredRecord(record.Kind, ProcoreStore.MarkedAsDeleted(record.Row)))]);
        foreach (var record in before)
        {
            index.Remove(record.Kind, record.Row);
        }

        foreach (var change in changes)
        {
            index.Add(change.Kind, change.Row);
        }
    }

    /// <summary>A segment as it is answered.</summary>
    public JsonObject SegmentWire(WbsScope scope, JsonObject segment)
    {
        var copy = segment.DeepClone().AsObject();
        copy["segment_items_count"] = index.Items(scope, WireValue.Id(segment)).Count;
        return copy;
    }

    /// <summary>The pattern as it is answered: with the segments that are in it.</summary>
    public JsonObject PatternWire(WbsScope scope)
    {
        var copy = Answered(Pattern(scope), scope.OwnerField);
        copy["segments"] = new JsonArray([.. Segments(scope).Where(IsIncluded).Select(segment => (JsonNode)SegmentWire(scope, segment))]);
        return copy;
    }

    /// <summary>An item with what is above it, from the top.</summary>
    public IReadOnlyList<JsonObject> PathOf(WbsScope scope, JsonObject item)
    {
        var path = new List<JsonObject> { item };
        while (path[0]["parent_id"] is { } parent)
        {
            path.Insert(0, store.Get(scope.ItemKind, parent.GetValue<long>()));
        }

        return path;
    }

    /// <summary>An item as it is answered: with the path that its parents make now.</summary>
    public JsonObject ItemWire(WbsScope scope, JsonObject item)
    {
        var path = PathOf(scope, item);
        var copy = Answered(item, scope.OwnerField, Inherited);
        copy["path_ids"] = new JsonArray([.. path.Select(step => (JsonNode)WireValue.Id(step))]);
        copy["path_codes"] = new JsonArray([.. path.Select(step => (JsonNode)WireValue.Text(step, "code"))]);
        copy["path_names"] = new JsonArray([.. path.Select(step => (JsonNode)WireValue.Text(step, "name"))]);
        copy["path_code"] = string.Join(ProcoreGuesses.TierDelimiter, path.Select(step => WireValue.Text(step, "code")));
        copy["is_parent"] = index.Children(scope, WireValue.Id(item)).Count > 0;
        copy["in_use"] = IsInUse(item);
        var segment = SegmentWire(scope, Segment(scope, WbsIndex.SegmentOf(item)));
        foreach (var field in OfProjectSegmentOnly)
        {
            segment.Remove(field);
        }

        copy["segment"] = segment;
        return copy;
    }

    /// <summary>A code as it is answered: with its items as they are now.</summary>
    public JsonObject CodeWire(JsonObject code)
    {
        var scope = WbsScope.Project(WireValue.Number(code, WbsScope.ProjectField));
        var parts = WbsIndex.ItemsOf(code).Select(id => ItemWire(scope, store.Get(scope.ItemKind, id))).ToList();
        var copy = Answered(code, scope.OwnerField);
        copy["flat_code"] = Joined(parts, "path_code");
        copy["flat_name"] = Joined(parts, "name");
        copy["segment_items"] = new JsonArray([.. parts]);
        return copy;
    }

    /// <summary>Texts of a code's items, with the delimiter that each segment has before the next.</summary>
    public static string Joined(IReadOnlyList<JsonObject> parts, string field) =>
        string.Concat(
            parts.Select(
                (part, position) =>
                    WireValue.Text(part, field) + (position == parts.Count - 1 ? "" : WireValue.Text(part["segment"]!.AsObject(), "delimiter"))
            )
        );

    private StoredRecord Current(StoredRecord change) => new(change.Kind, store.Get(change.Kind, change.Id));

    private static JsonObject Answered(JsonObject row, params IEnumerable<string> ours)
    {
        var copy = row.DeepClone().AsObject();
        foreach (var field in ours)
        {
            copy.Remove(field);
        }

        return copy;
    }

    private static WireRefusalException NotFound() => new(404, ProcoreGuesses.NotFound);
}
