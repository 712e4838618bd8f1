using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Seed;

/// <summary>One Dataverse row to create, in the order in which rows refer to each other.</summary>
/// <param name="Set">Entity set, for example <c>pint_commitments</c>.</param>
/// <param name="Body">The Web API's create body; lookups are <c>@odata.bind</c> to an alternate key.</param>
/// <param name="Place">File and row, for messages.</param>
public sealed record SeedRow(string Set, JsonObject Body, string Place);
