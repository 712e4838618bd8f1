using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Microsoft.PowerPlatform.Dataverse.Client.Wire;

/// <summary>One answer of success; failures have become exceptions before.</summary>
internal sealed partial record WebApiAnswer(HttpStatusCode Status, JsonElement? Body, string? EntityId)
{
    public JsonElement RequiredBody =>
        Body ?? throw new InvalidDataException($"Dataverse answered {(int)Status} without a body where one was expected.");

    /// <summary>The id in the OData-EntityId header, which a create without a returned row ends in.</summary>
    public Guid CreatedId()
    {
        Match match = TrailingId().Match(EntityId ?? string.Empty);
        return match.Success
            ? Guid.Parse(match.Groups[1].Value)
            : throw new InvalidDataException($"Dataverse answered a create with the OData-EntityId '{EntityId}', which ends in no row id.");
    }

    [GeneratedRegex(@"\(([0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})\)$")]
    private static partial Regex TrailingId();
}
