using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace PowerIntegration.Gateway.Dataverse;

/// <summary>
/// All that the gateway asks of Dataverse. Faults other than those named here are problems of <c>dataverse-refused</c> or
/// <c>dataverse-unavailable</c>.
/// </summary>
internal interface IDataverseStore
{
    /// <summary>The row with its row version, or null.</summary>
    Task<Entity?> FindAsync(string table, Guid id, string[] columns, CancellationToken cancellationToken);

    /// <summary>The row whose alternate key has the value, or null.</summary>
    Task<Entity?> FindByKeyAsync(string table, string key, string[] columns, CancellationToken cancellationToken);

    /// <summary>All rows of the query, page after page, or the first ones where the query names a count.</summary>
    Task<IReadOnlyList<Entity>> ListAsync(QueryExpression query, CancellationToken cancellationToken);

    /// <summary>Creates the row with its related rows in one transaction; null where an alternate key is taken and nothing was created.</summary>
    Task<Guid?> TryCreateAsync(Entity row, CancellationToken cancellationToken);

    /// <summary>Creates rows of one table in one transaction; false where an alternate key is taken and nothing was created.</summary>
    Task<bool> TryCreateAllAsync(IReadOnlyList<Entity> rows, CancellationToken cancellationToken);

    /// <summary>Creates or updates rows of one table in one transaction, each by the alternate key that it names.</summary>
    Task UpsertAllAsync(IReadOnlyList<Entity> rows, CancellationToken cancellationToken);

    /// <summary>Updates the columns given.</summary>
    Task UpdateAsync(Entity row, CancellationToken cancellationToken);

    /// <summary>Updates the columns given if the row still has the row version given; false where it has another one.</summary>
    Task<bool> TryUpdateUnchangedAsync(Entity row, CancellationToken cancellationToken);

    /// <summary>Calls a custom API and gives its outputs.</summary>
    Task<ParameterCollection> CallAsync(string customApi, ParameterCollection inputs, CancellationToken cancellationToken);
}
