using System.Text.Json.Nodes;
using PowerIntegration.Sandbox.Procore.Wire;

namespace PowerIntegration.Sandbox.Procore.Records;

/// <summary>A record to put.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Row">The record in its wire shape.</param>
internal sealed record StoredRecord(string Kind, JsonObject Row)
{
    public long Id => WireValue.Id(Row);
}
