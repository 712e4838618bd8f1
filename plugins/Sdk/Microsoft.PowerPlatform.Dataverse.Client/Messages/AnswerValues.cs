using System.Text.Json;
using Microsoft.PowerPlatform.Dataverse.Client.Rows;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Messages;

/// <summary>Reads one answer of a custom API: in its declared type, or where that is not known in the type its JSON shows.</summary>
internal static class AnswerValues
{
    public static object Read(string api, JsonProperty answer, IReadOnlyDictionary<string, CustomApiValueType>? types) =>
        types == null ? Shown(api, answer) : Declared(api, answer, types[answer.Name]);

    private static object Declared(string api, JsonProperty answer, CustomApiValueType type) =>
        type switch
        {
            CustomApiValueType.Boolean => answer.Value.GetBoolean(),
            CustomApiValueType.DateTime => DateText.Read(answer.Value.GetString()!),
            CustomApiValueType.Decimal => answer.Value.GetDecimal(),
            CustomApiValueType.Integer => answer.Value.GetInt32(),
            CustomApiValueType.Money => new Money(answer.Value.GetDecimal()),
            CustomApiValueType.Picklist => new OptionSetValue(answer.Value.GetInt32()),
            CustomApiValueType.String => answer.Value.GetString()!,
            CustomApiValueType.StringArray => Texts(answer.Value),
            CustomApiValueType.Guid => answer.Value.GetGuid(),
            _ => throw new NotSupportedException(
                $"Custom API '{api}' answers '{answer.Name}' of type {type}, which the client stand-in does not read."
            ),
        };

    /// <summary>
    /// A text in the form of an id is an id, a number with a point or too long for a whole number is decimal; dates and choices cannot be told.
    /// </summary>
    private static object Shown(string api, JsonProperty answer) =>
        answer.Value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => answer.Value.GetBoolean(),
            JsonValueKind.String => answer.Value.TryGetGuid(out Guid id) ? id : answer.Value.GetString()!,
            JsonValueKind.Number => answer.Value.TryGetInt32(out int number) ? (object)number : answer.Value.GetDecimal(),
            JsonValueKind.Array => Texts(answer.Value),
            _ => throw new NotSupportedException(
                $"Custom API '{api}' answers '{answer.Name}' as an object, which the client stand-in does not read without its declared type."
            ),
        };

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString()!)];
}
