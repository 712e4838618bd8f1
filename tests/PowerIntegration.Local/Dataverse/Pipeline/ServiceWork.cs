using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Dataverse.Storage;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>What one of the platform's own services works with inside its transaction.</summary>
/// <param name="Service">Requests in the name of the service's user.</param>
/// <param name="Transaction">The transaction they belong to.</param>
internal sealed record ServiceWork(IOrganizationService Service, Transaction Transaction)
{
    /// <summary>Waits until no other transaction works on the row, and keeps others away until this one ends.</summary>
    public void Lock(string table, Guid id) => Transaction.LockRow(table, id);
}
