using System.Text.Json.Nodes;

namespace PowerIntegration.Local.Oracle.Rest;

/// <summary>What goes back to the caller of an operation that was not refused.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The JSON body.</param>
/// <param name="MediaType">Oracle's own media type of the body.</param>
internal sealed record Answer(int Status, JsonObject Body, string MediaType)
{
    public const string Item = "application/vnd.oracle.adf.resourceitem+json";
    public const string Collection = "application/vnd.oracle.adf.resourcecollection+json";
    public const string ActionResult = "application/vnd.oracle.adf.actionresult+json";

    /// <summary>The record's entity tag, without quotes.</summary>
    public string? EntityTag { get; init; }

    /// <summary>Address of a record that was created.</summary>
    public string? Location { get; init; }
}
