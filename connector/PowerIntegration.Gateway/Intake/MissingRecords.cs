using System.Text.Json;

namespace PowerIntegration.Gateway.Intake;

/// <summary>Records that a document waits for and Dataverse does not have.</summary>
/// <param name="List">Address of the list in Procore that would have them.</param>
/// <param name="IsMissing">Whether a row of the list is one of them.</param>
internal sealed record MissingRecords(string List, Func<JsonElement, bool> IsMissing);
