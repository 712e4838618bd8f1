using System.Text.Json.Nodes;

namespace PowerIntegration.Sandbox.Attack;

/// <summary>What was answered to one request.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Text">Body.</param>
/// <param name="Body">Body as JSON; null where it is none.</param>
internal sealed record AttackAnswer(int Status, string Text, JsonNode? Body)
{
    /// <summary>True where the request was not refused by its status; what it changed is another matter.</summary>
    public bool IsTaken => Status < 400;
}
