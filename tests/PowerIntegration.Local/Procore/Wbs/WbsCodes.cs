using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Wbs;

/// <summary>Makes and changes WBS codes: one item in each segment of the project's pattern, each combination once.</summary>
/// <param name="structure">What there is.</param>
/// <param name="items">The rules of segments.</param>
/// <param name="clock">When a change happens.</param>
internal sealed class WbsCodes(WbsStructure structure, WbsItems items, TimeProvider clock)
{
    private const long FirstId = 562949953470001;
    private const string Field = "segment_items";

    /// <summary>A run of codes that are made together: stored at its end, all or none, and each finds those before it.</summary>
    /// <param name="project">The project.</param>
    public WbsCodeBatch Begin(long project) => new(this, structure, project);

    /// <summary>Changes what is given of a code; its items cannot be changed.</summary>
    /// <returns>The code as it is stored.</returns>
    /// <exception cref="WireRefusalException">There is no such code.</exception>
    public JsonObject Change(long project, long id, string? description, string? status)
    {
        var copy = Changed(structure.Code(project, id), description, status);
        structure.Commit([new StoredRecord(RecordKind.WbsCodes, copy)]);
        return copy;
    }

    /// <summary>Gives codes a status.</summary>
    /// <exception cref="WireRefusalException">One of them is not there; then none is changed.</exception>
    public void ChangeStatus(long project, IReadOnlyList<long> ids, string status) =>
        structure.Commit([.. ids.Distinct().Select(id => new StoredRecord(RecordKind.WbsCodes, Changed(structure.Code(project, id), null, status)))]);

    /// <summary>A code with another description or status.</summary>
    public JsonObject Changed(JsonObject code, string? description, string? status)
    {
        var copy = code.DeepClone().AsObject();
        copy["description"] = description ?? code["description"]?.DeepClone();
        copy["status"] = status ?? WireValue.Text(code, "status");
        copy["updated_at"] = Now;
        return copy;
    }

    /// <summary>A new code as it is stored.</summary>
    public JsonObject New(long project, long id, string? description, IReadOnlyList<JsonObject> parts)
    {
        var scope = WbsScope.Project(project);
        return new JsonObject
        {
            [scope.OwnerField] = project,
            ["id"] = id,
            ["flat_code"] = null,
            ["flat_name"] = null,
            ["description"] = description ?? WbsStructure.Joined([.. parts.Select(part => structure.ItemWire(scope, part))], "name"),
            ["status"] = "active",
            [Field] = new JsonArray([.. parts.Select(part => (JsonNode)new JsonObject { ["id"] = WireValue.Id(part) })]),
            ["wbs_pattern_id"] = WireValue.Id(structure.Pattern(scope)),
            ["created_at"] = Now,
            ["updated_at"] = Now,
        };
    }

    public long NextId => structure.NextId(RecordKind.WbsCodes, FirstId);

    /// <summary>The chosen items in the order of the pattern, as they are stored.</summary>
    /// <exception cref="WireRefusalException">They do not fit the pattern, or one cannot be used.</exception>
    public IReadOnlyList<JsonObject> Parts(long project, IReadOnlyList<WbsChoice> choices)
    {
        var scope = WbsScope.Project(project);
        var segments = structure.Segments(scope).Where(WbsStructure.IsIncluded).OrderBy(segment => WireValue.Number(segment, "position")).ToList();
        RequireFit(segments, choices);
        var parts = new List<JsonObject>();
        foreach (var segment in segments)
        {
            if (choices.FirstOrDefault(choice => choice.SegmentId == WireValue.Id(segment)) is { } choice)
            {
                parts.Add(Usable(scope, segment, choice.ItemId));
            }
        }

        return parts;
    }

    private static void RequireFit(IReadOnlyList<JsonObject> segments, IReadOnlyList<WbsChoice> choices)
    {
        if (choices.FirstOrDefault(choice => segments.All(segment => WireValue.Id(segment) != choice.SegmentId)) is { } strange)
        {
            throw WireRefusalException.Invalid(Field, $"segment {strange.SegmentId} is not in the project's pattern");
        }

        if (choices.GroupBy(choice => choice.SegmentId).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw WireRefusalException.Invalid(Field, $"segment {twice.Key} is given more than once");
        }

        var missing = segments.FirstOrDefault(segment =>
            segment["required"]!.GetValue<bool>() && choices.All(choice => choice.SegmentId != WireValue.Id(segment))
        );
        if (missing is not null)
        {
            throw WireRefusalException.Invalid(Field, $"segment {WireValue.Text(missing, "name")} is required");
        }
    }

    private JsonObject Usable(WbsScope scope, JsonObject segment, long id)
    {
        items.RequireSupported(segment);
        var item =
            structure.FindItem(scope, WireValue.Id(segment), id)
            ?? throw WireRefusalException.Invalid(Field, $"segment {WireValue.Text(segment, "name")} has no item {id}");
        if (WireValue.Text(item, "status") != "active")
        {
            throw WireRefusalException.Invalid(Field, $"item {id} is inactive");
        }

        return segment["selectable_tiers"]?.GetValue<bool>() == true || !structure.Children(scope, item).Any()
            ? item
            : throw WireRefusalException.Invalid(Field, $"item {id} has items below it; its segment takes the lowest tier only");
    }

    private string Now => WireValue.Time(clock.GetUtcNow());
}
