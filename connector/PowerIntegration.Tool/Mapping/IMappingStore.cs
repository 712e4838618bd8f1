using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace PowerIntegration.Tool.Mapping;

/// <summary>All that the command asks of Dataverse. A failure is a <see cref="StoreFailureException"/>.</summary>
internal interface IMappingStore : IDisposable
{
    /// <summary>All rows of the query, page after page.</summary>
    Task<IReadOnlyList<Entity>> ListAsync(QueryExpression query, CancellationToken cancellation);

    /// <summary>Creates rows of one table, all of them or none.</summary>
    Task CreateAllAsync(IReadOnlyList<Entity> rows, CancellationToken cancellation);
}
