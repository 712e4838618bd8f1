using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Guesses;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Wbs;

/// <summary>Makes the company's custom segments, and puts them into a project's pattern or takes them out.</summary>
/// <param name="structure">What there is.</param>
/// <param name="items">The rules of items.</param>
/// <param name="clock">When a change happens.</param>
internal sealed class WbsSegments(WbsStructure structure, WbsItems items, TimeProvider clock)
{
    private const int CustomMax = 10;
    private const int PatternStatus = 400;
    private const string Included = "is_included_in_project_pattern";

    /// <summary>Makes a custom segment of the company, at the end of its pattern.</summary>
    /// <param name="company">The company.</param>
    /// <param name="fields">What a caller gives of it.</param>
    /// <returns>The segment as it is stored.</returns>
    /// <exception cref="WireRefusalException">The company cannot have it.</exception>
    public JsonObject Create(long company, BodyFields fields)
    {
        var scope = WbsScope.Company(company);
        var pattern = structure.Pattern(scope).DeepClone().AsObject();
        var segments = pattern["segments"]!.AsArray();
        var segment = NewSegment(pattern, segments, fields);
        items.RequireSupported(segment, PatternStatus);
        if (segments.Count(one => WireValue.Text(one!.AsObject(), "type") == "custom") >= CustomMax)
        {
            throw new WireRefusalException(PatternStatus, $"A company can have {CustomMax} custom segments");
        }

        if (segments.Any(one => WireValue.Text(one!.AsObject(), "name") == WireValue.Text(segment, "name")))
        {
            throw new WireRefusalException(PatternStatus, "name " + ProcoreGuesses.CodeTaken);
        }

        segments.Add(segment);
        structure.Commit([new StoredRecord(scope.PatternKind, Described(pattern))]);
        return segment;
    }

    /// <summary>Puts a segment of the company at the end of a project's pattern, with the company's items.</summary>
    /// <exception cref="WireRefusalException">There is no such segment, or it is in the pattern.</exception>
    public void Add(long company, long project, long segmentId)
    {
        var scope = WbsScope.Project(project);
        var pattern = structure.Pattern(scope).DeepClone().AsObject();
        var segments = pattern["segments"]!.AsArray();
        var segment = Find(segments, segmentId);
        List<StoredRecord> taken = [];
        if (segment is null)
        {
            var source = structure.Segment(WbsScope.Company(company), segmentId);
            segment = OfProject(source, WireValue.Id(pattern));
            segments.Add(segment);
            taken = Inherited(scope, WbsScope.Company(company), segment);
        }
        else if (WbsStructure.IsIncluded(segment))
        {
            throw new WireRefusalException(PatternStatus, $"Segment {segmentId} is in the project's pattern already");
        }

        items.RequireSupported(segment, PatternStatus);
        segment[Included] = true;
        segments.Remove(segment);
        segments.Add(segment);
        structure.Commit([new StoredRecord(scope.PatternKind, Described(pattern)), .. taken]);
    }

    /// <summary>Takes a segment out of a project's pattern; its items and the codes that have them stay.</summary>
    /// <exception cref="WireRefusalException">It is not in the pattern, or has to be.</exception>
    public void Remove(long project, long segmentId)
    {
        var scope = WbsScope.Project(project);
        var pattern = structure.Pattern(scope).DeepClone().AsObject();
        if (Find(pattern["segments"]!.AsArray(), segmentId) is not { } segment || !WbsStructure.IsIncluded(segment))
        {
            throw new WireRefusalException(PatternStatus, $"Segment {segmentId} is not in the project's pattern");
        }

        if (segment["required"]!.GetValue<bool>())
        {
            throw new WireRefusalException(PatternStatus, $"Segment {WireValue.Text(segment, "name")} is required");
        }

        segment[Included] = false;
        structure.Commit([new StoredRecord(scope.PatternKind, Described(pattern))]);
    }

    private static JsonObject? Find(JsonArray segments, long id) =>
        segments.Select(segment => segment!.AsObject()).SingleOrDefault(segment => WireValue.Id(segment) == id);

    private JsonObject NewSegment(JsonObject pattern, JsonArray segments, BodyFields fields) =>
        new()
        {
            ["id"] = segments.Max(segment => WireValue.Id(segment!.AsObject())) + 1,
            ["type"] = "custom",
            ["name"] = fields.RequiredText("name"),
            ["position"] = (long)segments.Count,
            ["segment_items_count"] = 0,
            ["required"] = false,
            ["delimiter"] = WireValue.Text(segments[0]!.AsObject(), "delimiter"),
            ["project_can_modify_origin_project"] = fields.Flag("project_can_modify_origin_project") ?? true,
            ["project_can_delete_origin_company"] = fields.Flag("project_can_delete_origin_company") ?? true,
            ["structure"] = fields.OneOf("structure", "tiered", "flat") ?? throw new WireRefusalException(PatternStatus, "structure is required"),
            ["created_at"] = Now,
            ["updated_at"] = Now,
            ["wbs_pattern_id"] = WireValue.Id(pattern),
        };

    private static JsonObject OfProject(JsonObject source, long pattern)
    {
        var copy = source.DeepClone().AsObject();
        copy["wbs_pattern_id"] = pattern;
        copy["selectable_tiers"] = false;
        copy[Included] = true;
        return copy;
    }

    // A project's copy of an item has an id of its own; its parents come before it, since ids rise.
    private List<StoredRecord> Inherited(WbsScope project, WbsScope company, JsonObject segment)
    {
        var ids = new Dictionary<long, long>();
        var rows = new List<StoredRecord>();
        var next = structure.NextId(project.ItemKind, 1);
        foreach (var item in structure.Items(company, WireValue.Id(segment)))
        {
            var parent = item["parent_id"] is { } id ? ids[id.GetValue<long>()] : (long?)null;
            var copy = WbsItems.NewItem(project, segment, next, WireValue.Text(item, "code"), WireValue.Text(item, "name"), parent, Now);
            copy["status"] = WireValue.Text(item, "status");
            copy[WbsStructure.Inherited] = true;
            rows.Add(new StoredRecord(project.ItemKind, copy));
            ids[WireValue.Id(item)] = next++;
        }

        return rows;
    }

    // Positions count the segments that are in the pattern; the description names them.
    private JsonObject Described(JsonObject pattern)
    {
        List<JsonObject> included = [.. pattern["segments"]!.AsArray().Select(segment => segment!.AsObject()).Where(WbsStructure.IsIncluded)];
        for (var position = 0; position < included.Count; position++)
        {
            included[position]["position"] = (long)position;
        }

        pattern["description"] = WbsNames(included);
        pattern["updated_at"] = Now;
        return pattern;
    }

    private static string WbsNames(IReadOnlyList<JsonObject> segments) =>
        string.Concat(
            segments.Select(
                (segment, position) => WireValue.Text(segment, "name") + (position == segments.Count - 1 ? "" : WireValue.Text(segment, "delimiter"))
            )
        );

    private string Now => WireValue.Time(clock.GetUtcNow());
}
