using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Wbs;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Resources;

/// <summary>What the structure of a project and that of the company have in common on the wire.</summary>
internal static class WbsAnswer
{
    /// <summary>Statuses of items and codes.</summary>
    public static readonly string[] Statuses = ["active", "inactive"];

    /// <summary>The answer without a body.</summary>
    public static ProcoreAnswer Done => new(204, null);

    /// <summary>Changes an item as the body says.</summary>
    /// <returns>The item as it is stored.</returns>
    public static JsonObject ChangeItem(WbsItems items, WbsScope scope, ProcoreCall call)
    {
        var body = BodyFields.Of(call, "a change of a segment item", "code", "name", "status");
        return items.Change(
            scope,
            call.PathId("segment_id"),
            call.PathId("id"),
            NotBlank(body, "code"),
            NotBlank(body, "name"),
            body.OneOf("status", Statuses)
        );
    }

    /// <summary>The ids and the status that a body gives to many records.</summary>
    public static (IReadOnlyList<long> Ids, string Status) StatusOfMany(ProcoreCall call)
    {
        var body = BodyFields.Of(call, "the body", "ids", "attributes");
        var attributes = BodyFields.Of(body.Sent["attributes"], "attributes", "status");
        return (body.Ids("ids"), attributes.OneOf("status", Statuses) ?? throw new WireRefusalException(400, "status is required"));
    }

    private static string? NotBlank(BodyFields body, string name) => body.Text(name) is null ? null : body.RequiredText(name);
}
