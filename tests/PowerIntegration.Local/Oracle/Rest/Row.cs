using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>
/// Reads and writes records. A record is a JSON object that <see cref="PayloadReader"/> has normalized: numbers are decimals, dates and timestamps
/// text in one form, flags booleans, children arrays. Names that start with @ are the simulator's own and never leave it.
/// </summary>
internal static class Row
{
    public const string Version = "@version";

    public static string? Text(this JsonObject row, string name) => row[name]?.GetValue<string>();

    public static decimal? Number(this JsonObject row, string name) => row[name]?.GetValue<decimal>();

    public static bool Flag(this JsonObject row, string name) => row[name]?.GetValue<bool>() ?? false;

    public static long Id(this JsonObject row, string name) =>
        (long)(row.Number(name) ?? throw new InvalidOperationException($"A record without {name} was stored."));

    public static IEnumerable<JsonObject> Rows(this JsonObject row, string child) =>
        row[child] is JsonArray array ? array.Select(item => item!.AsObject()) : [];

    public static JsonObject Copy(this JsonObject row) => row.DeepClone().AsObject();

    public static JsonNode Of(decimal number) => JsonValue.Create(number);

    /// <summary>The wire form of an instant.</summary>
    public static string Timestamp(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+00:00'", CultureInfo.InvariantCulture);

    /// <summary>Marks a record as changed, so that its entity tag differs from the one before.</summary>
    public static void Touch(this JsonObject row) => row[Version] = Of((row.Number(Version) ?? 0m) + 1m);
}
