using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Security;

namespace PowerIntegration.Local.Dataverse.Changes;

/// <summary>
/// The changes as one user is told of them. A flow's trigger is a row of callbackregistration that its connection creates, so the user needs that
/// privilege, and to read the table.
/// </summary>
/// <param name="feed">All changes.</param>
/// <param name="model">The tables.</param>
/// <param name="privileges">What users hold.</param>
/// <param name="userId">The user.</param>
internal sealed class UserChangeFeed(IRowChangeFeed feed, OrganizationModel model, PrivilegeCheck privileges, Guid userId) : IRowChangeFeed
{
    public IDisposable Subscribe(RowChangeSubscription subscription, Action<RowChange> handler)
    {
        foreach (var verb in new[] { "Create", "Read", "Write", "Delete" })
        {
            privileges.Require(userId, $"prv{verb}CallbackRegistration");
        }

        if (model.FindTable(subscription.EntityLogicalName) is { } table)
        {
            privileges.Require(userId, "Read", table);
        }

        return feed.Subscribe(subscription, handler);
    }
}
