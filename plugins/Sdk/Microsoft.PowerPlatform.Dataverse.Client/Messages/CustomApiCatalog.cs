using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;

namespace Microsoft.PowerPlatform.Dataverse.Client.Messages;

/// <summary>
/// The types of what custom APIs answer, asked for once each. SOAP answers carry their types; in JSON an id is a text and an amount may look like a whole number.
/// </summary>
internal sealed class CustomApiCatalog
{
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, CustomApiValueType>> _apis = new(StringComparer.Ordinal);

    public async Task<IReadOnlyDictionary<string, CustomApiValueType>> AnswersOfAsync(WebApiChannel channel, string name, CancellationToken cancellationToken)
    {
        if (_apis.TryGetValue(name, out IReadOnlyDictionary<string, CustomApiValueType>? known))
        {
            return known;
        }

        string literal = Uri.EscapeDataString(name.Replace("'", "''", StringComparison.Ordinal));
        string path = $"customapis?$select=uniquename&$filter=uniquename eq '{literal}'&$expand=CustomAPIResponseProperties($select=uniquename,type)";
        WebApiAnswer answer = await channel.SendAsync(WebApiRequest.Get(path), cancellationToken).ConfigureAwait(false);
        JsonElement api = answer.RequiredBody.GetProperty("value").EnumerateArray().FirstOrDefault();
        if (api.ValueKind == JsonValueKind.Undefined)
        {
            throw new NotSupportedException($"Message '{name}' is neither built in the client stand-in nor a custom API of the environment.");
        }

        return _apis[name] = api.GetProperty("CustomAPIResponseProperties").EnumerateArray().ToDictionary(
            property => property.GetProperty("uniquename").GetString()!,
            property => (CustomApiValueType)property.GetProperty("type").GetInt32(),
            StringComparer.Ordinal);
    }
}
