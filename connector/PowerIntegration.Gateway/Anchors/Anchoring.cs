using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Drift;
using PowerIntegration.Gateway.Dataverse;
using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Remote;
using PowerIntegration.Tables;

namespace PowerIntegration.Gateway.Anchors;

/// <summary>
/// Keeps the hashes of frozen rows outside Dataverse: compares those that were anchored with the rows, has Dataverse report what differs, and
/// anchors those that are new. Repeating the call is safe: what is anchored is not anchored again.
/// </summary>
internal sealed class Anchoring(IAnchorStore anchors, IDataverseStore store, EnvironmentPin pin, TimeProvider clock)
{
    /// <summary>Hashes of one link, so that a line stays readable; a first run makes many links.</summary>
    public const int HashesMax = 1000;

    // More than this many rows were not changed one by one; the first of them tell enough.
    private const int ReportedMax = 1000;

    private const string ReportApi = "pint_ReportAnchors";
    private const string CreatedOn = "createdon";

    /// <summary>Anchors; see the class.</summary>
    /// <exception cref="IntegrationException">No store is configured, or it cannot be used.</exception>
    public async Task<AnchoredHashes> AnchorAsync(CancellationToken cancellationToken)
    {
        if (!anchors.IsConfigured)
        {
            throw new IntegrationException(
                ProblemCatalog.AnchorsNotConfigured,
                "The gateway has no file for the hashes of frozen rows, so nothing is anchored outside Dataverse. "
                    + "Ask the operator of the gateway to set Gateway:AnchorFile."
            );
        }

        try
        {
            return await ContinueAsync(cancellationToken);
        }
        catch (AnchorStoreException broken) when (broken.IsBroken)
        {
            await ReportAsync([HashChain.Broken(broken.Message)], cancellationToken);
            throw new IntegrationException(
                ProblemCatalog.AnchorsBroken,
                $"The chain of hashes is not whole. {broken.Message} Nothing was anchored. "
                    + "Ask the operator of the gateway to restore the file from a backup."
            );
        }
        catch (AnchorStoreException unusable)
        {
            throw new RemoteUnavailableException(ProblemCatalog.AnchorsUnavailable, $"{unusable.Message} Nothing was anchored; it is tried again.");
        }
    }

    private async Task<AnchoredHashes> ContinueAsync(CancellationToken cancellationToken)
    {
        var links = await anchors.ReadAsync(cancellationToken);
        if (HashChain.Fault(links) is { } fault)
        {
            throw new AnchorStoreException(fault);
        }

        var rows = await RowsAsync(cancellationToken);
        var found = rows.Select(Hash).ToList();
        var differences = HashChain.Differences(links, found);
        var late = HashChain.LateBeginning(links.Count == 0 ? null : links[0], PreparedOn(rows));
        await ReportAsync([.. late is null ? [] : new[] { late }, .. differences.Take(ReportedMax)], cancellationToken);
        var added = HashChain.New(links, found);
        var last = links.Count == 0 ? null : links[^1];
        foreach (var part in added.Chunk(HashesMax))
        {
            last = HashLink.After(last, ToTheSecond(clock.GetUtcNow()), part);
            await anchors.AppendAsync(last, cancellationToken);
        }

        return new AnchoredHashes(
            added.Count,
            differences.Count,
            last?.Number ?? 0,
            last?.Hash ?? HashLink.Beginning,
            Told(added.Count, differences.Count)
        );
    }

    private async Task<IReadOnlyList<Entity>> RowsAsync(CancellationToken cancellationToken)
    {
        // Keys begin with the environment; a row that got the key of another one counts as gone.
        var preparations = new QueryExpression(PreparationTable.LogicalName) { ColumnSet = new ColumnSet(PreparationTable.ContentHash, CreatedOn) };
        preparations.Criteria.AddCondition(PreparationTable.Key, ConditionOperator.BeginsWith, pin.Key + "|");
        var releases = new QueryExpression(ReleaseTable.LogicalName) { ColumnSet = new ColumnSet(ReleaseTable.AssemblyHash) };
        return [.. await store.ListAsync(preparations, cancellationToken), .. await store.ListAsync(releases, cancellationToken)];
    }

    // A release is accepted before the first night, whenever that is.
    private static IEnumerable<DateTime> PreparedOn(IEnumerable<Entity> rows) =>
        rows.Where(row => row.LogicalName == PreparationTable.LogicalName).Select(row => row.GetAttributeValue<DateTime>(CreatedOn));

    private static AnchoredHash Hash(Entity row) =>
        row.LogicalName == PreparationTable.LogicalName
            ? AnchoredHash.Of(AnchoredHash.Preparation(row.Id), row.GetAttributeValue<string>(PreparationTable.ContentHash))
            : AnchoredHash.Of(AnchoredHash.AcceptedRelease(row.Id), row.GetAttributeValue<string>(ReleaseTable.AssemblyHash));

    private Task ReportAsync(IReadOnlyList<Difference> differences, CancellationToken cancellationToken) =>
        store.CallAsync(
            ReportApi,
            new ParameterCollection { { "EnvironmentId", pin.Environment.Id }, { "Differences", DifferencesText.Write(differences) } },
            cancellationToken
        );

    private static DateTime ToTheSecond(DateTimeOffset now) => now.UtcDateTime.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));

    private static string Told(int added, int differences) =>
        (added == 1 ? "1 hash was anchored. " : $"{added} hashes were anchored. ")
        + (
            differences switch
            {
                0 => "Every anchored row is unchanged.",
                1 => "1 anchored row was changed; it is reported to the controller.",
                _ => $"{differences} anchored rows were changed; they are reported to the controller.",
            }
        );
}
