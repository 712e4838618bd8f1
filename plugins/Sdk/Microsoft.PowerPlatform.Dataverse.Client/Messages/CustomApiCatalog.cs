using System.Collections.Concurrent;
using System.ServiceModel;
using System.Text.Json;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Messages;

/// <summary>
/// The types of what custom APIs answer, asked for once each. SOAP answers carry their types; in JSON an id is a text and an amount may look like a
/// whole number.
/// </summary>
internal sealed class CustomApiCatalog
{
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, CustomApiValueType>?> apis = new(StringComparer.Ordinal);

    /// <summary>The types of a custom API's answers by name; null where the environment does not show this caller its custom APIs.</summary>
    public async Task<IReadOnlyDictionary<string, CustomApiValueType>?> AnswersOfAsync(
        WebApiChannel channel,
        string name,
        CancellationToken cancellationToken
    )
    {
        if (!apis.TryGetValue(name, out IReadOnlyDictionary<string, CustomApiValueType>? known))
        {
            known = await AskAsync(channel, name, cancellationToken).ConfigureAwait(false);
            apis[name] = known;
        }

        return known;
    }

    private static async Task<IReadOnlyDictionary<string, CustomApiValueType>?> AskAsync(
        WebApiChannel channel,
        string name,
        CancellationToken cancellationToken
    )
    {
        string literal = Uri.EscapeDataString(name.Replace("'", "''", StringComparison.Ordinal));
        string path = $"customapis?$select=uniquename&$filter=uniquename eq '{literal}'&$expand=CustomAPIResponseProperties($select=uniquename,type)";
        try
        {
            WebApiAnswer answer = await channel.SendAsync(WebApiRequest.Get(path), cancellationToken).ConfigureAwait(false);
            return Read(name, answer.RequiredBody);
        }
        catch (FaultException<OrganizationServiceFault> fault)
            when (fault.Detail.ErrorCode is Faults.PrivilegeDenied or Faults.PrincipalPrivilegeDenied or Faults.NoSuchResource)
        {
            // Calling an API takes no right to read its definition, so this is no reason to refuse the call.
            return null;
        }
    }

    private static Dictionary<string, CustomApiValueType> Read(string name, JsonElement body)
    {
        JsonElement api = body.GetProperty("value").EnumerateArray().FirstOrDefault();
        if (api.ValueKind == JsonValueKind.Undefined)
        {
            throw new NotSupportedException($"Message '{name}' is neither built in the client stand-in nor a custom API of the environment.");
        }

        return api.GetProperty("CustomAPIResponseProperties")
            .EnumerateArray()
            .ToDictionary(
                property => property.GetProperty("uniquename").GetString()!,
                property => (CustomApiValueType)property.GetProperty("type").GetInt32(),
                StringComparer.Ordinal
            );
    }
}
