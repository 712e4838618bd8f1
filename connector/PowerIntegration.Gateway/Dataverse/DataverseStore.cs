using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Polly;
using Polly.Registry;

namespace PowerIntegration.Gateway.Dataverse;

/// <summary>Every request the gateway makes to Dataverse, and nothing else: seven message types and the custom APIs.</summary>
internal sealed class DataverseStore(DataverseConnection connection, ResiliencePipelineProvider<string> pipelines) : IDataverseStore, IDisposable
{
    /// <summary>Rows per page; Dataverse gives no more than 5,000.</summary>
    public const int PageRowsMax = 5000;

    /// <summary>Pages of one query; more is a query that forgot its filter.</summary>
    public const int PagesMax = 20;

    private const string KeyColumn = "pint_key";

    private readonly ResiliencePipeline pipeline = pipelines.GetPipeline(DataversePipeline.Name);
    private ServiceClient? client;

    public Task<Entity?> FindAsync(string table, Guid id, string[] columns, CancellationToken cancellationToken) =>
        FindAsync(new EntityReference(table, id), columns, cancellationToken);

    public Task<Entity?> FindByKeyAsync(string table, string key, string[] columns, CancellationToken cancellationToken) =>
        FindAsync(new EntityReference(table, KeyColumn, key), columns, cancellationToken);

    public async Task<IReadOnlyList<Entity>> ListAsync(QueryExpression query, CancellationToken cancellationToken)
    {
        var rows = new List<Entity>();
        if (query.TopCount is null)
        {
            query.PageInfo = new PagingInfo { Count = PageRowsMax, PageNumber = 1 };
        }

        for (var page = 1; page <= PagesMax; page++)
        {
            var response = (RetrieveMultipleResponse)await SendAsync(new RetrieveMultipleRequest { Query = query }, reads: true, cancellationToken);
            rows.AddRange(response.EntityCollection.Entities);
            if (query.TopCount is not null || !response.EntityCollection.MoreRecords)
            {
                return rows;
            }

            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = response.EntityCollection.PagingCookie;
        }

        throw new InvalidOperationException($"The query of {query.EntityName} has more than {PagesMax} pages.");
    }

    public async Task<Guid?> TryCreateAsync(Entity row, CancellationToken cancellationToken)
    {
        try
        {
            return ((CreateResponse)await SendAsync(new CreateRequest { Target = row }, reads: false, cancellationToken)).id;
        }
        catch (Exception fault) when (DataverseFaults.IsDuplicateKey(fault))
        {
            return null;
        }
    }

    public async Task<bool> TryCreateAllAsync(IReadOnlyList<Entity> rows, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(Together("CreateMultiple", rows), reads: false, cancellationToken);
            return true;
        }
        catch (Exception fault) when (DataverseFaults.IsDuplicateKey(fault))
        {
            return false;
        }
    }

    public Task UpsertAllAsync(IReadOnlyList<Entity> rows, CancellationToken cancellationToken) =>
        SendAsync(Together("UpsertMultiple", rows), reads: false, cancellationToken);

    public Task UpdateAsync(Entity row, CancellationToken cancellationToken) =>
        SendAsync(new UpdateRequest { Target = row }, reads: false, cancellationToken);

    public async Task<bool> TryUpdateUnchangedAsync(Entity row, CancellationToken cancellationToken)
    {
        try
        {
            var request = new UpdateRequest { Target = row, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches };
            await SendAsync(request, reads: false, cancellationToken);
            return true;
        }
        catch (Exception fault) when (DataverseFaults.IsVersionMismatch(fault))
        {
            return false;
        }
    }

    public async Task<ParameterCollection> CallAsync(string customApi, ParameterCollection inputs, CancellationToken cancellationToken)
    {
        var request = new OrganizationRequest(customApi);
        request.Parameters.AddRange(inputs);
        return (await SendAsync(request, reads: false, cancellationToken)).Results;
    }

    public void Dispose() => client?.Dispose();

    // By their names: the classes of these messages are younger than the oldest SDK that is supported.
    private static OrganizationRequest Together(string message, IReadOnlyList<Entity> rows) =>
        new(message) { ["Targets"] = new EntityCollection([.. rows]) { EntityName = rows[0].LogicalName } };

    private async ValueTask<ServiceClient> ClientAsync(CancellationToken cancellationToken) =>
        client ??= await connection.CloneAsync(cancellationToken);

    private async Task<Entity?> FindAsync(EntityReference row, string[] columns, CancellationToken cancellationToken)
    {
        try
        {
            var request = new RetrieveRequest { Target = row, ColumnSet = new ColumnSet(columns) };
            return ((RetrieveResponse)await SendAsync(request, reads: true, cancellationToken)).Entity;
        }
        catch (Exception fault) when (DataverseFaults.IsMissing(fault))
        {
            return null;
        }
    }

    private async Task<OrganizationResponse> SendAsync(OrganizationRequest request, bool reads, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(DataversePipeline.Reads, reads);
        try
        {
            return await pipeline.ExecuteAsync(
                static async (attempt, state) =>
                    await (await state.store.ClientAsync(attempt.CancellationToken)).ExecuteAsync(state.request, attempt.CancellationToken),
                context,
                (store: this, request)
            );
        }
        catch (Exception failure) when (DataverseFaults.ProblemOf(failure, request.RequestName) is { } problem)
        {
            throw problem;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }
}
