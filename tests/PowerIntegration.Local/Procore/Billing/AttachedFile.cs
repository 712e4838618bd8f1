using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Billing;

/// <summary>A file of an invoice in its record.</summary>
internal static class AttachedFile
{
    /// <summary>Its bytes, base64; never shown.</summary>
    public const string Content = "@content";

    private const long FirstId = 562949953990001;

    /// <summary>An id that no file has.</summary>
    public static long NextId(ProcoreStore store) => All(store).Select(WireValue.Id).DefaultIfEmpty(FirstId - 1).Max() + 1;

    /// <summary>Every file of every invoice.</summary>
    public static IEnumerable<JsonObject> All(ProcoreStore store) => store.All(RecordKind.Requisitions).SelectMany(Of);

    /// <summary>The files of an invoice; a seeded one may name none.</summary>
    public static IEnumerable<JsonObject> Of(JsonObject record) => (record["attachments"] as JsonArray ?? []).Select(file => file!.AsObject());

    /// <summary>The record of a file.</summary>
    public static JsonObject Create(long id, string fileName, string contentType, byte[] content) =>
        new()
        {
            ["id"] = id,
            ["filename"] = fileName,
            ["content_type"] = contentType,
            [Content] = Convert.ToBase64String(content),
        };
}
