using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Records;

/// <summary>A record to put.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Row">The record in its wire shape.</param>
internal sealed record StoredRecord(string Kind, JsonObject Row)
{
    public long Id => WireValue.Id(Row);
}
