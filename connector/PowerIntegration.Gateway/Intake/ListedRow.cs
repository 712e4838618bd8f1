using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Tables;

namespace PowerIntegration.Gateway.Intake;

/// <summary>Reads one row of a list of changed records. A row that cannot be read is a change too: it waits with its fault for a person.</summary>
internal static class ListedRow
{
    private const string IdField = "id";
    private const string UpdatedField = "updated_at";
    private const int DigestLength = 8;
    private const int QuotedLengthMax = 60;

    /// <summary>The change that the row is about.</summary>
    public static NoticedChange Read(JsonElement row, ISource source, SourceProject project, KeyScope scope, DateTimeOffset now)
    {
        var records = source.Records;
        var id = IdOf(row);
        var changedOn = ChangedOn(row);
        if (id is not null && changedOn is { } changed)
        {
            var change = $"{SyncKey.Instant(changed.UtcDateTime)}-{Digest(Shown(row, source.ShownFields))}";
            return new NoticedChange(SyncKey.ForEvent(scope, SourceSystem.Procore, records.KeyPart, id, change), id, changed, null);
        }

        var digest = Digest(row.GetRawText());
        var name = $"{records.One} {id ?? "without a valid ID"} of project {project.ProcoreId}";
        return id is null
            ? new NoticedChange(
                SyncKey.ForEvent(scope, SourceSystem.Procore, records.KeyPart, project.ProcoreId, "NO-ID-" + digest),
                null,
                now,
                $"{name}: Procore lists it with the ID {Value(row, IdField)} instead of up to {InboundEventTable.ProcoreIdLengthMax} digits. "
                    + $"Procore sent: {Sentence.Fit(row.GetRawText(), 400)} "
                    + "Open the record in Procore and save it again. If that does not help, contact Procore support."
            )
            : new NoticedChange(
                SyncKey.ForEvent(scope, SourceSystem.Procore, records.KeyPart, id, "NO-TIME-" + digest),
                id,
                now,
                $"{name}: Procore lists it with the change time {Value(row, UpdatedField)}, which is not valid. It will be read anyway."
            );
    }

    /// <summary>The record of a row; null where the row has no readable one.</summary>
    public static string? IdOf(JsonElement row)
    {
        var text = Member(row, IdField) switch
        {
            { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
            { ValueKind: JsonValueKind.String } written => TextOf(written),
            _ => null,
        };
        return text is { Length: > 0 and <= InboundEventTable.ProcoreIdLengthMax } && text.All(char.IsAsciiDigit) ? text : null;
    }

    private static DateTimeOffset? ChangedOn(JsonElement row) =>
        Member(row, UpdatedField) is { ValueKind: JsonValueKind.String } text
        && DateTimeOffset.TryParse(TextOf(text), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUniversalTime()
            : null;

    private static string Shown(JsonElement row, IReadOnlyList<string> fields) =>
        string.Join("\n", fields.Prepend(UpdatedField).Select(field => Member(row, field)?.GetRawText() ?? ""));

    private static string Digest(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..DigestLength];

    private static string Value(JsonElement row, string field) => Sentence.Fit(Member(row, field)?.GetRawText() ?? "missing", QuotedLengthMax);

    private static JsonElement? Member(JsonElement row, string name) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty(name, out var member) ? member : null;

    // A text with half of a character cannot be read at all.
    private static string? TextOf(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
