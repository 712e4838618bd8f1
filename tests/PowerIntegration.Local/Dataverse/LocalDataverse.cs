using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Dataverse.Changes;
using PowerIntegration.Local.Dataverse.Components;
using PowerIntegration.Local.Dataverse.Metadata;
using PowerIntegration.Local.Dataverse.Pipeline;
using PowerIntegration.Local.Dataverse.Security;
using PowerIntegration.Local.Dataverse.Storage;
using PowerIntegration.Local.Dataverse.WebApi;
using PowerIntegration.Local.Identity;
using PowerIntegration.Local.Storage;

namespace PowerIntegration.Local.Dataverse;

/// <summary>
/// A Dataverse on this machine: rows in transactions with row locks, the plug-in pipeline, custom APIs, security by privilege, change notifications
/// and the Web API. It runs unpacked solutions as they are, and refuses by name what it does not run.
/// </summary>
public sealed class LocalDataverse : IDisposable
{
    private readonly Platform platform;
    private readonly MessagePipeline pipeline;
    private readonly RowChangeFeed changes;
    private readonly Throttle throttle = new();
    private readonly string baseUrl;

    private LocalDataverse(Platform platform, string baseUrl)
    {
        this.platform = platform;
        this.baseUrl = baseUrl;
        pipeline = new MessagePipeline(platform);
        Administration = new Administration(platform);
        changes = new RowChangeFeed(platform.Model, new ChangeDescription(platform).Describe);
        platform.Store.Committed = changes.Enqueue;
        platform.Store.AfterCommit = changes.Deliver;
    }

    /// <summary>What a system administrator can do past every plug-in.</summary>
    public Administration Administration { get; }

    /// <summary>Committed row changes.</summary>
    public IRowChangeFeed Changes => changes;

    /// <summary>Committed row changes as a user's flow is told of them.</summary>
    /// <param name="userId">The user of the connection.</param>
    public IRowChangeFeed ChangesFor(Guid userId) => new UserChangeFeed(changes, platform.Model, platform.Privileges, userId);

    /// <summary>
    /// What a subscriber's handler last failed with; null after a delivery that went well. Its change is delivered again at the next commit.
    /// </summary>
    public Exception? LastDeliveryFailure => changes.LastFailure;

    /// <summary>Dataverse requests made by plug-ins, by the message they ran for; a custom API's message is its unique name.</summary>
    public IReadOnlyDictionary<string, RequestCount> RequestsByMessage => platform.Executions.Counts;

    /// <summary>The latest plug-in executions with their traces, oldest first.</summary>
    public IReadOnlyList<ExecutionRecord> Executions => platform.Executions.Latest;

    /// <summary>Rows that queries have looked at since the start: what an index saves can be counted.</summary>
    public long RowsExamined => platform.Store.RowsExamined;

    /// <summary>Transactions that wait for another one's lock at this moment.</summary>
    public int WaitingTransactions => platform.Store.Locks.WaitingCount;

    /// <summary>Loads solutions, plug-ins and stored rows.</summary>
    /// <exception cref="StoreRefusedException">The store is damaged, or another program's, version's or solution's.</exception>
    /// <exception cref="SolutionRefusedException">A solution, an assembly or a user's role does not fit; the sentence says which.</exception>
    public static LocalDataverse Start(LocalDataverseOptions options)
    {
        var model = SolutionLoader.Load(options.SolutionFolders);
        var users = new UserDirectory(options.Users, model);
        var plugins = new PluginHost(model, options.PluginAssemblyFiles);
        var file = options.StorePath is null ? null : RowFile.Open(options.StorePath, options.HoldsSeed);
        try
        {
            return Start(options, model, users, plugins, file);
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    /// <summary>Whether no row was stored when it started: a seed is due.</summary>
    public bool IsNew => platform.Store.IsNew;

    /// <summary>The seed of a new store is complete: it reaches the file in one write, and every commit from now on at once.</summary>
    public void KeepSeed() => platform.Store.KeepSeed();

    /// <summary>An organization service in this process: for seeding and for tests. Each call is a transaction of its own.</summary>
    /// <param name="userId">A user's id in Dataverse; null is the platform itself.</param>
    public IOrganizationService CreateService(Guid? userId) => new PipelineService(pipeline, userId is { } id ? Caller.Of(id) : Caller.System, null);

    /// <summary>The enabled people with an e-mail address or user principal name; several where it is not one person's own.</summary>
    internal IReadOnlyList<Person> PeopleAt(string address) =>
        [.. platform.Store.Snapshot[SystemTables.User].Rows.Values.Where(row => Person.IsAt(row, address)).Select(Person.Of).OfType<Person>()];

    /// <summary>The enabled person with this id, or null.</summary>
    internal Person? PersonOf(Guid userId) =>
        platform.Store.Snapshot[SystemTables.User].Rows.TryGetValue(userId, out var row) ? Person.Of(row) : null;

    /// <summary>Whether the user is one of the environment and may sign in.</summary>
    internal bool IsEnabled(Guid userId) =>
        platform.Store.Snapshot[SystemTables.User].Rows.TryGetValue(userId, out var row) && row["isdisabled"] is not true;

    /// <summary>Does the work of one of the platform's own services in one transaction: all of it is committed, or nothing.</summary>
    /// <param name="userId">In whose name.</param>
    /// <param name="work">The work.</param>
    internal T InTransaction<T>(Guid userId, Func<ServiceWork, T> work)
    {
        var transaction = platform.Store.Begin();
        try
        {
            var service = new PipelineService(pipeline, Caller.Of(userId) with { Transaction = transaction }, null);
            var result = work(new ServiceWork(service, transaction));
            platform.Store.Commit(transaction);
            return result;
        }
        catch
        {
            platform.Store.Rollback(transaction);
            throw;
        }
    }

    /// <summary>Answers the next Web API requests with 429 and Retry-After.</summary>
    /// <param name="requests">How many.</param>
    public void ThrottleNext(int requests) => throttle.Next(requests);

    /// <inheritdoc/>
    public void Dispose() => platform.Store.Dispose();

    internal WebApiHandler CreateHandler(EntraIssuer issuer) =>
        new(new WebApiRouter(platform, pipeline), new CallerCheck(platform, issuer, baseUrl), throttle);

    private static LocalDataverse Start(
        LocalDataverseOptions options,
        OrganizationModel model,
        UserDirectory users,
        PluginHost plugins,
        RowFile? file
    )
    {
        var store = new RowStore(model, file, options.LockWaitMax);
        SystemRows.Write(store, model, users);
        ComponentRows.Write(store, model, options.PluginAssemblyFiles, options.TimeProvider.GetUtcNow().UtcDateTime);
        var platform = new Platform(
            model,
            store,
            users,
            new PrivilegeCheck(users),
            plugins,
            new ExecutionLog(),
            options.TimeProvider,
            options.IdSource
        );
        return new LocalDataverse(platform, options.BaseUrl);
    }
}
