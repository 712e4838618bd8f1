using System.ServiceModel;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.PowerPlatform.Dataverse.Client.Utils;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace PowerIntegration.Tool.Mapping;

/// <summary>Dataverse as the person who signed in: what that person may not read or enter, this cannot.</summary>
internal sealed class DataverseMappingStore : IMappingStore
{
    // Dataverse gives no more on one page.
    private const int PageRows = 5000;

    private readonly ServiceClient client;

    private DataverseMappingStore(ServiceClient client) => this.client = client;

    /// <summary>Connects.</summary>
    /// <param name="url">Root of the environment.</param>
    /// <param name="token">Gives the access token of the person.</param>
    public static IMappingStore Connect(Uri url, Func<string, Task<string>> token)
    {
        try
        {
            var client = new ServiceClient(url, token, useUniqueInstance: true, logger: null);
            if (client.IsReady)
            {
                return new DataverseMappingStore(client);
            }

            var reason = client.LastError;
            client.Dispose();
            throw Closed(url, reason, null);
        }
        catch (DataverseConnectionException failure)
        {
            throw Closed(url, Deepest(failure).Message, failure);
        }
    }

    public async Task<IReadOnlyList<Entity>> ListAsync(QueryExpression query, CancellationToken cancellation)
    {
        var rows = new List<Entity>();
        query.PageInfo = new PagingInfo { Count = PageRows, PageNumber = 1 };
        for (var hasMore = true; hasMore; query.PageInfo.PageNumber++)
        {
            var answer = (RetrieveMultipleResponse)await SendAsync(new RetrieveMultipleRequest { Query = query }, cancellation);
            rows.AddRange(answer.EntityCollection.Entities);
            hasMore = answer.EntityCollection.MoreRecords;
            query.PageInfo.PagingCookie = answer.EntityCollection.PagingCookie;
        }

        return rows;
    }

    // By its name: the class of this message is younger than the oldest SDK that is supported.
    public Task CreateAllAsync(IReadOnlyList<Entity> rows, CancellationToken cancellation) =>
        SendAsync(
            new OrganizationRequest("CreateMultiple") { ["Targets"] = new EntityCollection([.. rows]) { EntityName = rows[0].LogicalName } },
            cancellation
        );

    public void Dispose() => client.Dispose();

    private async Task<OrganizationResponse> SendAsync(OrganizationRequest request, CancellationToken cancellation)
    {
        try
        {
            return await client.ExecuteAsync(request, cancellation);
        }
        catch (Exception failure) when (FaultOf(failure) is { } fault)
        {
            throw new StoreFailureException($"Dataverse refused the request: {fault.Detail.Message}", failure);
        }
        catch (Exception failure) when (failure is CommunicationException or TimeoutException)
        {
            throw new StoreFailureException($"Dataverse did not respond: {failure.Message}", failure);
        }
    }

    // Microsoft's client throws the fault itself or wraps it, by the road the request took.
    private static FaultException<OrganizationServiceFault>? FaultOf(Exception failure) =>
        failure as FaultException<OrganizationServiceFault> ?? failure.InnerException as FaultException<OrganizationServiceFault>;

    private static StoreFailureException Closed(Uri url, string reason, Exception? cause) =>
        new($"Cannot connect to Dataverse at {url}: {reason.TrimEnd('.')}. {MapSignIn.Advice}", cause);

    private static Exception Deepest(Exception failure) => failure.InnerException is { } inner ? Deepest(inner) : failure;
}
