using System.Text.Json.Serialization;

namespace PowerIntegration.Gateway.Oracle.Wire;

/// <summary>Rows of a resource: the collection object of framework 3 and above, or the bare list of older ones.</summary>
/// <param name="Items">The rows of this page.</param>
/// <param name="HasMore">Whether there are further pages.</param>
[JsonConverter(typeof(OracleCollectionConverterFactory))]
internal sealed record OracleCollection<T>(IReadOnlyList<T> Items, bool HasMore);
