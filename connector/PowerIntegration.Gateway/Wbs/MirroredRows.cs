using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Dates;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Intake;
using PowerIntegration.Gateway.Problems;

namespace PowerIntegration.Gateway.Wbs;

/// <summary>Keeps rows as another system has them: writes what differs, and says of what is gone that it does not count any more.</summary>
/// <param name="store">Dataverse.</param>
/// <param name="clock">Says when a row was read.</param>
internal sealed class MirroredRows(IDataverseStore store, TimeProvider clock)
{
    private const string Key = "pint_key";
    private const string ReadOn = "pint_readon";

    /// <summary>Writes what differs.</summary>
    /// <param name="read">Rows as the other system has them, by key.</param>
    /// <param name="kept">Rows as they are, with the key and the columns of those.</param>
    /// <param name="gone">The column that says that a row counts; it becomes No where the other system has the row no more.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>True where something differed.</returns>
    public async Task<bool> WriteAsync(IReadOnlyCollection<Entity> read, IReadOnlyList<Entity> kept, string gone, CancellationToken cancellationToken)
    {
        var before = kept.ToDictionary(row => row.GetAttributeValue<string>(Key), StringComparer.Ordinal);
        var now = read.Select(row => (string)row.KeyAttributes[Key]).ToHashSet(StringComparer.Ordinal);
        var ended = kept.Where(row => !now.Contains(row.GetAttributeValue<string>(Key)) && row.GetAttributeValue<bool>(gone))
            .Select(row => new Entity(row.LogicalName, Key, row.GetAttributeValue<string>(Key)) { [gone] = false });
        IReadOnlyList<Entity> changed = [.. read.DistinctBy(row => row.KeyAttributes[Key]).Where(row => Differs(row, before)).Concat(ended)];
        foreach (var some in changed.Chunk(WbsCodes.WrittenTogetherMax))
        {
            foreach (var row in some)
            {
                row[ReadOn] = clock.GetUtcNow().UtcDateTime;
            }

            await store.UpsertAllAsync(some, cancellationToken);
        }

        return changed.Count > 0;
    }

    /// <summary>A day as Oracle writes it; null where it is empty.</summary>
    /// <param name="what">The record, for the sentence.</param>
    /// <param name="text">The text.</param>
    public static DateTime? Day(string what, string? text) =>
        string.IsNullOrEmpty(text) ? null
        : NamedDay.TryRead(text, out var day, out var problem) ? day.ToDateTime()
        : throw new IntegrationException(
            ProblemCatalog.OracleAnswerUnreadable,
            $"{what} has the date '{text}' in Oracle, {problem}. Correct it in Oracle."
        );

    private static bool Differs(Entity row, Dictionary<string, Entity> before) =>
        !before.TryGetValue((string)row.KeyAttributes[Key], out var kept)
        // Where a row belongs never changes, for its key says it.
        || row.Attributes.Any(value => value.Value is not EntityReference && !Equals(value.Value, kept.GetAttributeValue<object>(value.Key)));
}
