using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Wbs;

/// <summary>
/// Finds items by their place and codes by their items, so that a push of thousands of items does not read all of them again for each.
/// </summary>
internal sealed class WbsIndex
{
    private static readonly IReadOnlyCollection<long> None = [];
    private readonly Dictionary<(string Kind, long Owner, long Segment, long Parent, string Code), long> places = [];
    private readonly Dictionary<(string Kind, long Owner, long Segment), SortedSet<long>> items = [];
    private readonly Dictionary<(string Kind, long Parent), SortedSet<long>> children = [];
    private readonly Dictionary<(long Project, string Items), long> combinations = [];
    private readonly Dictionary<long, SortedSet<long>> codesOfItem = [];
    private readonly Dictionary<long, SortedSet<long>> codesOfProject = [];

    /// <param name="store">Its records are taken in.</param>
    public WbsIndex(ProcoreStore store)
    {
        foreach (var kind in (string[])[RecordKind.WbsSegmentItems, RecordKind.CompanyWbsSegmentItems, RecordKind.WbsCodes])
        {
            foreach (var row in store.All(kind))
            {
                Add(kind, row);
            }
        }
    }

    public static long SegmentOf(JsonObject item) => WireValue.Id(item["segment"]!.AsObject());

    public static IEnumerable<long> ItemsOf(JsonObject code) => code["segment_items"]!.AsArray().Select(item => WireValue.Id(item!.AsObject()));

    /// <summary>The item of a code among its siblings, or null.</summary>
    public long? At(WbsScope scope, long segment, long? parent, string code) =>
        places.TryGetValue((scope.ItemKind, scope.OwnerId, segment, parent ?? 0, code), out var id) ? id : null;

    /// <summary>Items of a segment in order of id.</summary>
    public IReadOnlyCollection<long> Items(WbsScope scope, long segment) =>
        items.TryGetValue((scope.ItemKind, scope.OwnerId, segment), out var ids) ? ids : None;

    public IReadOnlyCollection<long> Children(WbsScope scope, long item) => children.TryGetValue((scope.ItemKind, item), out var ids) ? ids : None;

    public IReadOnlyCollection<long> CodesOf(long item) => codesOfItem.TryGetValue(item, out var ids) ? ids : None;

    public IReadOnlyCollection<long> Codes(long project) => codesOfProject.TryGetValue(project, out var ids) ? ids : None;

    /// <summary>The code of a combination of items, in whatever order, or null.</summary>
    public long? CodeOf(long project, IEnumerable<long> itemIds) => combinations.TryGetValue((project, Combination(itemIds)), out var id) ? id : null;

    /// <summary>Takes a record in; other kinds are passed over.</summary>
    public void Add(string kind, JsonObject row)
    {
        var id = WireValue.Id(row);
        if (kind == RecordKind.WbsCodes)
        {
            var project = WireValue.Number(row, WbsScope.ProjectField);
            combinations[(project, Combination(ItemsOf(row)))] = id;
            Put(codesOfProject, project, id);
            foreach (var item in ItemsOf(row))
            {
                Put(codesOfItem, item, id);
            }
        }
        else if (Owner(kind, row) is { } owner)
        {
            places[Place(kind, owner, row)] = id;
            Put(items, (kind, owner, SegmentOf(row)), id);
            Put(children, (kind, Parent(row)), id);
        }
    }

    /// <summary>Takes a record out before another one takes its place, or for good.</summary>
    public void Remove(string kind, JsonObject row)
    {
        var id = WireValue.Id(row);
        if (kind == RecordKind.WbsCodes)
        {
            var project = WireValue.Number(row, WbsScope.ProjectField);
            combinations.Remove((project, Combination(ItemsOf(row))));
            codesOfProject[project].Remove(id);
            foreach (var item in ItemsOf(row))
            {
                codesOfItem[item].Remove(id);
            }
        }
        else if (Owner(kind, row) is { } owner)
        {
            places.Remove(Place(kind, owner, row));
            items[(kind, owner, SegmentOf(row))].Remove(id);
            children[(kind, Parent(row))].Remove(id);
        }
    }

    private static long? Owner(string kind, JsonObject row) =>
        kind switch
        {
            RecordKind.WbsSegmentItems => WireValue.Number(row, WbsScope.ProjectField),
            RecordKind.CompanyWbsSegmentItems => WireValue.Number(row, WbsScope.CompanyField),
            _ => null,
        };

    private static (string Kind, long Owner, long Segment, long Parent, string Code) Place(string kind, long owner, JsonObject row) =>
        (kind, owner, SegmentOf(row), Parent(row), WireValue.Text(row, "code"));

    // No record has the id 0.
    private static long Parent(JsonObject row) => row["parent_id"]?.GetValue<long>() ?? 0;

    private static string Combination(IEnumerable<long> itemIds) => string.Join('|', itemIds.Order());

    private static void Put<TKey>(Dictionary<TKey, SortedSet<long>> sets, TKey key, long id)
        where TKey : notnull
    {
        if (!sets.TryGetValue(key, out var ids))
        {
            sets[key] = ids = [];
        }

        ids.Add(id);
    }
}
