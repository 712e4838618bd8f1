using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Drift;
using PowerIntegration.Domain.Users;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Drift;

/// <summary>The releases that controllers accepted: one row for each acceptance, which never changes.</summary>
internal static class ReleaseRows
{
    /// <summary>The release that was accepted last; null where none was.</summary>
    public static AcceptedRelease? Last(IOrganizationService service)
    {
        var query = Rows.Of(ReleaseTable.LogicalName, [ReleaseTable.AssemblyHash, ReleaseTable.AcceptedBy, ReleaseTable.AcceptedOn]);
        query.AddOrder(ReleaseTable.AcceptedOn, OrderType.Descending);
        query.TopCount = 1;
        return Rows.First(service, query) is { } row
            ? new AcceptedRelease(
                new RowView(row).RequiredText(ReleaseTable.AssemblyHash),
                new RowView(row).RequiredText(ReleaseTable.AcceptedBy),
                new RowView(row).Instant(ReleaseTable.AcceptedOn) ?? default
            )
            : null;
    }

    /// <summary>Records an acceptance.</summary>
    public static void Add(IOrganizationService service, FoundAssembly assembly, Person person, DateTime now) =>
        service.Create(
            new Entity(ReleaseTable.LogicalName)
            {
                [ReleaseTable.Key] = SyncKey.ForAcceptedRelease(now),
                [ReleaseTable.Name] = $"Version {assembly.Version}, accepted by {person}",
                [ReleaseTable.AssemblyVersion] = assembly.Version,
                [ReleaseTable.AssemblyHash] = assembly.Hash,
                [ReleaseTable.AcceptedBy] = person.Name,
                [ReleaseTable.AcceptedById] = person.Id.ToString("D"),
                [ReleaseTable.AcceptedOn] = now,
            }
        );
}
