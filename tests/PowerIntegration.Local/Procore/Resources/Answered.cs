using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Procore.Resources;

/// <summary>A record as Procore answers it.</summary>
internal static class Answered
{
    /// <summary>The record without a field that only the simulator keeps.</summary>
    public static JsonObject Without(JsonObject row, string field)
    {
        var copy = row.DeepClone().AsObject();
        copy.Remove(field);
        return copy;
    }
}
